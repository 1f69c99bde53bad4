using Dlp.Documents.Office;

namespace Dlp.Documents.OpenDocument;

/// <summary>
/// What elements of an OpenDocument say beside the running text: in their attributes (names, fields, filters, controls, links, where data come from), and what they hold that
/// is no text (metadata, macros, files). Links and files are told at the end, each in a place of its own.
/// </summary>
internal sealed class OpenDocumentAttributes(OpenedFile file, PartXml xml, People people)
{
    private readonly List<string> _links = [];
    private readonly List<ReadOnlyMemory<byte>> _embedded = [];

    /// <summary>Takes what an element says, at which the XML stands.</summary>
    public void Read(string name)
    {
        switch (name)
        {
            case "hidden-text" or "conditional-text" or "hidden-paragraph":
                Add(Place.HiddenText, xml.Attribute("string-value"));
                Add(Place.HiddenText, xml.Attribute("string-value-if-true"));
                Add(Place.HiddenText, xml.Attribute("string-value-if-false"));
                break;
            case "user-field-decl" or "variable-set" or "user-defined" or "variable-decl":
                AddName(Place.Field);
                Add(Place.Field, xml.Attribute("string-value"));
                break;
            case "bookmark" or "bookmark-start":
                AddName(Place.Bookmark);
                break;
            case "table":
                AddName(Place.Table);
                break;
            case "show":
                AddName(Place.GivenName);
                break;
            case "frame" when GivenName.IsOfFile(xml.Attribute("name")):
                Add(Place.GivenName, xml.Attribute("name"));
                break;
            case "scenario":
                Add(Place.Scenario, xml.Attribute("comment"));
                break;
            case "data-pilot-table" or "data-pilot-member":
                Add(Place.PivotCache, xml.Attribute("name"));
                break;
            case "data-pilot-field":
                Add(Place.PivotCache, xml.Attribute("source-field-name"));
                break;
            case "filter-condition" or "filter-set-item":
                Add(Place.Filter, xml.Attribute("value"));
                break;
            case "condition":
                Add(Place.ConditionalFormat, FormulaText.Literals(xml.Attribute("value") ?? ""));
                break;
            case "map":
                Add(Place.ConditionalFormat, FormulaText.Literals(xml.Attribute("condition") ?? ""));
                break;
            case "label":
                Add(Place.FormField, xml.Attribute("value"));
                break;
            case "database-display" or "database-next" or "database-row-select" or "database-source-sql" or "database-source-table" or "database-source-query"
                or "dde-connection-decl" or "dde-source" or "form" or "connection-resource":
                AddConnection();
                break;
            case "text" or "textarea" or "password" or "listbox" or "combobox" or "checkbox" or "radio" or "button" or "fixed-text" or "formatted-text" or "hidden" or "item" or "option":
                foreach (var (attribute, value) in xml.Attributes())
                {
                    if (attribute is "label" or "value" or "current-value" or "title" or "help-text")
                        Add(Place.FormField, value);
                }

                break;
            case "binary-data":
                ReadBinary();
                break;
            case "image" or "object" or "plugin" or "event-listener" or "template" or "cell-range-source" or "table-source":
                AddLink(xml.Attribute("href"));
                break;
            case "meta":
                OpenDocumentMetadata.Read(file.Text, xml, people);
                break;
            case "scripts":
                Add(Place.Macro, xml.InnerText());
                break;
            case "settings" or "font-face-decls":
                xml.InnerText();
                break;
            default:
                break;
        }
    }

    /// <summary>Takes a name that a person may have given.</summary>
    public void AddName(Place place)
    {
        if (xml.Attribute("name") is { } name && GivenName.Is(name))
            Add(place, name);
    }

    /// <summary>Takes where a link leads.</summary>
    public void AddLink(string? target)
    {
        // What stands in the package itself is read by itself.
        if (target is not null && (target.Contains(':', StringComparison.Ordinal) || target.StartsWith("..", StringComparison.Ordinal)))
            _links.Add(target);
    }

    /// <summary>Tells of the links, and has the files within read.</summary>
    public void Finish()
    {
        foreach (var link in _links)
            Add(Place.Link, link);
        foreach (var bytes in _embedded)
            file.ReadEmbedded("embedded", bytes);
    }

    /// <summary>Where the data of a field, a range or a form come from (ODF 1.3 part 3, 7.6, 9.4.4, 14.6.5, 13.3).</summary>
    private void AddConnection()
    {
        foreach (var (attribute, value) in xml.Attributes())
        {
            if (attribute is "database-name" or "table-name" or "database-table-name" or "query-name" or "column-name" or "sql-statement" or "command" or "datasource" or "filter"
                or "dde-application" or "dde-topic" or "dde-item")
                Add(Place.Connection, value);
        }

        AddLink(xml.Attribute("href"));
    }

    private void ReadBinary()
    {
        var encoded = xml.InnerText();
        var bytes = new byte[((encoded.Length / 4) + 1) * 3];
        if (Convert.TryFromBase64String(encoded, bytes, out var length) && length > 0 && file.Budget.TakeEntry() && file.Budget.TakeDecoded(length))
            _embedded.Add(bytes.AsMemory(0, length));
    }

    private void Add(Place place, string? text) => file.Text.Add(place, text ?? "");
}

using System.Globalization;
using Dlp.Documents.Office;

namespace Dlp.Documents.OpenDocument;

/// <summary>
/// Text of one XML file of an OpenDocument (ODF 1.3 part 3): content, styles or both in one, of texts, sheets, presentations and drawings. Deleted and
/// hidden text, notes and comments stand at places of their own.
/// </summary>
internal sealed class OpenDocumentText
{
    private const int MostSpaces = 1_000;

    private readonly OpenedFile _file;
    private readonly PartXml _xml;
    private readonly People _people;
    private readonly HashSet<string> _hiddenStyles = new(StringComparer.Ordinal);
    private readonly OpenDocumentSheet _sheet;
    private readonly OpenDocumentLines _lines;
    private readonly OpenDocumentAttributes _attributes;
    private string _style = "";
    private int _pages;
    private bool _isSheet;
    private bool _isSlides;

    private OpenDocumentText(OpenedFile file, PartXml xml, Place place, People people)
    {
        (_file, _xml, _people) = (file, xml, people);
        _sheet = new OpenDocumentSheet(file.Text, xml);
        _lines = new OpenDocumentLines(file.Text, _sheet, place);
        _attributes = new OpenDocumentAttributes(file, xml, people);
    }

    /// <summary>Reads on from the root.</summary>
    /// <param name="file">Takes the text, and the files within.</param>
    /// <param name="xml">Stands at the root.</param>
    /// <param name="place">Of running text.</param>
    /// <param name="people">Takes names of authors.</param>
    public static void Read(OpenedFile file, PartXml xml, Place place, People people) => new OpenDocumentText(file, xml, place, people).Read();

    private void Read()
    {
        _xml.Walk(Begin, End, () => _lines.Open);
        _lines.End();
        _sheet.EndRow();
        _attributes.Finish();
    }

    private void Begin(string name)
    {
        switch (name)
        {
            case "p" or "h":
                _lines.BeginParagraph();
                break;
            case "s":
                _lines.Open?.Append(new string(' ', Math.Clamp(int.TryParse(_xml.Attribute("c"), CultureInfo.InvariantCulture, out var count) ? count : 1, 1, MostSpaces)));
                break;
            case "tab":
                _lines.Open?.Append('\t');
                break;
            case "line-break":
                _lines.Open?.Append('\n');
                break;
            case "span" when _xml.Attribute("style-name") is { } style && _hiddenStyles.Contains(style):
                _lines.EnterHidden(_xml.Depth);
                break;
            case "a":
                _attributes.AddLink(_xml.Attribute("href"));
                Add(Place.Link, _xml.Attribute("title"));
                break;
            case "placeholder":
                Add(Place.Field, _xml.Attribute("description"));
                break;
            case "note-citation" or "date" or "sender-initials":
                SkipText();
                break;
            case "creator":
                _people.Add(_xml.InnerText());
                break;
            case "note":
                _lines.Enter(_xml.Attribute("note-class") == "endnote" ? Place.Endnote : Place.Footnote, _xml.Depth);
                break;
            case "annotation":
                _lines.Enter(Place.Comment.In(_isSheet ? _sheet.Cell : _isSlides ? Slide : null), _xml.Depth);
                break;
            case "deletion":
                _lines.Enter(Place.DeletedText, _xml.Depth);
                break;
            case "text-box" when !_isSlides:
                _lines.Enter(Place.TextBox, _xml.Depth);
                break;
            case "section":
                _attributes.AddName(Place.Section);
                if (_xml.Attribute("display") is "none" or "condition")
                    _lines.Enter(Place.HiddenText, _xml.Depth);
                break;
            case "header" or "header-left" or "header-first":
                _lines.Enter(Place.Header, _xml.Depth);
                break;
            case "footer" or "footer-left" or "footer-first":
                _lines.Enter(Place.Footer, _xml.Depth);
                break;
            case "header-decl" or "footer-decl" or "date-time-decl":
                Add(name == "header-decl" ? Place.Header : Place.Footer, _xml.InnerText());
                break;
            case "master-page":
                _lines.Enter(Place.MasterPage, _xml.Depth);
                break;
            default:
                BeginDocument(name);
                break;
        }
    }

    /// <summary>The larger pieces: sheets, slides, tables, styles; and attributes that hold text.</summary>
    private void BeginDocument(string name)
    {
        switch (name)
        {
            case "spreadsheet":
                _isSheet = true;
                break;
            case "presentation" or "drawing":
                _isSlides = true;
                break;
            case "page" when _isSlides:
                _pages++;
                _style = _xml.Attribute("style-name") ?? "";
                _lines.Enter(Slide, _xml.Depth);
                if (_xml.Attribute("name") is { } page && GivenName.Is(page))
                    Add(Place.GivenName.In(Slide), page);
                break;
            case "notes" when _isSlides:
                _lines.Enter(Place.SpeakerNotes.In(Slide), _xml.Depth);
                break;
            case "table" when _isSheet:
                _sheet.Begin(_xml.Attribute("name") ?? "", _hiddenStyles.Contains(_xml.Attribute("style-name") ?? ""));
                break;
            case "table-row" when _isSheet:
                _sheet.BeginRow();
                break;
            case "table-cell" or "covered-table-cell" when _isSheet:
                _sheet.BeginCell();
                _lines.Enter(Place.SomeCell, _xml.Depth);
                break;
            case "change-track-table-cell" or "previous" when _isSheet:
                _lines.Enter(Place.EarlierVersion, _xml.Depth);
                break;
            case "content-validation" or "help-message" or "error-message" when _isSheet:
                Add(Place.DataValidation, _xml.Attribute("title"));
                Add(Place.DataValidation, FormulaText.Literals(_xml.Attribute("condition") ?? ""));
                _lines.Enter(Place.DataValidation, _xml.Depth);
                break;
            case "named-range" or "named-expression" or "database-range":
                Add(Place.DefinedName, _xml.Attribute("name"));
                Add(Place.DefinedName, _xml.Attribute("cell-range-address") ?? _xml.Attribute("expression"));
                break;
            case "table-row":
                _lines.BeginRow(_xml.Depth);
                break;
            case "frame" or "custom-shape" when _xml.Attribute("placeholder") == "true" && !_isSlides:
                SkipText();
                break;
            case "style":
                _style = _xml.Attribute("name") ?? "";
                break;
            case "text-properties" when _xml.Attribute("display") == "none":
            case "table-properties" when _xml.Attribute("display") == "false":
            case "drawing-page-properties" when _xml.Attribute("visibility") == "hidden":
                _hiddenStyles.Add(_style);
                break;
            case "title" or "desc":
                Add(Place.AltText.In(_isSlides && _pages > 0 ? Slide : null), _xml.InnerText());
                break;
            case "settings" when _isSlides:
                break;
            default:
                _attributes.Read(name);
                break;
        }
    }

    private void End(string name, int depth)
    {
        switch (name)
        {
            case "p" or "h":
                _lines.EndParagraph();
                break;
            case "span":
                _lines.LeaveHidden(depth);
                break;
            case "table-cell" or "covered-table-cell":
                if (_isSheet)
                    _sheet.EndCell();
                else
                    _lines.EndCell();
                break;
            case "table-row":
                if (_isSheet)
                    _sheet.EndRow();
                else
                    _lines.EndRow(depth);
                break;
            default:
                break;
        }

        _lines.Leave(depth);
    }

    private Place Slide => Place.Slide(_pages, _hiddenStyles.Contains(_style));

    private void Add(Place place, string? text) => _file.Text.Add(place, text ?? "");

    /// <summary>Consumes an element whose text does not belong into the paragraph around it.</summary>
    private void SkipText() => _xml.InnerText();
}

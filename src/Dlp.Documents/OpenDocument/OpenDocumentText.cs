using System.Globalization;
using System.Text;
using Dlp.Documents.Office;

namespace Dlp.Documents.OpenDocument;

/// <summary>
/// Text of one XML file of an OpenDocument (ODF 1.3 part 3): content, styles or both in one, of texts, sheets, presentations and drawings. Deleted and
/// hidden text, notes and comments stand at places of their own.
/// </summary>
internal sealed class OpenDocumentText
{
    private const int MostSpaces = 1_000;
    private const int LongestRow = 65_536;

    private readonly OpenedFile _file;
    private readonly PartXml _xml;
    private readonly Place _base;
    private readonly People _people;
    private readonly HashSet<string> _hiddenStyles = new(StringComparer.Ordinal);
    private readonly Stack<Paragraph> _paragraphs = new();
    private readonly Stack<(int Depth, Place Place)> _places = new();
    private readonly Stack<int> _hiddenSpans = new();
    private readonly StringBuilder _row = new();
    private readonly List<string> _links = [];
    private readonly List<ReadOnlyMemory<byte>> _embedded = [];
    private readonly OpenDocumentSheet _sheet;
    private string _style = "";
    private int _rowDepth = -1;
    private int _pages;
    private bool _isSheet;
    private bool _isSlides;

    private OpenDocumentText(OpenedFile file, PartXml xml, Place basePlace, People people)
    {
        (_file, _xml, _base, _people) = (file, xml, basePlace, people);
        _sheet = new OpenDocumentSheet(file.Text, xml);
    }

    /// <summary>Reads on from the root.</summary>
    /// <param name="file">Takes the text, and the files within.</param>
    /// <param name="xml">Stands at the root.</param>
    /// <param name="place">Of running text.</param>
    /// <param name="people">Takes names of authors.</param>
    public static void Read(OpenedFile file, PartXml xml, Place place, People people) => new OpenDocumentText(file, xml, place, people).Read();

    private void Read()
    {
        _xml.Walk(Begin, End, () => _paragraphs.TryPeek(out var paragraph) ? (_hiddenSpans.Count > 0 ? paragraph.Hidden : paragraph.Visible) : null);

        while (_paragraphs.Count > 0)
            EndParagraph();
        EndRow();
        _sheet.EndRow();
        foreach (var link in _links)
            Add(Place.Link, link);
        foreach (var bytes in _embedded)
            _file.ReadEmbedded("embedded", bytes);
    }

    private void Begin(string name)
    {
        switch (name)
        {
            case "p" or "h":
                _paragraphs.Push(new Paragraph(_places.TryPeek(out var place) ? place : (-1, _base)));
                break;
            case "s":
                Append(new string(' ', Math.Clamp(int.TryParse(_xml.Attribute("c"), CultureInfo.InvariantCulture, out var count) ? count : 1, 1, MostSpaces)));
                break;
            case "tab":
                Append("\t");
                break;
            case "line-break":
                Append("\n");
                break;
            case "span" when _xml.Attribute("style-name") is { } style && _hiddenStyles.Contains(style):
                _hiddenSpans.Push(_xml.Depth);
                break;
            case "a":
                AddLink(_xml.Attribute("href"));
                break;
            case "note-citation" or "date" or "sender-initials":
                SkipText();
                break;
            case "creator":
                _people.Add(_xml.InnerText());
                break;
            case "note":
                EnterPlace(_xml.Attribute("note-class") == "endnote" ? Place.Endnote : Place.Footnote);
                break;
            case "annotation":
                EnterPlace(Place.Comment.In(_isSheet ? _sheet.Cell : _isSlides ? Slide : null));
                break;
            case "deletion":
                EnterPlace(Place.DeletedText);
                break;
            case "text-box" when !_isSlides:
                EnterPlace(Place.TextBox);
                break;
            case "section" when _xml.Attribute("display") is "none" or "condition":
                EnterPlace(Place.HiddenText);
                break;
            case "header" or "header-left" or "header-first":
                EnterPlace(Place.Header);
                break;
            case "footer" or "footer-left" or "footer-first":
                EnterPlace(Place.Footer);
                break;
            case "header-decl" or "footer-decl" or "date-time-decl":
                Add(name == "header-decl" ? Place.Header : Place.Footer, _xml.InnerText());
                break;
            case "master-page":
                EnterPlace(Place.MasterPage);
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
                EnterPlace(Slide);
                break;
            case "notes" when _isSlides:
                EnterPlace(Place.SpeakerNotes.In(Slide));
                break;
            case "table" when _isSheet:
                _sheet.Begin(_xml.Attribute("name") ?? "", _hiddenStyles.Contains(_xml.Attribute("style-name") ?? ""));
                break;
            case "table-row" when _isSheet:
                _sheet.BeginRow();
                break;
            case "table-cell" or "covered-table-cell" when _isSheet:
                _sheet.BeginCell();
                EnterPlace(Place.SomeCell);
                break;
            case "change-track-table-cell" or "previous" when _isSheet:
                EnterPlace(Place.EarlierVersion);
                break;
            case "content-validation" or "help-message" or "error-message" when _isSheet:
                Add(Place.DataValidation, _xml.Attribute("title"));
                EnterPlace(Place.DataValidation);
                break;
            case "named-range" or "named-expression" or "database-range":
                Add(Place.DefinedName, _xml.Attribute("name"));
                Add(Place.DefinedName, _xml.Attribute("cell-range-address") ?? _xml.Attribute("expression"));
                break;
            case "table-row":
                if (_rowDepth < 0)
                    _rowDepth = _xml.Depth;
                EnterPlace(_base == Place.Body && _places.Count == 0 ? Place.Table : PlaceHere);
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
            default:
                BeginAttributes(name);
                break;
        }
    }

    private void BeginAttributes(string name)
    {
        switch (name)
        {
            case "title" or "desc":
                Add(Place.AltText.In(_isSlides && _pages > 0 ? Slide : null), _xml.InnerText());
                break;
            case "hidden-text" or "conditional-text" or "hidden-paragraph":
                Add(Place.HiddenText, _xml.Attribute("string-value"));
                Add(Place.HiddenText, _xml.Attribute("string-value-if-true"));
                Add(Place.HiddenText, _xml.Attribute("string-value-if-false"));
                break;
            case "user-field-decl" or "variable-set" or "user-defined":
                Add(Place.Field, _xml.Attribute("string-value"));
                break;
            case "text" or "textarea" or "password" or "listbox" or "combobox" or "checkbox" or "radio" or "button" or "fixed-text" or "formatted-text" or "hidden" or "item" or "option":
                foreach (var (attribute, value) in _xml.Attributes())
                {
                    if (attribute is "label" or "value" or "current-value" or "title" or "help-text")
                        Add(Place.FormField, value);
                }

                break;
            case "binary-data":
                ReadBinary();
                break;
            case "image" or "object" or "plugin" or "event-listener" or "template" or "cell-range-source" or "table-source" or "dde-source":
                AddLink(_xml.Attribute("href"));
                break;
            case "meta":
                OpenDocumentMetadata.Read(_file.Text, _xml, _people);
                break;
            case "settings" or "scripts" or "font-face-decls":
                GenericScript(name);
                break;
            default:
                break;
        }
    }

    private void End(string name, int depth)
    {
        switch (name)
        {
            case "p" or "h":
                EndParagraph();
                break;
            case "span" when _hiddenSpans.TryPeek(out var hidden) && hidden == depth:
                _hiddenSpans.Pop();
                break;
            case "table-cell" or "covered-table-cell":
                if (_isSheet)
                    _sheet.EndCell();
                else if (_rowDepth >= 0)
                    _row.Append('\t');
                break;
            case "table-row":
                if (_isSheet)
                    _sheet.EndRow();
                else if (_rowDepth == depth)
                    EndRow();
                break;
            default:
                break;
        }

        if (_places.TryPeek(out var place) && place.Depth == depth)
            _places.Pop();
    }

    private Place Slide => Place.Slide(_pages, _hiddenStyles.Contains(_style));

    private Place PlaceHere => _places.TryPeek(out var place) ? place.Place : _base;

    private void EnterPlace(Place place)
    {
        // What is deleted or hidden stays so, whatever it holds.
        var outer = PlaceHere;
        _places.Push((_xml.Depth, outer == Place.DeletedText || outer == Place.HiddenText ? outer : place));
    }

    private void Append(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph))
            (_hiddenSpans.Count > 0 ? paragraph.Hidden : paragraph.Visible).Append(text);
    }

    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph))
            return;
        var line = paragraph.Visible.ToString();
        if (paragraph.Place == Place.SomeCell)
            _sheet.AddLine(line);
        else if (_rowDepth >= 0 && paragraph.Depth >= _rowDepth && paragraph.IsOfRow(_places))
            AddToRow(line);
        else
            Add(paragraph.Place, line);
        if (paragraph.Hidden.Length > 0)
            Add(Place.HiddenText, paragraph.Hidden.ToString());
    }

    private void AddToRow(string line)
    {
        if (_row.Length > 0 && _row[^1] != '\t')
            _row.Append('\n');
        _row.Append(line);
        if (_row.Length > LongestRow)
            FlushRow();
    }

    private void EndRow()
    {
        FlushRow();
        _rowDepth = -1;
    }

    private void FlushRow()
    {
        var row = _row.ToString().TrimEnd('\t');
        _row.Clear();
        Add(PlaceHere, row);
    }

    private void Add(Place place, string? text) => _file.Text.Add(place, text ?? "");

    private void AddLink(string? target)
    {
        // What stands in the package itself is read by itself.
        if (target is not null && (target.Contains(':', StringComparison.Ordinal) || target.StartsWith("..", StringComparison.Ordinal)))
            _links.Add(target);
    }

    /// <summary>Consumes an element whose text does not belong into the paragraph around it.</summary>
    private void SkipText() => _xml.InnerText();

    private void GenericScript(string name)
    {
        if (name == "scripts")
            Add(Place.Macro, _xml.InnerText());
        else
            SkipText();
    }

    private void ReadBinary()
    {
        var encoded = _xml.InnerText();
        var bytes = new byte[((encoded.Length / 4) + 1) * 3];
        if (Convert.TryFromBase64String(encoded, bytes, out var length) && length > 0 && _file.Budget.TakeEntry() && _file.Budget.TakeDecoded(length))
            _embedded.Add(bytes.AsMemory(0, length));
    }

    private sealed class Paragraph((int Depth, Place Place) at)
    {
        public int Depth { get; } = at.Depth;

        public Place Place { get; } = at.Place;

        public StringBuilder Visible { get; } = new();

        public StringBuilder Hidden { get; } = new();

        /// <summary>Whether no note or comment stands between the row and the paragraph.</summary>
        public bool IsOfRow(Stack<(int Depth, Place Place)> places) => places.TryPeek(out var place) && place.Depth == Depth && place.Place != Place.Comment && place.Place != Place.Footnote && place.Place != Place.Endnote;
    }
}

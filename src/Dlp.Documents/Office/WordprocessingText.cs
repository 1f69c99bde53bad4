using System.Globalization;
using System.Text;

namespace Dlp.Documents.Office;

/// <summary>
/// Text of a WordprocessingML part (ECMA-376 part 1, 17): the document, headers and footers, notes, comments, building blocks. Deleted and hidden
/// text and fields are read too, each at a place of its own.
/// </summary>
internal sealed class WordprocessingText
{
    private const int LongestRow = 65_536;

    private readonly OfficePart _part;
    private readonly PartXml _xml;
    private readonly Place _place;
    private readonly Stack<ParagraphText> _paragraphs = new();
    private readonly Stack<ParagraphText> _spare = new();
    private readonly Stack<(int Depth, bool IsHidden)> _runs = new();
    private readonly StringBuilder _row = new();
    private readonly MarkupAlternatives _alternatives = new();
    private StringBuilder? _open;
    private int _deleted;
    private int _boxes;
    private int _tables;

    private WordprocessingText(OfficePart part, PartXml xml, Place place) => (_part, _xml, _place) = (part, xml, place);

    /// <summary>Reads on from the root of the part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="xml">Stands at the root.</param>
    /// <param name="place">Of its running text: <c>body</c>, <c>header</c>.</param>
    public static void Read(OfficePart part, PartXml xml, Place place) => new WordprocessingText(part, xml, place).Read();

    private ParagraphText Paragraph
    {
        get
        {
            if (_paragraphs.Count == 0)
                _paragraphs.Push(new ParagraphText());
            return _paragraphs.Peek();
        }
    }

    private void Read()
    {
        _xml.Walk(Begin, (name, _) => End(name), () => _open);

        // A part that is cut off ends inside its paragraphs.
        while (_paragraphs.TryPeek(out _))
            EndParagraph();
        EndRow();
    }

    private void Begin(string name)
    {
        _alternatives.Begin(name);
        switch (name)
        {
            case "p":
                _paragraphs.Push(_spare.TryPop(out var spare) ? spare : new ParagraphText());
                break;
            case "r":
                _runs.Push((_xml.Depth, false));
                break;
            case "vanish" when _runs.TryPeek(out var run) && _xml.Depth == run.Depth + 2:
                _runs.Pop();
                _runs.Push(run with { IsHidden = _xml.Attribute("val") is not ("0" or "false" or "off") });
                break;
            case "t" or "delText":
                _open = name == "delText" || _deleted > 0 ? Paragraph.Deleted : Shown;
                break;
            case "instrText" or "delInstrText":
                _open = Paragraph.Field;
                break;
            case "tab" or "ptab" when _runs.TryPeek(out var run) && _xml.Depth == run.Depth + 1:
                Shown.Append('\t');
                break;
            case "br" or "cr":
                Shown.Append('\n');
                break;
            case "noBreakHyphen":
                Shown.Append('-');
                break;
            case "sym":
                AppendSymbol();
                break;
            case "ins" or "moveTo":
                _part.People.Add(_xml.Attribute("author"));
                break;
            case "del" or "moveFrom":
                _deleted++;
                _part.People.Add(_xml.Attribute("author"));
                break;
            case "rPrChange" or "pPrChange" or "sectPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange":
                _part.People.Add(_xml.Attribute("author"));
                _xml.Skip();
                break;
            case "comment":
                _part.People.Add(_xml.Attribute("author"));
                break;
            case "tbl":
                _tables++;
                break;
            case "txbxContent":
                _boxes++;
                break;
            default:
                BeginSpecial(name);
                break;
        }
    }

    /// <summary>Elements whose attributes hold text.</summary>
    private void BeginSpecial(string name)
    {
        switch (name)
        {
            case "tblCaption" or "tblDescription":
                Add(Place.AltText, _xml.Attribute("val"));
                break;
            case "fldSimple":
                Paragraph.Field.Append(_xml.Attribute("instr"));
                break;
            case "bookmarkStart" when _xml.Attribute("name") is { } bookmark && GivenName.Is(bookmark):
                Add(Place.Bookmark, bookmark);
                break;
            case "name" when _place == Place.BuildingBlock:
                Add(Place.GivenName, _xml.Attribute("val"));
                break;
            case "hyperlink":
                Add(Place.Link, _xml.Attribute("tooltip"));
                break;
            case "alias" or "tag" or "helpText" or "statusText" or "default":
                Add(Place.FormField, _xml.Attribute("val"));
                break;
            case "listItem":
                Add(Place.FormField, _xml.Attribute("displayText"));
                Add(Place.FormField, _xml.Attribute("value"));
                break;
            case "listEntry":
                Add(Place.FormField, _xml.Attribute("val"));
                break;
            default:
                ShapeDescriptions.Read(_xml, name, Add);
                break;
        }
    }

    private void End(string name)
    {
        _alternatives.End(name);
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                _open = null;
                break;
            case "p":
                EndParagraph();
                break;
            case "r":
                _runs.TryPop(out _);
                break;
            case "del" or "moveFrom":
                _deleted--;
                break;
            case "tc" when _boxes == 0:
                _row.Append('\t');
                break;
            case "tr" when _boxes == 0:
                if (_tables <= 1 || _row.Length > LongestRow)
                    EndRow();
                else
                    _row.Append('\n');
                break;
            case "tbl":
                _tables--;
                break;
            case "txbxContent":
                _boxes--;
                break;
            default:
                break;
        }
    }

    private StringBuilder Shown => _runs.TryPeek(out var run) && run.IsHidden ? Paragraph.Hidden : Paragraph.Visible;

    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph))
            return;
        if (paragraph.Visible.Length > 0)
        {
            var line = paragraph.Visible.ToString();
            paragraph.Visible.Clear();
            if (_tables > 0 && _boxes == 0)
                AddToRow(line);
            else
                Add(_boxes > 0 && _place == Place.Body ? Place.TextBox : _place, line);
        }

        foreach (var (place, line) in paragraph.TakeUnseen())
            Add(place, line);
        _spare.Push(paragraph);
    }

    /// <summary>A row is one line: what a form prints before a box stands before what was written into it.</summary>
    private void AddToRow(string line)
    {
        if (_row.Length > 0 && _row[^1] is not ('\t' or '\n'))
            _row.Append('\n');
        _row.Append(line);
        if (_row.Length > LongestRow)
            EndRow();
    }

    private void EndRow()
    {
        var row = _row.ToString().TrimEnd('\t', '\n');
        _row.Clear();
        Add(_place == Place.Body ? Place.Table : _place, row);
    }

    /// <summary>Adds a line, unless it only says again, for older programs, what was said for newer ones.</summary>
    private void Add(Place place, string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || _alternatives.Repeats(line))
            return;
        _part.Text.Add(_part.PlaceOf(place), line);
    }

    private void AppendSymbol()
    {
        // Symbol fonts put their glyphs into the private use area, where they mean nothing by themselves.
        if (ushort.TryParse(_xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            && !char.IsSurrogate((char)code)
            && char.GetUnicodeCategory((char)code) != UnicodeCategory.PrivateUse)
            Shown.Append((char)code);
    }
}

using System.Text;

namespace Dlp.Documents.Office;

/// <summary>
/// Text of DrawingML and PresentationML (ECMA-376 part 1, 19 to 21): slides, notes, charts, diagrams, the drawings of sheets; and of VML, its
/// predecessor (part 4, 19).
/// </summary>
internal sealed class DrawingText
{
    private readonly OfficePart _part;
    private readonly PartXml _xml;
    private readonly Place _place;
    private readonly bool _isMaster;
    private readonly Stack<StringBuilder> _paragraphs = new();
    private readonly StringBuilder _row = new();
    private readonly MarkupAlternatives _alternatives = new();
    private int _textDepth = -1;
    private int _tables;
    private int _placeholderDepth = -1;
    private int _shapeDepth = -1;

    private DrawingText(OfficePart part, PartXml xml, Place place, bool isMaster) => (_part, _xml, _place, _isMaster) = (part, xml, place, isMaster);

    /// <summary>Reads on from the root of the part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="xml">Stands at the root.</param>
    /// <param name="place">Where its running text stands.</param>
    /// <param name="isMaster">Whether the text of its placeholders only invites to type one.</param>
    public static void Read(OfficePart part, PartXml xml, Place place, bool isMaster = false) => new DrawingText(part, xml, place, isMaster).Read();

    private void Read()
    {
        _xml.Walk(Begin, End, () => _textDepth >= 0 ? Paragraph : null);

        while (_paragraphs.Count > 0)
            EndParagraph();
        EndRow();
    }

    private StringBuilder Paragraph
    {
        get
        {
            if (_paragraphs.Count == 0)
                _paragraphs.Push(new StringBuilder());
            return _paragraphs.Peek();
        }
    }

    private void Begin(string name)
    {
        _alternatives.Begin(name);
        switch (name)
        {
            case "p":
                _paragraphs.Push(new StringBuilder());
                break;

            // A line of a VML text box.
            case "div":
                _paragraphs.Push(new StringBuilder());
                OpenText();
                break;

            // Text of a run, a value or formula of a chart, a comment, a font tag of a VML text box.
            case "t" or "v" or "f" or "text" or "font" or "attrName" or "FmlaMacro":
                OpenText();
                break;

            // A value of the charts of 2016 and later, which hold it without an element of its own ([MS-ODRAWXML] 2.24.3).
            case "pt" when _xml.Namespace.EndsWith("/chartex", StringComparison.Ordinal):
                OpenText();
                break;
            case "br":
                Paragraph.Append('\n');
                break;
            case "tbl":
                _tables++;
                break;
            case "sp":
                _shapeDepth = _xml.Depth;
                Add(_part.PlaceOf(Place.Macro), _xml.Attribute("macro"));
                break;
            case "cSld" when _xml.Attribute("name") is { } slide && GivenName.Is(slide) && !_isMaster:
                Add(_part.PlaceOf(Place.GivenName), slide);
                break;
            case "ph" when _isMaster && _xml.Attribute("type") is not ("ftr" or "hdr"):
                _placeholderDepth = _shapeDepth;
                break;
            case "hlinkClick" or "hlinkHover":
                Add(_part.PlaceOf(Place.Link), _xml.Attribute("tooltip"));
                break;
            default:
                ShapeDescriptions.Read(_xml, name, (what, line) => Add(_part.PlaceOf(what), line));
                break;
        }
    }

    private void OpenText() => _textDepth = _textDepth < 0 ? _xml.Depth : _textDepth;

    private void End(string name, int depth)
    {
        _alternatives.End(name);
        if (_textDepth == depth)
        {
            _textDepth = -1;

            // Outside a paragraph every value is a line of its own.
            if (_paragraphs.Count == 1 && name is not ("t" or "font" or "div"))
                EndParagraph();
        }

        switch (name)
        {
            case "p" or "div":
                EndParagraph();
                break;
            case "tc":
                _row.Append('\t');
                break;
            case "tr":
                EndRow();
                break;
            case "tbl":
                _tables--;
                break;
            case "sp":
                _placeholderDepth = -1;
                break;
            default:
                break;
        }
    }

    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph) || paragraph.Length == 0 || _placeholderDepth >= 0)
            return;
        var line = paragraph.ToString();
        if (_tables == 0)
        {
            Add(_place, line);
            return;
        }

        if (_row.Length > 0 && _row[^1] != '\t')
            _row.Append('\n');
        _row.Append(line);
    }

    private void EndRow()
    {
        var row = _row.ToString().TrimEnd('\t');
        _row.Clear();
        Add(_place, row);
    }

    private void Add(Place place, string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || _alternatives.Repeats(line))
            return;

        // A diagram is stored twice, as data and as drawn.
        if (_place == _part.PlaceOf(Place.Diagram) && !_part.KnownLines.Add(line))
            return;
        _part.Text.Add(place, line);
    }
}

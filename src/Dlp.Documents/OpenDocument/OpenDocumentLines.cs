using System.Text;

namespace Dlp.Documents.OpenDocument;

/// <summary>The lines of a document as its elements open and close: paragraphs, rows of tables, what is hidden, and the place of each.</summary>
/// <param name="text">Takes the lines.</param>
/// <param name="sheet">Takes those of cells.</param>
/// <param name="running">The place of running text.</param>
internal sealed class OpenDocumentLines(AttachmentText text, OpenDocumentSheet sheet, Place running)
{
    private const int LongestRow = 65_536;

    private readonly Stack<Paragraph> _paragraphs = new();
    private readonly Stack<(int Depth, Place Place)> _places = new();
    private readonly Stack<int> _hiddenSpans = new();
    private readonly StringBuilder _row = new();
    private int _rowDepth = -1;

    /// <summary>Where characters go; null outside paragraphs.</summary>
    public StringBuilder? Open => !_paragraphs.TryPeek(out var paragraph) ? null : _hiddenSpans.Count > 0 ? paragraph.Hidden : paragraph.Visible;

    private Place Here => _places.TryPeek(out var place) ? place.Place : running;

    /// <summary>What the element at <paramref name="depth"/> holds stands at a place of its own.</summary>
    public void Enter(Place place, int depth)
    {
        // What is deleted or hidden stays so, whatever it holds.
        var outer = Here;
        _places.Push((depth, outer == Place.DeletedText || outer == Place.HiddenText ? outer : place));
    }

    /// <summary>What the element at <paramref name="depth"/> holds is not seen.</summary>
    public void EnterHidden(int depth) => _hiddenSpans.Push(depth);

    /// <summary>The element at <paramref name="depth"/> ends.</summary>
    public void Leave(int depth)
    {
        if (_places.TryPeek(out var place) && place.Depth == depth)
            _places.Pop();
    }

    /// <summary>The span at <paramref name="depth"/> ends.</summary>
    public void LeaveHidden(int depth)
    {
        if (_hiddenSpans.TryPeek(out var hidden) && hidden == depth)
            _hiddenSpans.Pop();
    }

    public void BeginParagraph() => _paragraphs.Push(new Paragraph(_places.TryPeek(out var place) ? place : (-1, running)));

    public void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph))
            return;
        var line = paragraph.Visible.ToString();
        if (paragraph.Place == Place.SomeCell)
            sheet.AddLine(line);
        else if (_rowDepth >= 0 && paragraph.Depth >= _rowDepth && IsInRow(paragraph))
            AddToRow(line);
        else
            text.Add(paragraph.Place, line);
        if (paragraph.Hidden.Length > 0)
            text.Add(Place.HiddenText, paragraph.Hidden.ToString());
    }

    /// <summary>A row of a table that is no sheet; those of tables within it are lines of its own.</summary>
    public void BeginRow(int depth)
    {
        if (_rowDepth < 0)
            _rowDepth = depth;
        Enter(running == Place.Body && _places.Count == 0 ? Place.Table : Here, depth);
    }

    public void EndCell()
    {
        if (_rowDepth >= 0)
            _row.Append('\t');
    }

    public void EndRow(int depth)
    {
        if (_rowDepth == depth)
            EndRow();
    }

    /// <summary>Tells what a document that is cut off leaves open.</summary>
    public void End()
    {
        while (_paragraphs.Count > 0)
            EndParagraph();
        EndRow();
    }

    /// <summary>Whether no note or comment stands between the row and the paragraph.</summary>
    private bool IsInRow(Paragraph paragraph) =>
        _places.TryPeek(out var place) && place.Depth == paragraph.Depth && place.Place != Place.Comment && place.Place != Place.Footnote && place.Place != Place.Endnote;

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
        text.Add(Here, row);
    }

    private sealed class Paragraph((int Depth, Place Place) at)
    {
        public int Depth { get; } = at.Depth;

        public Place Place { get; } = at.Place;

        public StringBuilder Visible { get; } = new();

        public StringBuilder Hidden { get; } = new();
    }
}

using Dlp.Documents.Office;

namespace Dlp.Documents.OldOffice;

/// <summary>The sheet, chart or workbook whose records are being read: its cells a row at a time, then the texts in their formulas; its notes and text boxes.</summary>
internal sealed class ExcelSheet(AttachmentText text)
{
    private readonly List<(Place Place, string Text)> _row = [];
    private readonly List<(Place Place, string Texts)> _formulas = [];
    private readonly Dictionary<int, string> _boxes = [];
    private int _rowNumber = -1;
    private bool _isSheet;

    /// <summary><c>sheet Q3 (hidden)</c>, or <c>workbook</c>.</summary>
    public Place Place { get; private set; } = Place.Workbook;

    /// <summary>Whether the values that come are those of a chart.</summary>
    public bool IsInChart { get; set; }

    /// <summary>Goes to another sheet.</summary>
    /// <param name="place">What it is called; null for the workbook as a whole, which has no cells.</param>
    /// <param name="isChart">Whether the whole sheet is a chart.</param>
    public void Begin(Place? place, bool isChart)
    {
        _isSheet = place is not null;
        IsInChart = _isSheet && isChart;
        Place = place ?? Place.Workbook;
    }

    /// <summary>Tells what is left of the sheet.</summary>
    public void End()
    {
        FlushRow();
        foreach (var box in _boxes.Values)
            Add(Place.TextBox, box);
        _boxes.Clear();
    }

    /// <summary>Adds a text that stands in no cell.</summary>
    public void Add(Place what, string line) => text.Add(what.In(Place), line);

    /// <summary>Adds the text of a cell, or of a value of a chart.</summary>
    public void AddCell(int row, int column, string shown)
    {
        if (string.IsNullOrWhiteSpace(shown) || !_isSheet)
            return;
        if (IsInChart)
        {
            Add(Place.Chart, shown);
            return;
        }

        if (row != _rowNumber)
            FlushRow();
        _rowNumber = row;
        _row.Add((Cell(row, column), shown));
    }

    /// <summary>Adds the texts in a formula, which are told behind the row.</summary>
    /// <param name="cell">The cell; null when the formula serves several.</param>
    /// <param name="texts">Its literals.</param>
    public void AddFormula((int Row, int Column)? cell, string texts) =>
        _formulas.Add((Place.Formula.In(cell is var (row, column) ? Cell(row, column) : Place), texts));

    /// <summary>Keeps the text of an object, which is that of a note where one names the object ([MS-XLS] 2.4.179); numbers that come again are told apart.</summary>
    /// <returns>The number under which it is kept.</returns>
    public int KeepBox(int number, string box)
    {
        while (_boxes.ContainsKey(number))
            number += 0x10000;
        _boxes[number] = box;
        return number;
    }

    /// <summary>Adds a note on a cell.</summary>
    public void AddNote(int row, int column, string note) => text.Add(Place.Note.In(Cell(row, column)), note);

    /// <summary>Adds the text of an object as a note on a cell, if it was kept.</summary>
    public void AddNote(int row, int column, int number)
    {
        if (_boxes.Remove(number, out var box))
            AddNote(row, column, box);
    }

    /// <summary>Tells the cells of the row, and the texts in their formulas.</summary>
    public void FlushRow()
    {
        text.AddRow(_row);
        _row.Clear();
        foreach (var (place, texts) in _formulas)
            text.Add(place, texts);
        _formulas.Clear();
    }

    private Place Cell(int row, int column) => Place.At(CellReference.Of(column + 1, row + 1));
}

using System.Globalization;
using System.Text;
using Dlp.Documents.Office;

namespace Dlp.Documents.OpenDocument;

/// <summary>The sheet of a spreadsheet that is being read (ODF 1.3 part 3, 9): a line a row, every cell at its own place.</summary>
internal sealed class OpenDocumentSheet(AttachmentText text, PartXml xml)
{
    private const int MostCells = 1 << 24;

    private readonly List<(Place Place, string Text)> _row = [];
    private readonly List<(Place Place, string Text)> _formulas = [];
    private readonly StringBuilder _cell = new();
    private Place _sheet = Place.SomeSheet;
    private string _value = "";
    private string _formula = "";
    private int _rowNumber;
    private int _nextRow = 1;
    private int _column;
    private int _nextColumn = 1;
    private bool _isRowHidden;
    private bool _isCellOpen;

    /// <summary><c>sheet Q3 (hidden), B12</c>.</summary>
    public Place Cell => _sheet.At(CellReference.Of(_column, _rowNumber)).Marked(_isRowHidden ? Visibility.HiddenRow : Visibility.Shown);

    public void Begin(string name, bool isHidden)
    {
        _sheet = Place.Sheet(name, isHidden ? Visibility.Hidden : Visibility.Shown);
        (_rowNumber, _nextRow) = (0, 1);
    }

    /// <summary>Stands at the row. A row that repeats is told once.</summary>
    public void BeginRow()
    {
        _rowNumber = _nextRow;
        _nextRow = Math.Min(_rowNumber + Repetitions("number-rows-repeated"), MostCells);
        _isRowHidden = xml.Attribute("visibility") is "collapse" or "filter";
        _nextColumn = 1;
    }

    public void BeginCell()
    {
        _column = _nextColumn;
        _nextColumn = Math.Min(_column + Repetitions("number-columns-repeated"), MostCells);
        _value = xml.Attribute("value") ?? xml.Attribute("string-value") ?? xml.Attribute("boolean-value") ?? "";
        var date = xml.Attribute("date-value") ?? xml.Attribute("time-value");
        _value = _value.Length == 0 && xml.IsEmptyElement ? date ?? "" : _value;
        _formula = xml.Attribute("formula") ?? "";
        _cell.Clear();
        _isCellOpen = true;
    }

    public void AddLine(string line)
    {
        if (_cell.Length > 0)
            _cell.Append('\n');
        _cell.Append(line);
    }

    public void EndCell()
    {
        if (!_isCellOpen)
            return;
        _isCellOpen = false;
        var shown = _cell.ToString();
        _cell.Clear();
        if (_value.Length > 0 && !string.Equals(shown, _value, StringComparison.OrdinalIgnoreCase))
            shown = shown.Length == 0 ? _value : ShownAndHeld.Of(shown, _value);
        if (shown.Length > 0)
            _row.Add((Cell, shown));
        if (FormulaText.Literals(_formula) is { Length: > 0 } literals)
            _formulas.Add((Place.Formula.In(Cell), literals));
    }

    public void EndRow()
    {
        EndCell();
        text.AddRow(_row);
        foreach (var (place, literals) in _formulas)
            text.Add(place, literals);
        _row.Clear();
        _formulas.Clear();
    }

    private int Repetitions(string attribute) =>
        int.TryParse(xml.Attribute(attribute), CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, MostCells) : 1;
}

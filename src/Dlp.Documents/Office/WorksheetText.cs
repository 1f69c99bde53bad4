using System.Globalization;
using System.Text;

namespace Dlp.Documents.Office;

/// <summary>What all sheets of a workbook need to be read.</summary>
/// <param name="Strings">Shared by the cells.</param>
/// <param name="Formats">Of the cells' numbers.</param>
internal sealed record Workbook(SharedStrings Strings, CellFormats Formats);

/// <summary>One sheet of a workbook (ECMA-376 part 1, 18.3): a line a row, every cell at its own place.</summary>
internal sealed class WorksheetText
{
    private const int MostHiddenRanges = 10_000;

    private readonly OfficePart _part;
    private readonly PartXml _xml;
    private readonly Workbook _workbook;
    private readonly Place _sheet;
    private readonly List<(Place Place, string Text)> _row = [];
    private readonly List<(Place Place, string Text)> _formulas = [];
    private readonly List<(int First, int Last)> _hiddenColumns = [];
    private readonly StringBuilder _value = new();
    private readonly StringBuilder _formula = new();
    private int _rowNumber;
    private int _column;
    private bool _isRowHidden;

    private WorksheetText(OfficePart part, PartXml xml, Workbook workbook)
    {
        (_part, _xml, _workbook) = (part, xml, workbook);
        _sheet = part.Owner ?? Place.UnlistedSheet;
    }

    /// <summary>Reads on from the root of the part.</summary>
    public static void Read(OfficePart part, PartXml xml, Workbook workbook) => new WorksheetText(part, xml, workbook).Read();

    private void Read()
    {
        while (_xml.Read())
        {
            if (_xml.IsElement)
                Begin(_xml.Name);
            else if (_xml.IsEndElement && _xml.Name is "row" or "sheetData")
                EndRow();
        }

        EndRow();
    }

    private void Begin(string name)
    {
        switch (name)
        {
            case "row":
                _rowNumber = int.TryParse(_xml.Attribute("r"), CultureInfo.InvariantCulture, out var number) ? number : _rowNumber + 1;
                _isRowHidden = _xml.Attribute("hidden") is "1" or "true";
                _column = 0;
                break;
            case "c":
                ReadCell();
                break;
            case "col" when _xml.Attribute("hidden") is "1" or "true" && _hiddenColumns.Count < MostHiddenRanges:
                if (int.TryParse(_xml.Attribute("min"), CultureInfo.InvariantCulture, out var first)
                    && int.TryParse(_xml.Attribute("max"), CultureInfo.InvariantCulture, out var last))
                    _hiddenColumns.Add((first, last));
                break;
            case "oddHeader" or "evenHeader" or "firstHeader":
                Add(Place.Header, HeaderText(_xml.InnerText()));
                break;
            case "oddFooter" or "evenFooter" or "firstFooter":
                Add(Place.Footer, HeaderText(_xml.InnerText()));
                break;
            case "dataValidation":
                AddAttributes(Place.DataValidation, "promptTitle", "prompt", "errorTitle", "error");
                break;
            case "formula1" or "formula2" or "formula" or "f":
                Add(Place.Formula, FormulaText.Literals(_xml.InnerText()));
                break;
            case "hyperlink":
                AddAttributes(Place.Link, "display", "tooltip", "location");
                break;
            case "cfRule":
                AddAttributes(Place.ConditionalFormat, "text");
                break;
            case "scenario":
                AddAttributes(Place.Scenario, "name", "comment");
                _part.People.Add(_xml.Attribute("user"));
                break;
            case "inputCells":
                AddAttributes(Place.Scenario, "val");
                break;
            case "filter" or "customFilter":
                AddAttributes(Place.Filter, "val");
                break;
            case "protectedRange":
                AddAttributes(Place.ProtectedRange, "name");
                break;
            case "controlPr" or "objectPr":
                AddAttributes(Place.AltText, "altText");
                break;
            case "control":
                AddAttributes(Place.Control, "name");
                break;
            default:
                break;
        }
    }

    private void ReadCell()
    {
        string? reference = null, type = null;
        var style = 0;
        foreach (var (name, value) in _xml.Attributes())
        {
            switch (name)
            {
                case "r":
                    reference = value;
                    break;
                case "t":
                    type = value;
                    break;
                case "s":
                    _ = int.TryParse(value, CultureInfo.InvariantCulture, out style);
                    break;
                default:
                    break;
            }
        }

        _column = reference is null ? _column + 1 : CellReference.ColumnOf(reference);
        if (_xml.IsEmptyElement)
            return;
        _value.Clear();
        _formula.Clear();
        ReadCellContent();
        if (_value.Length == 0 && _formula.Length == 0)
            return;
        var cell = CellReference.IsSane(reference) ? reference! : CellReference.Of(_column, _rowNumber);
        var place = _sheet.At(cell).Marked(CellVisibility);
        _row.Add((place, Show(_value.ToString(), type, style)));
        if (_formula.Length > 0 && FormulaText.Literals(_formula.ToString()) is { Length: > 0 } literals)
            _formulas.Add((Place.Formula.In(place), literals));
    }

    private void ReadCellContent()
    {
        var depth = _xml.Depth;
        StringBuilder? open = null;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.IsText)
            {
                if (open is not null)
                    _xml.AppendText(open);
            }
            else if (_xml.IsElement)
            {
                open = _xml.Name switch
                {
                    "v" or "t" => _value,
                    "f" => _formula,
                    _ => open,
                };
            }
            else if (_xml.Name is "v" or "t" or "f")
            {
                open = null;
            }
        }
    }

    private string Show(string value, string? type, int style) => type switch
    {
        "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var index) ? _workbook.Strings.Use(index) : value,
        "b" => value == "1" ? "TRUE" : "FALSE",
        "str" or "inlineStr" or "e" or "d" => value,
        _ => _workbook.Formats.Show(value, style),
    };

    private Visibility CellVisibility =>
        _isRowHidden ? Visibility.HiddenRow
        : _hiddenColumns.Exists(range => _column >= range.First && _column <= range.Last) ? Visibility.HiddenColumn
        : Visibility.Shown;

    private void EndRow()
    {
        _part.Text.AddRow(_row);
        foreach (var (place, text) in _formulas)
            _part.Text.Add(place, text);
        _row.Clear();
        _formulas.Clear();
    }

    private void AddAttributes(Place what, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Add(what, _xml.Attribute(name));
    }

    private void Add(Place what, string? text) => _part.Text.Add(what.In(_sheet), text ?? "");

    /// <summary>Without the codes for sections, fonts, sizes and fields (18.3.1.46), of which a name of a font may stand in quotes.</summary>
    private static string HeaderText(string coded)
    {
        var text = new StringBuilder();
        for (var i = 0; i < coded.Length; i++)
        {
            if (coded[i] != '&' || i + 1 == coded.Length)
            {
                text.Append(coded[i]);
                continue;
            }

            i++;
            if (coded[i] == '&')
            {
                text.Append('&');
            }
            else if (coded[i] == '"')
            {
                while (i + 1 < coded.Length && coded[++i] != '"')
                {
                }
            }
            else if (coded[i] == 'K')
            {
                i = Math.Min(i + 6, coded.Length - 1);
            }
            else if (char.IsAsciiDigit(coded[i]))
            {
                while (i + 1 < coded.Length && char.IsAsciiDigit(coded[i + 1]))
                    i++;
            }
            else if (coded[i] is 'L' or 'C' or 'R')
            {
                text.Append(text.Length > 0 ? "\t" : "");
            }
        }

        return text.ToString();
    }
}

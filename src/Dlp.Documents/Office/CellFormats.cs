using System.Globalization;
using ExcelNumberFormat;

namespace Dlp.Documents.Office;

/// <summary>How the cells of a workbook show their numbers (ECMA-376 part 1, 18.8.30): each style's number format.</summary>
internal sealed class CellFormats
{
    private const int LongestFormat = 1_000;
    private const int MostStyles = 100_000;
    private const int General = 0;

    // 18.8.30: what stands for the ids below 164, as an American reader sees it.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "$#,##0;-$#,##0",
        [6] = "$#,##0;-$#,##0",
        [7] = "$#,##0.00;-$#,##0.00",
        [8] = "$#,##0.00;-$#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "mm/dd/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yyyy h:mm",
        [37] = "#,##0;-#,##0",
        [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00",
        [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0",
        [42] = "$#,##0",
        [43] = "#,##0.00",
        [44] = "$#,##0.00",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
    };

    private readonly Dictionary<int, string> _codes = [];
    private readonly List<int> _styles = [];
    private readonly Dictionary<int, NumberFormat?> _formats = [];

    /// <summary>Whether dates count from 1904 (18.2.28).</summary>
    public bool IsDate1904 { get; set; }

    /// <summary>Adds a number format of the workbook's own.</summary>
    public void AddCode(int id, string code)
    {
        if (_codes.Count < MostStyles)
            _codes.TryAdd(id, code);
    }

    /// <summary>Adds the next style, which uses a number format.</summary>
    public void AddStyle(int formatId)
    {
        if (_styles.Count < MostStyles)
            _styles.Add(formatId);
    }

    /// <summary>Reads the part of styles.</summary>
    public void Read(PartXml xml)
    {
        var isCell = false;
        while (xml.Read())
        {
            if (!xml.IsElement)
                continue;
            switch (xml.Name)
            {
                case "numFmt" when int.TryParse(xml.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var id):
                    AddCode(id, xml.Attribute("formatCode") ?? "");
                    break;
                case "cellXfs":
                    isCell = true;
                    break;
                case "cellStyles" or "dxfs":
                    isCell = false;
                    break;
                case "xf" when isCell:
                    AddStyle(int.TryParse(xml.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var format) ? format : General);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// A number as the cell shows it and, where that says less, as it is. A date is not followed by its serial number, which nobody reads.
    /// </summary>
    public string Show(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return raw;
        var plain = Plain(raw, value);
        var id = style >= 0 && style < _styles.Count ? _styles[style] : General;
        if (id == General || FormatOf(id) is not { } format)
            return plain;
        string shown;
        try
        {
            shown = format.Format(value, CultureInfo.InvariantCulture, IsDate1904).Trim();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return plain;
        }

        if (shown.Length == 0 || shown == plain)
            return plain;
        return format.IsDateTimeFormat || format.IsTimeSpanFormat ? shown : $"{shown} {plain}";
    }

    /// <summary>Without the noise of binary fractions, and with all digits of a large whole number: 0.1068 for 0.10680000000000001, no exponent.</summary>
    private static string Plain(string raw, double value)
    {
        if (!raw.AsSpan().ContainsAny('.', 'E', 'e'))
            return raw;
        if (Math.Abs(value) is >= 1e15 and < 1e28 && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole))
            return whole.ToString(CultureInfo.InvariantCulture);
        return value.ToString(Math.Abs(value) is < 1e-4 and > 0 ? "G15" : "0.###############", CultureInfo.InvariantCulture) is var text && text.Length < raw.Length ? text : raw;
    }

    private NumberFormat? FormatOf(int id)
    {
        if (!_formats.TryGetValue(id, out var format))
        {
            var code = _codes.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id);
            format = code is null or "General" or "@" || code.Length > LongestFormat ? null : new NumberFormat(code);
            _formats[id] = format is { IsValid: true } ? format : null;
        }

        return _formats[id];
    }
}

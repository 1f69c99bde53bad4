using System.Globalization;
using ExcelNumberFormat;

namespace Dlp.Documents.OldOffice;

/// <summary>How cells show their numbers ([MS-XLS] 2.4.126 and 2.4.353): the displayed value, and the raw one where it says more.</summary>
internal sealed class ExcelFormats
{
    private const int MaxFormats = 10_000;
    private const int MaxDisplayed = 255;

    // The formats that a workbook need not write (ECMA-376 18.8.30).
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "$#,##0;($#,##0)",
        [6] = "$#,##0;($#,##0)",
        [7] = "$#,##0.00;($#,##0.00)",
        [8] = "$#,##0.00;($#,##0.00)",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "m/d/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yyyy h:mm",
        [37] = "#,##0;(#,##0)",
        [38] = "#,##0;(#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
    };

    private readonly Dictionary<int, string> _codes = [];
    private readonly Dictionary<int, NumberFormat?> _formats = [];
    private readonly List<int> _cellFormats = [];

    /// <summary>Days count from 1904 rather than 1900.</summary>
    public bool IsFrom1904 { get; set; }

    public void Add(int format, string code)
    {
        if (_codes.Count < MaxFormats)
            _codes[format] = code;
    }

    public void AddCellFormat(int format)
    {
        if (_cellFormats.Count < ushort.MaxValue)
            _cellFormats.Add(format);
    }

    /// <summary>What the cell shows, and in brackets what it holds where that reads otherwise; of a date only what it shows.</summary>
    public string Display(double value, int cellFormat)
    {
        var raw = Raw(value);
        if (FormatOf(cellFormat) is not { } format)
            return raw;
        string shown;
        try
        {
            shown = format.Format(value, CultureInfo.InvariantCulture, IsFrom1904).Trim();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A code that the library cannot make sense of, or a date before all dates.
            return raw;
        }

        if (shown.Length is 0 or > MaxDisplayed)
            return raw;
        return format.IsDateTimeFormat || format.IsTimeSpanFormat || string.Equals(shown, raw, StringComparison.Ordinal) ? shown : $"{shown} ({raw})";
    }

    /// <summary>Every digit that the number has: account numbers are long.</summary>
    public static string Raw(double value) => Math.Abs(value) < 1e18 && value == Math.Floor(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) is > 1e-6 and < 1e18 ? "0.################" : "R", CultureInfo.InvariantCulture);

    private NumberFormat? FormatOf(int cellFormat)
    {
        var id = cellFormat >= 0 && cellFormat < _cellFormats.Count ? _cellFormats[cellFormat] : 0;
        if (_formats.TryGetValue(id, out var known))
            return known;
        var code = _codes.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id);
        NumberFormat? format = null;
        if (code is { Length: > 0 and <= 1000 } && !string.Equals(code, "General", StringComparison.OrdinalIgnoreCase) && code != "@")
        {
            format = new NumberFormat(code);
            if (!format.IsValid)
                format = null;
        }

        return _formats[id] = format;
    }
}

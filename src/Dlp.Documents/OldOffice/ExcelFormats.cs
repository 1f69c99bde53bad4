using System.Globalization;
using Dlp.Documents.Office;

namespace Dlp.Documents.OldOffice;

/// <summary>How cells show their numbers ([MS-XLS] 2.4.126 and 2.4.353): the displayed value, and the raw one where it says more.</summary>
internal sealed class ExcelFormats
{
    private const int MaxDisplayed = 255;

    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [5] = "$#,##0;($#,##0)",
        [6] = "$#,##0;($#,##0)",
        [7] = "$#,##0.00;($#,##0.00)",
        [8] = "$#,##0.00;($#,##0.00)",
        [14] = "m/d/yyyy",
        [37] = "#,##0;(#,##0)",
        [38] = "#,##0;(#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)",
    };

    /// <summary>The formats, and the styles that use them.</summary>
    public NumberFormats Numbers { get; } = new(BuiltIn);

    /// <summary>What the cell shows, and in brackets what it holds where that reads otherwise; of a date only what it shows.</summary>
    public string Display(double value, int cellFormat)
    {
        var raw = Raw(value);
        var (shown, isTime) = Numbers.Show(value, cellFormat);
        if (shown.Length is 0 or > MaxDisplayed)
            return raw;
        return isTime || string.Equals(shown, raw, StringComparison.Ordinal) ? shown : $"{shown} ({raw})";
    }

    /// <summary>Every digit that the number has: account numbers are long.</summary>
    public static string Raw(double value) => Math.Abs(value) < 1e18 && value == Math.Floor(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) is > 1e-6 and < 1e18 ? "0.################" : "R", CultureInfo.InvariantCulture);
}

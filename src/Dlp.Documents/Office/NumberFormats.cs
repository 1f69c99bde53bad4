using System.Globalization;
using ExcelNumberFormat;

namespace Dlp.Documents.Office;

/// <summary>The number formats of a workbook, and which of them each style of cells uses (ECMA-376 part 1, 18.8.30; [MS-XLS] 2.4.126, 2.4.353).</summary>
/// <param name="builtIn">Formats that a workbook need not write, where its program shows them in a way of its own.</param>
internal sealed class NumberFormats(IReadOnlyDictionary<int, string> builtIn)
{
    private const int LongestFormat = 1_000;
    private const int Most = 100_000;
    private const int General = 0;

    // 18.8.30: what stands for the ids below 164, as an American reader sees it.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yyyy h:mm",
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
        if (_codes.Count < Most)
            _codes.TryAdd(id, code);
    }

    /// <summary>Adds the next style, which uses a number format.</summary>
    public void AddStyle(int formatId)
    {
        if (_styles.Count < Most)
            _styles.Add(formatId);
    }

    /// <summary>What a cell of a style shows of a number, and whether that is a date or a time; empty where it shows the number as it is.</summary>
    public (string Text, bool IsTime) Show(double value, int style)
    {
        var id = style >= 0 && style < _styles.Count ? _styles[style] : General;
        if (FormatOf(id) is not { } format)
            return ("", false);
        try
        {
            return (format.Format(value, CultureInfo.InvariantCulture, IsDate1904).Trim(), format.IsDateTimeFormat || format.IsTimeSpanFormat);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A code that the library cannot make sense of, or a date before all dates.
            return ("", false);
        }
    }

    private NumberFormat? FormatOf(int id)
    {
        if (_formats.TryGetValue(id, out var known))
            return known;
        var code = _codes.GetValueOrDefault(id) ?? builtIn.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id);
        var isGeneral = code is null or "" or "@" || code.Equals("General", StringComparison.OrdinalIgnoreCase);
        return _formats[id] = !isGeneral && code!.Length <= LongestFormat && new NumberFormat(code) is { IsValid: true } format ? format : null;
    }
}

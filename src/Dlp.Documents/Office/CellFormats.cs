using System.Globalization;

namespace Dlp.Documents.Office;

/// <summary>How the cells of a workbook show their numbers (ECMA-376 part 1, 18.8.30): each style's number format, and the number as it is.</summary>
internal sealed class CellFormats
{
    private const int General = 0;

    // As an American reader sees them.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [5] = "$#,##0;-$#,##0",
        [6] = "$#,##0;-$#,##0",
        [7] = "$#,##0.00;-$#,##0.00",
        [8] = "$#,##0.00;-$#,##0.00",
        [14] = "mm/dd/yyyy",
        [37] = "#,##0;-#,##0",
        [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00",
        [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0",
        [42] = "$#,##0",
        [43] = "#,##0.00",
        [44] = "$#,##0.00",
    };

    /// <summary>The formats, and the styles that use them.</summary>
    public NumberFormats Numbers { get; } = new(BuiltIn);

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
                    Numbers.AddCode(id, xml.Attribute("formatCode") ?? "");
                    break;
                case "cellXfs":
                    isCell = true;
                    break;
                case "cellStyles" or "dxfs":
                    isCell = false;
                    break;
                case "xf" when isCell:
                    Numbers.AddStyle(int.TryParse(xml.Attribute("numFmtId"), CultureInfo.InvariantCulture, out var format) ? format : General);
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
        var (shown, isTime) = Numbers.Show(value, style);
        if (shown.Length == 0 || shown == plain)
            return plain;
        return isTime ? shown : ShownAndHeld.Of(shown, plain);
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
}

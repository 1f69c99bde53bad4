using System.Text;

namespace Dlp.Documents.Tests.OldOffice;

/// <summary>Writes the records of workbooks ([MS-XLS]).</summary>
internal static class Biff
{
    public static byte[] Record(int type, params byte[] data) => [.. Short(type), .. Short(data.Length), .. data];

    public static byte[] Short(int value) => BitConverter.GetBytes((ushort)value);

    public static byte[] Begin(int type) => Record(0x0809, [0, 6, .. Short(type), .. new byte[12]]);

    public static byte[] End() => Record(0x000A);

    /// <summary>XLUnicodeString, of bytes where it can be.</summary>
    public static byte[] Text(string text, bool hasLongLength = true)
    {
        var isWide = text.Any(character => character > 0xFF);
        return [.. hasLongLength ? Short(text.Length) : [(byte)text.Length], isWide ? (byte)1 : (byte)0, .. isWide ? Encoding.Unicode.GetBytes(text) : Encoding.Latin1.GetBytes(text)];
    }

    public static byte[] Number(int row, int column, int format, double value) => Record(0x0203, [.. Cell(row, column, format), .. BitConverter.GetBytes(value)]);

    public static byte[] Cell(int row, int column, int format = 0) => [.. Short(row), .. Short(column), .. Short(format)];

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="globals">Records of the workbook.</param>
    /// <param name="sheet">Records of the sheet.</param>
    /// <param name="state">0 shown, 1 hidden, 2 very hidden.</param>
    public static byte[] Workbook(byte[] globals, byte[] sheet, byte state = 0)
    {
        byte[] bound = [.. new byte[4], state, 0, .. Text("Q3", hasLongLength: false)];
        byte[] start = [.. Begin(5), .. globals];
        BitConverter.GetBytes(start.Length + bound.Length + 8).CopyTo(bound, 0);
        return [.. start, .. Record(0x0085, bound), .. End(), .. Begin(0x10), .. sheet, .. End()];
    }
}

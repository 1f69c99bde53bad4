using System.Text;
using System.Text.Unicode;

namespace Dlp.Engine.Decoding;

/// <summary>Tells the bytes of a text from those of a picture, a key or a hash.</summary>
/// <param name="IsUtf16">Whether it is UTF-16, little end first, as PowerShell encodes commands; else UTF-8.</param>
/// <param name="Start">Where its first whole character starts.</param>
/// <param name="End">Where its last whole character ends.</param>
internal readonly record struct ByteText(bool IsUtf16, int Start, int End)
{
    /// <summary>Fewest bytes that are worth a look.</summary>
    public const int Shortest = 8;

    // Of so many bytes at most one may be a control character: NUL between the fields of an authentication, say.
    private const int BytesPerControl = 8;

    private const int LongestCharacter = 4;

    /// <summary>How bytes are read as text; null when they are none. A character cut at either end is left out.</summary>
    public static ByteText? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Shortest)
            return null;
        var start = 0;
        while (start < LongestCharacter - 1 && IsContinuation(bytes[start]))
            start++;
        var end = EndOfWhole(bytes);
        if (Utf8.IsValid(bytes[start..end]) && IsReadable(bytes[start..end]))
            return new ByteText(false, start, end);
        return OfUtf16(bytes);
    }

    /// <summary>Decodes the character that starts at a byte of the text, and tells how many bytes it took.</summary>
    public int Read(ReadOnlySpan<byte> bytes, int at, Span<char> units, out int written)
    {
        if (IsUtf16)
        {
            units[0] = (char)(bytes[at] | (bytes[at + 1] << 8));
            written = 1;
            return 2;
        }

        Rune.DecodeFromUtf8(bytes[at..End], out var rune, out var used);
        written = rune.EncodeToUtf16(units);
        return used;
    }

    // In French and English text nearly every second byte of UTF-16 is 0; 1 (œ) and 0x20 (’ and €) are the others. Nothing else looks so.
    private static ByteText? OfUtf16(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[0] == 0 ? 1 : 0;
        var units = (bytes.Length - start) / 2;
        var (western, controls) = (0, 0);
        for (var i = 0; i < units; i++)
        {
            var high = bytes[start + (2 * i) + 1];
            western += high is 0 or 1 or 0x20 ? 1 : 0;
            controls += high == 0 && IsControl(bytes[start + (2 * i)]) ? 1 : 0;
        }

        return units >= Shortest && western * 5 >= units * 4 && controls * BytesPerControl <= units
            ? new ByteText(true, start, start + (2 * units))
            : null;
    }

    private static int EndOfWhole(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestCharacter; back++)
        {
            var lead = bytes[^back];
            if (IsContinuation(lead))
                continue;
            var length = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return length > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private static bool IsReadable(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var value in bytes)
            controls += IsControl(value) ? 1 : 0;
        return controls * BytesPerControl <= bytes.Length;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static bool IsControl(byte value) => value is < 0x20 and not (byte)'\t' and not (byte)'\n' and not (byte)'\r' or 0x7F;
}

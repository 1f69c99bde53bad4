using System.Globalization;
using System.Text;

namespace Dlp.Engine.Decoding;

/// <summary>Escapes of programming languages and JSON that name a character by its number.</summary>
internal static class CodeEscape
{
    /// <summary>Characters of the escape that starts at a backslash, or of the bytes that follow one another there; 0 when there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, DecodedTextBuilder? builder)
    {
        var rest = text[(start + 1)..];
        return rest switch
        {
            ['x', ..] => ByteEscapes.Backslash.Read(text, start, builder),
            ['u', '{', ..] => rest[..Math.Min(rest.Length, 10)].IndexOf('}') is var close and > 2 ? Append(rest[2..close], start, close + 2, builder) : 0,
            ['u', ..] when rest.Length >= 5 => Append(rest[1..5], start, 6, builder),
            ['U', ..] when rest.Length >= 9 => Append(rest[1..9], start, 10, builder),
            _ => 0,
        };
    }

    private static int Append(ReadOnlySpan<char> digits, int start, int length, DecodedTextBuilder? builder)
    {
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value is < 0 or > 0x10FFFF)
            return 0;

        // Half of a pair is a unit of its own: its other half follows in the next escape.
        Span<char> units = stackalloc char[2];
        units[0] = (char)value;
        var written = Rune.TryCreate(value, out var rune) ? rune.EncodeToUtf16(units) : 1;
        builder?.Append(units[..written], start, start + length);
        return length;
    }
}

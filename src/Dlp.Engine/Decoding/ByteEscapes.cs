using System.Buffers;
using System.Text;

namespace Dlp.Engine.Decoding;

/// <summary>Bytes written as a sign and two hexadecimal digits each: <c>%C3%A9</c>, <c>=C3=A9</c>, <c>\xc3\xa9</c>.</summary>
/// <param name="Sign">What stands before the digits.</param>
/// <param name="Encoding">Whose sign it is.</param>
internal sealed record ByteEscapes(string Sign, TextEncoding Encoding)
{
    /// <summary>Percent-encoding.</summary>
    public static readonly ByteEscapes Percent = new("%", TextEncoding.Percent);

    /// <summary>Bytes in string literals.</summary>
    public static readonly ByteEscapes Backslash = new(@"\x", TextEncoding.Escape);

    /// <summary>Quoted-printable, in which encoders write upper-case digits.</summary>
    public static readonly ByteEscapes Equal = new("=", TextEncoding.QuotedPrintable);

    private const byte FirstLatinLetter = 0xC0;

    /// <summary>Characters of one escape.</summary>
    public int Width => Sign.Length + 2;

    /// <summary>
    /// Characters of the escapes that follow one another from a position, as far as they hold text; 0 when there is none. Bytes that are
    /// no UTF-8 are read as letters of ISO 8859-1, as old programs wrote them.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the first sign should stand.</param>
    /// <param name="builder">Takes what they decode to, unless null.</param>
    public int Read(ReadOnlySpan<char> text, int start, DecodedTextBuilder? builder)
    {
        Span<byte> bytes = stackalloc byte[4];
        Span<char> units = stackalloc char[2];
        var at = start;
        while (true)
        {
            var count = 0;
            while (count < bytes.Length && TryByte(text, at + (count * Width), out bytes[count]))
                count++;
            if (count == 0)
                break;
            if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) != OperationStatus.Done)
            {
                if (bytes[0] < FirstLatinLetter)
                    break;
                (rune, used) = (new Rune(bytes[0]), 1);
            }

            builder?.Append(units[..rune.EncodeToUtf16(units)], at, at + (used * Width));
            at += used * Width;
        }

        return at - start;
    }

    private bool TryByte(ReadOnlySpan<char> text, int at, out byte value)
    {
        value = 0;
        if (at > text.Length - Width || !text[at..].StartsWith(Sign))
            return false;
        var (high, low) = (text[at + Width - 2], text[at + Width - 1]);
        if ((BitReader.HexValue(high) | BitReader.HexValue(low)) < 0 || (Encoding == TextEncoding.QuotedPrintable && (high >= 'a' || low >= 'a')))
            return false;
        value = (byte)((BitReader.HexValue(high) << 4) | BitReader.HexValue(low));
        return true;
    }
}

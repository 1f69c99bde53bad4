using System.Text;
using System.Text.Unicode;

namespace Dlp.Documents.PlainText;

/// <summary>Bytes to text, whatever the encoding: byte order mark, UTF-8, UTF-16 and UTF-32 without mark, else windows-1252.</summary>
/// <remarks>
/// Order matters to safety: a text that any viewer shows as it is must not be taken for UTF-16 because of a NUL put into it, so the wide
/// encodings are tried only where a narrow reading is far from being text.
/// </remarks>
internal static class TextDecoder
{
    /// <summary>
    /// Narrow readings with fewer odd characters than this share are never UTF-16 or UTF-32, in which at least a third of a Latin
    /// text's bytes are NUL.
    /// </summary>
    private const double WideFrom = 0.15;

    private const double WideOddAtMost = 0.02;

    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: false);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text in the encoding that fits best. Never throws; whether it is text at all is <see cref="OddCharacters"/>' business.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (DecodeMarked(bytes) is { } marked)
            return marked;
        var narrow = DecodeNarrow(bytes);
        return OddCharacters.Count(narrow) < WideFrom * narrow.Length ? narrow : DecodeWide(bytes) ?? narrow;
    }

    private static string? DecodeMarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return DecodeNarrow(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFE, 0xFF]))
            return BigEndianUtf32.GetString(bytes[4..]);

        // The mark of UTF-32 is also that of UTF-16 before a NUL.
        if (bytes.StartsWith(Encoding.UTF32.Preamble) && Strict(Encoding.UTF32, bytes[4..]) is { } utf32)
            return utf32;
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        return bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : null;
    }

    private static string DecodeNarrow(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : DecodeMixed(bytes) ?? Windows1252.GetString(bytes);

    /// <summary>UTF-8 with stray bytes of windows-1252, as logs and cut files have; null when the valid sequences are no more than the strays.</summary>
    private static string? DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        int sequences = 0, strays = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            var run = bytes[..(ascii < 0 ? bytes.Length : ascii)];
            text.Append(Encoding.ASCII.GetString(run));
            bytes = bytes[run.Length..];
            if (bytes.IsEmpty)
                break;
            var valid = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            text.Append(valid ? rune.ToString() : Windows1252.GetString(bytes[..length]));
            bytes = bytes[length..];
            _ = valid ? sequences++ : strays++;
        }

        return sequences > strays ? text.ToString() : null;
    }

    /// <summary>The first wide encoding whose every unit is valid and whose text has next to no odd characters.</summary>
    private static string? DecodeWide(ReadOnlySpan<byte> bytes)
    {
        var even = bytes[..(bytes.Length & ~1)];
        Encoding[] encodings = NulsAtEvenPlaces(even) > NulsAtEvenPlaces(even.IsEmpty ? even : even[1..])
            ? [BigEndianUtf32, Encoding.UTF32, Encoding.BigEndianUnicode, Encoding.Unicode]
            : [Encoding.UTF32, BigEndianUtf32, Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (var encoding in encodings)
        {
            var width = encoding is UTF32Encoding ? 4 : 2;
            var whole = bytes[..(bytes.Length / width * width)];
            if (Strict(encoding, whole) is { Length: > 0 } text && OddCharacters.CountUnlikely(text) <= WideOddAtMost * text.Length)
                return text;
        }

        return null;
    }

    private static int NulsAtEvenPlaces(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i += 2)
            count += bytes[i] == 0 ? 1 : 0;
        return count;
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

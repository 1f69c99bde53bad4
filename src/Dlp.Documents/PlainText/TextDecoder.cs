using System.Text;
using System.Text.Unicode;

namespace Dlp.Documents.PlainText;

/// <summary>
/// Bytes to text, whatever the encoding: byte order mark, UTF-7 that is declared, UTF-8, UTF-16 and UTF-32 without mark, EBCDIC, the encoding that the file declares, else the
/// legacy one that fits best.
/// </summary>
/// <remarks>
/// Order matters to safety: a text that any viewer shows as it is must not be taken for UTF-16 because of a NUL put into it, so the wide
/// encodings are tried only where a narrow reading is no text, and must look like a script (<see cref="WideText"/>).
/// </remarks>
internal static class TextDecoder
{
    /// <summary>Narrow readings with no more odd characters than this share are never UTF-16 or UTF-32.</summary>
    private const double WideFrom = 0.02;

    /// <summary>Bytes of a piece: more characters than the beginnings of texts that are looked at.</summary>
    private const int Piece = 256 * 1024;

    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The text in the encoding that fits best. Never throws; whether it is text at all is <see cref="OddCharacters"/>' business.</summary>
    /// <param name="bytes">The text as it is stored.</param>
    /// <param name="declared">Name of the encoding that the file or its envelope states, if any; not believed where the bytes prove it wrong.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (DecodeMarked(bytes) is { } marked)
            return marked;
        if (Utf7.Decode(bytes, declared) is { } shifted)
            return shifted;
        if (Utf8.IsValid(bytes))
        {
            if (DecodeSevenBit(bytes, declared) is { } escaped)
                return escaped;
            var text = Encoding.UTF8.GetString(bytes);
            return OddCharacters.Count(text) <= WideFrom * text.Length ? text : WideText.Decode(bytes) ?? text;
        }

        if (Ebcdic.Decode(bytes) is { } mainframe)
            return mainframe;
        if (DecodeMixed(bytes) is { } mixed && OddCharacters.Count(mixed) <= WideFrom * mixed.Length)
            return mixed;
        var western = LegacyCharset.Windows1252.GetString(bytes);
        if (OddCharacters.Count(western) > WideFrom * western.Length && WideText.Decode(bytes) is { } wide)
            return wide;
        return LegacyCharset.Declared(declared) is { } encoding && Strict(encoding, bytes) is { } stated ? stated : LegacyCharset.Decode(bytes, western);
    }

    /// <summary>The text in pieces, each good until the next is asked for, when it is UTF-8 beyond doubt; null when it must be seen as a whole to tell what it is.</summary>
    public static IEnumerable<ReadOnlyMemory<char>>? InPieces(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var isCertain = Utf8.IsValid(bytes.Span) && !bytes.Span.StartsWith("+/v"u8) && bytes.Span.IndexOf(SevenBitEscape) < 0 && Utf8Pieces(bytes).All(piece => OddCharacters.Count(piece.Span) == 0);
        return isCertain ? Utf8Pieces(bytes) : null;
    }

    /// <summary>The beginning of a text, good enough to tell its format by the ASCII in it.</summary>
    public static string Head(ReadOnlySpan<byte> bytes) => DecodeMarked(bytes)
        ?? (bytes.IndexOf((byte)0) >= 0 ? WideText.Decode(bytes[..(bytes.Length & ~3)]) : null)
        ?? Encoding.Latin1.GetString(bytes);

    /// <summary>The text when every byte of it is valid in the encoding; else null.</summary>
    internal static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ((Encoding)encoding.Clone()) is var own && (own.DecoderFallback = DecoderFallback.ExceptionFallback) is not null ? own.GetString(bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> SevenBitEscape => "\x1B$"u8;

    private static IEnumerable<ReadOnlyMemory<char>> Utf8Pieces(ReadOnlyMemory<byte> bytes)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var piece = new char[Math.Min(bytes.Length, Piece) + 1];
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Piece, bytes.Length)..])
            yield return piece.AsMemory(0, decoder.GetChars(bytes.Span[..Math.Min(Piece, bytes.Length)], piece, flush: bytes.Length <= Piece));
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
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : DecodeMixed(bytes) ?? LegacyCharset.Windows1252.GetString(bytes);

    /// <summary>Encodings that hide in ASCII behind escape sequences (ISO 2022) or tildes (HZ): the first by its sequences, the second only when it is declared.</summary>
    private static string? DecodeSevenBit(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.IndexOf(SevenBitEscape) >= 0)
            return Strict(LegacyCharset.Named(bytes.IndexOf("\x1B$)C"u8) >= 0 ? "iso-2022-kr" : "iso-2022-jp")!, bytes);
        return string.Equals(declared, "hz-gb-2312", StringComparison.OrdinalIgnoreCase) ? Strict(LegacyCharset.Named("hz-gb-2312")!, bytes) : null;
    }

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
            text.Append(valid ? rune.ToString() : LegacyCharset.Windows1252.GetString(bytes[..length]));
            bytes = bytes[length..];
            _ = valid ? sequences++ : strays++;
        }

        return sequences > strays ? text.ToString() : null;
    }
}

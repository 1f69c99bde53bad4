using System.Text;

namespace Dlp.Documents.PlainText;

/// <summary>UTF-16 and UTF-32 without a byte order mark, told from binary data by looking like a script.</summary>
internal static class WideText
{
    private const double OddAtMost = 0.02;

    /// <summary>Scripts other than those of China, Japan and Korea have one block of 256 code points, beside that of ASCII.</summary>
    private const double InTwoBlocks = 0.9;

    /// <summary>So few characters say nothing about a script: they must be Latin.</summary>
    private const int FewCharacters = 6;

    private const double EastAsianShare = 0.95;

    /// <summary>Share of spaces, digits and punctuation below which no running East Asian text is.</summary>
    private const double EastAsianSigns = 0.01;

    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The text in the first encoding whose every unit is valid and whose characters are those of a script; null when none is.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var even = bytes[..(bytes.Length & ~1)];
        Encoding[] encodings = NulsAtEvenPlaces(even) > NulsAtEvenPlaces(even.IsEmpty ? even : even[1..])
            ? [BigEndianUtf32, Encoding.UTF32, Encoding.BigEndianUnicode, Encoding.Unicode]
            : [Encoding.UTF32, BigEndianUtf32, Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (var encoding in encodings)
        {
            var width = encoding is UTF32Encoding ? 4 : 2;
            var whole = bytes[..(bytes.Length / width * width)];
            if (TextDecoder.Strict(encoding, whole) is { Length: > 0 } text && IsText(text))
                return text;
        }

        return null;
    }

    private static bool IsText(string text) => OddCharacters.CountUnlikely(text) <= OddAtMost * text.Length && (IsOneScript(text) || IsEastAsian(text));

    private static bool IsOneScript(string text)
    {
        var blocks = new int[256];
        foreach (var character in text)
            blocks[character >> 8]++;
        if (text.Length < FewCharacters)
            return blocks[0] == text.Length;

        // Typographic quotes and dashes have a block of their own, which any script may use.
        var latin = blocks[0] + blocks[0x20];
        blocks[0] = blocks[0x20] = 0;
        return latin + blocks.Max() >= InTwoBlocks * text.Length && HasWords(text);
    }

    /// <summary>Tables of numbers hold no more letters than chance puts there.</summary>
    private static bool HasWords(string text) => text.Count(c => char.IsLetterOrDigit(c) || c is ' ' or '\n') >= text.Length / 2;

    private static bool IsEastAsian(string text)
    {
        if (text.Length < FewCharacters)
            return false;
        int fits = 0, signs = 0;
        foreach (var character in text)
        {
            var isSign = character is (>= ' ' and <= '~') or '\r' or '\n' or '\t' or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF');
            signs += isSign ? 1 : 0;
            fits += isSign || character is (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') ? 1 : 0;
        }

        return fits >= EastAsianShare * text.Length && signs >= EastAsianSigns * text.Length && signs > 0 && !IsAsciiInPairs(text);
    }

    /// <summary>Two ASCII letters, read as one unit, are an ideograph: a text of nothing else is ASCII.</summary>
    private static bool IsAsciiInPairs(string text) => text.Count(c => (c & 0x8080) != 0) < text.Length / 4;

    private static int NulsAtEvenPlaces(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i < bytes.Length; i += 2)
            count += bytes[i] == 0 ? 1 : 0;
        return count;
    }
}

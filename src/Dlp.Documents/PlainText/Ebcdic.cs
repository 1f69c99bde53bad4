using System.Text;

namespace Dlp.Documents.PlainText;

/// <summary>
/// Texts of IBM's large machines (EBCDIC; IBM, "Character Data Representation Architecture"): letters and digits have the same bytes in all of its Western pages. Other encodings have signs, and letters
/// that are rare, where these are, and no spaces.
/// </summary>
internal static class Ebcdic
{
    private const byte Space = 0x40;

    /// <summary>Line ends: new line, and what transfers make of it.</summary>
    private const byte NewLine = 0x15;
    private const byte LineFeed = 0x25;

    /// <summary>So much of a text is letters, digits, spaces and common signs.</summary>
    private const double Common = 0.9;
    private const double Letters = 0.5;
    private const double Spaces = 0.04;

    /// <summary>A shorter one may be anything.</summary>
    private const int Shortest = 32;

    /// <summary>United States and most of Europe; France has é, è, ç and ù elsewhere.</summary>
    private const int International = 500;
    private const int France = 20297;

    /// <summary>The text; null when it is none.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Shortest)
            return null;
        int letters = 0, digits = 0, spaces = 0, signs = 0, french = 0, international = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (IsLetter(bytes[i]))
                letters++;
            else if (bytes[i] >= 0xF0 && bytes[i] <= 0xF9)
                digits++;
            else if (bytes[i] == Space)
                spaces++;
            else if (bytes[i] is NewLine or LineFeed or 0x0D or 0x4B or 0x4D or 0x5D or 0x60 or 0x61 or 0x6B or 0x6F or 0x7A or 0x7D or 0x7E)
                signs++;
            else if (i > 0 && IsLetter(bytes[i - 1]))
                (french, international) = bytes[i] is 0xC0 or 0xD0 or 0xE0 or 0x6A ? (french + 1, international) : bytes[i] is 0x51 or 0x54 or 0x48 or 0xDD ? (french, international + 1) : (french, international);
        }

        if (letters < Letters * bytes.Length || spaces < Spaces * bytes.Length || letters + digits + spaces + signs + french + international < Common * bytes.Length)
            return null;

        // Line ends are turned into those that everybody reads: the page has a control character there.
        var text = CodePagesEncodingProvider.Instance.GetEncoding(french > international ? France : International)!.GetString(bytes);
        return text.Replace('\u0085', '\n');
    }

    private static bool IsLetter(byte value) => value is >= 0x81 and <= 0x89 or >= 0x91 and <= 0x99 or >= 0xA2 and <= 0xA9 or >= 0xC1 and <= 0xC9 or >= 0xD1 and <= 0xD9 or >= 0xE2 and <= 0xE9;
}

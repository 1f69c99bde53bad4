using System.Globalization;

namespace Dlp.Documents.PlainText;

/// <summary>Characters that a text does not hold, and that binary data read as text is full of.</summary>
internal static class OddCharacters
{
    /// <summary>Control characters other than those of terminals and record files, and replacement characters.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
            count += IsOdd(character) ? 1 : 0;
        return count;
    }

    /// <summary>The same, and what no writing system has: unassigned, private and lone surrogate code points.</summary>
    public static int CountUnlikely(string text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var unlikely = CharUnicodeInfo.GetUnicodeCategory(rune.Value) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
            count += unlikely || (rune.IsBmp && IsOdd((char)rune.Value)) ? 1 : 0;
        }

        return count;
    }

    // Kept: bell to carriage return, SUB (the end of an old DOS file), ESC and the separators FS to US, NEL.
    private static bool IsOdd(char character) => character switch
    {
        < '\a' => true,
        > '\r' and < '\u001A' => true,
        >= '\u007F' and <= '\u009F' => character != '\u0085',
        '\uFFFD' or '\uFFFE' or '\uFFFF' => true,
        _ => false,
    };
}

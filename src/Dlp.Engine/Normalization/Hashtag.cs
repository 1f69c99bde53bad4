namespace Dlp.Engine.Normalization;

/// <summary>Words run together in a hashtag: <c>#ProjetOrion</c> is « projet orion » to its reader.</summary>
internal static class Hashtag
{
    /// <summary>Whether a unit starts a hashtag.</summary>
    public static bool StartsWith(char unit) => unit is '#' or '＃';

    /// <summary>Where the word ends that starts at a position inside a hashtag: at the next word, or at the hashtag's end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The position.</param>
    public static int EndOfWord(ReadOnlySpan<char> text, int position)
    {
        var previous = '#';
        for (; position < text.Length; position++)
        {
            var unit = text[position];
            if (char.IsAsciiLetterLower(unit))
            {
                previous = unit;
                continue;
            }

            if (WordStartsAt(text, position, previous))
                return position;
            if (Holds(unit))
                previous = unit;
            else if (!CharacterFolding.IsDropped(text[position..]))
                return position;
            else if (char.IsHighSurrogate(unit))
                position++;
        }

        return text.Length;
    }

    /// <summary>Whether a unit stands in a hashtag.</summary>
    public static bool Holds(char unit) => char.IsLetterOrDigit(unit) || unit == '_';

    // A capital after a small letter, or the last capital of a run, or one after a digit, before a small letter.
    private static bool WordStartsAt(ReadOnlySpan<char> text, int index, char previous) =>
        char.IsUpper(text[index])
        && (char.IsLower(previous)
            || ((char.IsUpper(previous) || char.IsDigit(previous)) && index + 1 < text.Length && char.IsLower(text[index + 1])));
}

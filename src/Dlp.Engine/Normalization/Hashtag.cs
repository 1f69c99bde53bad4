namespace Dlp.Engine.Normalization;

/// <summary>Words run together in a hashtag: <c>#ProjetOrion</c> is « projet orion » to its reader.</summary>
internal static class Hashtag
{
    /// <summary>Whether a unit starts a hashtag.</summary>
    public static bool StartsWith(char unit) => unit is '#' or '＃';

    /// <summary>Folds the hashtag that starts at a position.</summary>
    /// <returns>The position behind it.</returns>
    public static int Fold(ReadOnlySpan<char> original, int position, NormalizedTextBuilder folded)
    {
        folded.Append('#', position++, 1);
        var previous = '#';
        while (position < original.Length)
        {
            var unit = original[position];
            var isVisible = !CharacterFolding.IsDropped(original[position..]);
            if (isVisible && !Holds(unit))
                break;
            if (WordStartsAt(original, position, previous))
                folded.Append(' ', position, 0);
            if (isVisible)
                previous = unit;
            position += CharacterFolding.Fold(original[position..], position, folded);
        }

        return position;
    }

    private static bool Holds(char character) => char.IsLetterOrDigit(character) || character == '_';

    // A capital after a small letter, or the last capital of a run, or one after a digit, before a small letter.
    private static bool WordStartsAt(ReadOnlySpan<char> text, int index, char previous) =>
        char.IsUpper(text[index])
        && (char.IsLower(previous)
            || ((char.IsUpper(previous) || char.IsDigit(previous)) && index + 1 < text.Length && char.IsLower(text[index + 1])));
}

namespace Dlp.Engine.Normalization;

/// <summary>Words run together in a hashtag: <c>#ProjetOrion</c> is « projet orion » to its reader.</summary>
internal static class Hashtag
{
    /// <summary>Whether a character may stand in a hashtag.</summary>
    public static bool Holds(char character) => char.IsLetterOrDigit(character) || character == '_';

    /// <summary>
    /// Whether a new word starts at an index inside a hashtag: a capital after a small letter, or the last capital of a run, or one
    /// after a digit, before a small letter.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The index.</param>
    /// <param name="previous">The last character before it that can be seen.</param>
    public static bool WordStartsAt(string text, int index, char previous) =>
        char.IsUpper(text[index])
        && (char.IsLower(previous)
            || ((char.IsUpper(previous) || char.IsDigit(previous)) && index + 1 < text.Length && char.IsLower(text[index + 1])));
}

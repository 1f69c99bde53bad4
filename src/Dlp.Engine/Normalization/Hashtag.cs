namespace Dlp.Engine.Normalization;

/// <summary>Words run together in a hashtag: <c>#ProjetOrion</c> is « projet orion » to its reader.</summary>
internal static class Hashtag
{
    /// <summary>Whether a new word starts at an index inside a hashtag: a capital after a small letter, or the last capital of a run before a small one.</summary>
    public static bool WordStartsAt(string text, int index)
    {
        if (index == 0 || !char.IsUpper(text[index]))
            return false;
        var previous = text[index - 1];
        return char.IsLower(previous)
            || (char.IsUpper(previous) && index + 1 < text.Length && char.IsLower(text[index + 1]));
    }
}

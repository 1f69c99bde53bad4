namespace Dlp.Engine.Detection;

/// <summary>Cuts normalised text into runs of letters and digits.</summary>
internal static class Tokens
{
    /// <summary>The first token that starts at or after an index; null when there is none.</summary>
    public static TextSpan? Next(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && !char.IsLetterOrDigit(text[index]))
            index++;
        if (index >= text.Length)
            return null;
        var end = index + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return new TextSpan(index, end);
    }

    /// <summary>Moves an index out of the middle of a token, to its start.</summary>
    public static int StartAt(ReadOnlySpan<char> text, int index)
    {
        index = Math.Clamp(index, 0, text.Length);
        while (index > 0 && index < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index]))
            index--;
        return index;
    }
}

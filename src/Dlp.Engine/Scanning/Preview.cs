namespace Dlp.Engine.Scanning;

/// <summary>The little that may be shown of what was found: enough for its author to recognise it, too little for anybody else.</summary>
internal static class Preview
{
    private const string Hidden = "•••";
    private const int LongestShown = 4;

    /// <summary>At most four characters and at most a third of the text, then dots; only dots for credentials and business.</summary>
    public static string Of(ReadOnlySpan<char> found, Category category)
    {
        if (category is Category.Credentials or Category.Business)
            return Hidden;
        var length = Math.Min(LongestShown, found.Length / 3);
        if (length > 0 && char.IsHighSurrogate(found[length - 1]))
            length--;
        return length == 0 ? Hidden : $"{found[..length].TrimEnd()} {Hidden}";
    }
}

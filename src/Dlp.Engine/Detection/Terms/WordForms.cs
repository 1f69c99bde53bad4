namespace Dlp.Engine.Detection.Terms;

/// <summary>Singular and plural forms of French and English words, folded.</summary>
internal static class WordForms
{
    /// <summary>Most characters of an ending.</summary>
    public const int LongestEnding = 3;

    private const int ShortestPlural = 4;

    /// <summary>What ends a word, and what ends another form of it instead; some are of other words only.</summary>
    public static IReadOnlyList<(string Ending, string Other)> Endings { get; } =
        [("", "s"), ("", "x"), ("", "es"), ("al", "aux"), ("y", "ies"), ("s", ""), ("x", ""), ("es", ""), ("aux", "al"), ("ies", "y")];

    /// <summary>
    /// Whether a word may be the plural of another: <c>plan</c> → <c>plans</c>, <c>bijou</c> → <c>bijoux</c>, <c>social</c> → <c>sociaux</c>,
    /// <c>company</c> → <c>companies</c>, <c>breach</c> → <c>breaches</c>.
    /// </summary>
    public static bool IsPlural(ReadOnlySpan<char> word, ReadOnlySpan<char> singular) =>
        (word.Length >= ShortestPlural && word[^1] is 's' or 'x' && word[..^1].SequenceEqual(singular))
        || (word.Length > ShortestPlural && word.EndsWith("es") && HissesAtEnd(singular) && word[..^2].SequenceEqual(singular))
        || IsPlainPlural(word, singular);

    /// <summary>Whether the ending alone tells a plural: <c>news</c> is no plural of <c>new</c>, but <c>sociaux</c> is one of <c>social</c>.</summary>
    public static bool IsPlainPlural(ReadOnlySpan<char> word, ReadOnlySpan<char> singular) =>
        word.Length > ShortestPlural
        && ((word.EndsWith("aux") && Ends(singular, word[..^3], "al")) || (word.EndsWith("ies") && Ends(singular, word[..^3], "y")));

    /// <summary>
    /// How many first characters of a word make its stem: equal for a word and all its plurals. Words that have nothing to do with each
    /// other may share one.
    /// </summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        var length = WithoutSigns(word, word.Length);
        while (length >= ShortestPlural && word[length - 1] == 'e' && HissesAtEnd(word[..(length - 1)]))
            length = WithoutSigns(word, length - 1);
        return word[length - 1] switch
        {
            'e' when length >= 4 && word[length - 2] == 'i' => length - 2,
            'y' when length >= 3 => length - 1,
            'l' or 'u' when length >= 4 && word[length - 2] == 'a' => length - 1,
            _ => length,
        };
    }

    private static int WithoutSigns(ReadOnlySpan<char> word, int length)
    {
        while (length >= ShortestPlural && word[length - 1] is 's' or 'x')
            length--;
        return length;
    }

    private static bool HissesAtEnd(ReadOnlySpan<char> word) =>
        word.EndsWith('x') || word.EndsWith("ss") || word.EndsWith("ch") || word.EndsWith("sh");

    private static bool Ends(ReadOnlySpan<char> word, ReadOnlySpan<char> stem, ReadOnlySpan<char> ending) =>
        word.Length == stem.Length + ending.Length && word.StartsWith(stem) && word.EndsWith(ending);
}

namespace Dlp.Engine.Detection.Terms;

/// <summary>Compares a term with what stands in a text, word by word.</summary>
internal static class Phrase
{
    /// <summary>
    /// Whether tokens of a text are a term: each word as written or in a plural. A term written in the plural is found in the singular
    /// where its ending alone tells a plural (<c>companies</c>), or where two of its words change together (<c>plans sociaux</c>):
    /// « news » must not find « new ».
    /// </summary>
    /// <param name="term">The folded term, from its first word to its last.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens; one at least.</param>
    public static bool Is(ReadOnlySpan<char> term, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        var (end, singulars) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Tokens.Next(term, end) is not { } written)
                return false;
            if (i > 0 && !Joint.Fits(text[tokens[i - 1].End..tokens[i].Start], term[end..written.Start]))
                return false;
            end = written.End;

            var word = term[written.Start..written.End];
            var found = text[tokens[i].Start..tokens[i].End];
            if (found.SequenceEqual(word) || WordForms.IsPlural(found, word))
                continue;
            if (!WordForms.IsPlural(word, found))
                return false;
            singulars += WordForms.IsPlainPlural(word, found) ? 2 : 1;
        }

        return end == term.Length && singulars != 1;
    }
}

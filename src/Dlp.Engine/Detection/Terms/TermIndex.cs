namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// Finds the whole words and phrases of many sets in one pass, without regard to case, accents, plural or what joins their words
/// (« l'opération Orion », "Orion's", <c>diffusion-restreinte</c>). Its cost depends on the text, and hardly on the number of terms;
/// nothing is reported that was not compared. Immutable and thread-safe.
/// </summary>
internal sealed class TermIndex
{
    private readonly List<Numbered> _tables = [];

    /// <summary>An index over sets of terms; a set is named by its place in the list.</summary>
    public TermIndex(IReadOnlyList<TermSet> sets)
    {
        var sharing = new List<int>();
        for (var number = 0; number < sets.Count; number++)
        {
            if (sets[number].Table is { } own)
                _tables.Add(new Numbered(own, [number]));
            else if (sets[number].Count > 0)
                sharing.Add(number);
        }

        if (sharing.Count == 0)
            return;
        var (packed, terms, words) = (new ReadOnlyMemory<byte>[sharing.Count], 0, 0);
        for (var i = 0; i < packed.Length; i++)
        {
            var set = sets[sharing[i]];
            packed[i] = set.Packed;
            (terms, words) = (terms + set.Count, words + set.Words);
        }

        _tables.Insert(0, new Numbered(TermTableBuilder.Build(packed, terms, words), [.. sharing]));
    }

    /// <summary>Finds the terms in a normalised text; <paramref name="hits"/> then holds these places, and nothing else.</summary>
    public void Find(ReadOnlySpan<char> text, TermHits hits) => Find(text, new TextSpan(0, text.Length), hits);

    /// <summary>Finds the terms that lie wholly inside a range of a normalised text; <paramref name="hits"/> then holds these places, and nothing else.</summary>
    public void Find(ReadOnlySpan<char> text, TextSpan range, TermHits hits)
    {
        hits.Clear();
        if (_tables.Count == 0)
            return;
        Tokens.Read(text, range, hits.Tokens);
        Find(text, hits.Tokens.Tokens, hits);
    }

    /// <summary>Finds the terms made of tokens of a normalised text; <paramref name="hits"/> then holds these places, and nothing else.</summary>
    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, TermHits hits)
    {
        hits.Clear();
        foreach (var (table, sets) in _tables)
            table.Find(text, tokens, sets, hits);
    }

    // A table, and the numbers of its sets.
    private sealed record Numbered(TermTable Table, int[] Sets);
}

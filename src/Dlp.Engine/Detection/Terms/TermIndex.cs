namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// Finds the whole words and phrases of many sets in one pass, without regard to case, accents, plural or what joins their words
/// (« l'opération Orion », "Orion's", <c>diffusion-restreinte</c>). Its cost depends on the text, and hardly on the number of terms;
/// nothing is reported that was not compared. Immutable and thread-safe.
/// </summary>
internal sealed class TermIndex
{
    private readonly List<(TermTable Table, int[] Sets)> _tables = [];

    /// <summary>An index over sets of terms; a set is named by its place in the list.</summary>
    public TermIndex(IReadOnlyList<TermSet> sets)
    {
        var sharing = sets.Index().Where(set => set.Item.Table is null && set.Item.Count > 0).ToList();
        if (sharing.Count > 0)
        {
            var table = TermTableBuilder.Build([.. sharing.Select(set => set.Item.Packed)], sharing.Sum(set => set.Item.Count), sharing.Sum(set => set.Item.Words));
            _tables.Add((table, [.. sharing.Select(set => set.Index)]));
        }

        foreach (var (number, set) in sets.Index())
        {
            if (set.Table is { } own)
                _tables.Add((own, [number]));
        }
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
        foreach (var (table, sets) in _tables)
            table.Find(text, hits.Tokens.Tokens, sets, hits);
    }
}

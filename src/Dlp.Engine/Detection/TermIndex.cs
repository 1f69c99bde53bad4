using System.Collections.Frozen;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds the whole words and phrases of many sets in one pass, without regard to case, accents, plural or what joins their words
/// (« l'opération Orion », "Orion's", <c>diffusion-restreinte</c>). Its cost depends on the text, not on the number of terms.
/// </summary>
internal sealed class TermIndex
{
    private readonly FrozenDictionary<string, Entry[]> _byFirstToken;

    /// <summary>An index over sets of terms; a set is named by its place in the list. Terms without letter or digit are never found.</summary>
    public TermIndex(IReadOnlyList<IEnumerable<string>> sets)
    {
        Sets = sets.Count;
        _byFirstToken = sets.Index()
            .SelectMany(set => set.Item.Select(Term.Parse).OfType<Term>(), (set, term) => new Entry(term, set.Index))
            .GroupBy(entry => entry.Term.Tokens[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Number of sets.</summary>
    public int Sets { get; }

    /// <summary>
    /// For each set, every place of a term that lies wholly inside a range of a normalised text, the longest at each start; places of a
    /// set do not overlap. Null for a set of which nothing stands there.
    /// </summary>
    public List<TextSpan>?[] Find(string text, TextSpan range)
    {
        var found = new List<TextSpan>?[Sets];
        if (_byFirstToken.Count == 0)
            return found;
        var lookup = _byFirstToken.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[64];
        var index = Tokens.StartAt(text, range.Start);
        for (; Tokens.Next(text, index) is { } token && token.End <= range.End; index = token.End)
        {
            if (token.Start < range.Start)
                continue;
            foreach (var form in WordForms.Of(text.AsSpan(token.Start, token.Length), buffer))
            {
                if (lookup.TryGetValue(form, out var entries))
                    Add(entries, text, token, range.End, found);
            }
        }

        return found;
    }

    /// <summary>Adds every place of a term to the list of its set.</summary>
    public void Find(ReadOnlySpan<char> text, PlaceLists places)
    {
        foreach (var (set, found) in Find(text.ToString(), new TextSpan(0, text.Length)).Index())
        {
            foreach (var place in found ?? [])
                places.Add(set, place);
        }
    }

    private static void Add(Entry[] entries, string text, TextSpan token, int limit, List<TextSpan>?[] found)
    {
        foreach (var (term, set) in entries)
        {
            if (term.EndAfter(text, token) is not { } end || end > limit)
                continue;
            var places = found[set] ??= [];
            if (places.Count == 0 || token.Start >= places[^1].End)
                places.Add(new TextSpan(token.Start, end));
            else if (token.Start == places[^1].Start && end > places[^1].End)
                places[^1] = new TextSpan(token.Start, end);
        }
    }

    private readonly record struct Entry(Term Term, int Set);
}

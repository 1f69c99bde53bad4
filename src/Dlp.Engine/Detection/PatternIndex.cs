using System.Collections.Frozen;

namespace Dlp.Engine.Detection;

/// <summary>The literals of all patterns of a rule set, to be looked for together.</summary>
internal sealed class PatternIndex
{
    private readonly FrozenDictionary<RegexDetector, int> _sets;
    private readonly LiteralIndex _literals;

    public PatternIndex(IEnumerable<RegexDetector> patterns)
    {
        var indexed = patterns.Where(pattern => pattern.Literals is not null).ToList();
        _sets = indexed.Index().ToFrozenDictionary(pattern => pattern.Item, pattern => pattern.Index);
        _literals = new LiteralIndex([.. indexed.Select(pattern => pattern.Literals!)]);
    }

    /// <summary>The places of every pattern's literals in a text.</summary>
    public List<int>?[] Find(string text) => _literals.Find(text);

    /// <summary>Of what <see cref="Find"/> gave, the places of one pattern's literals, in order; null when there are none.</summary>
    public IReadOnlyList<int>? Of(RegexDetector pattern, List<int>?[] places) => places[_sets[pattern]];
}

using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds the literals of all patterns in one pass over a text, without regard to case. Three letters at a time are looked up in a
/// bitmap; only where a literal's rarest three stand is anything compared.
/// </summary>
internal sealed class LiteralIndex
{
    /// <summary>Shortest literal that can be looked for.</summary>
    public const int ShortestLiteral = 3;

    private const int CodeBits = 5;
    private const int Codes = 1 << (3 * CodeBits);

    private readonly bool[] _present = new bool[Codes];
    private readonly Dictionary<int, List<Entry>> _entries = [];

    /// <summary>An index over sets of literals; a hit names its set by its place in the list.</summary>
    public LiteralIndex(IReadOnlyList<IReadOnlyList<string>> literalSets)
    {
        Sets = literalSets.Count;
        var usage = new Dictionary<int, int>();
        foreach (var (set, literals) in literalSets.Index())
        {
            foreach (var literal in literals)
            {
                var offset = RarestTrigram(literal, usage);
                var code = CodeAt(literal, offset);
                usage[code] = usage.GetValueOrDefault(code) + 1;
                _present[code] = true;
                if (!_entries.TryGetValue(code, out var entries))
                    _entries[code] = entries = [];
                entries.Add(new Entry(literal, offset, set));
            }
        }
    }

    /// <summary>Number of sets.</summary>
    public int Sets { get; }

    /// <summary>The places of each set's literals in a text, in order; null for a set of which none stands there.</summary>
    public List<int>?[] Find(ReadOnlySpan<char> text)
    {
        var hits = new List<int>?[Sets];
        var code = 0;
        for (var i = 0; i < text.Length; i++)
        {
            code = (code << CodeBits | CodeOf(text[i])) & (Codes - 1);
            if (i >= 2 && _present[code])
                Verify(text, i - 2, code, hits);
        }

        // Literals of one set are met where their rarest three letters stand, which need not be the order of their starts.
        foreach (var places in hits)
            places?.Sort();
        return hits;
    }

    private void Verify(ReadOnlySpan<char> text, int at, int code, List<int>?[] hits)
    {
        foreach (var (literal, offset, set) in _entries[code])
        {
            var start = at - offset;
            if (start >= 0 && start + literal.Length <= text.Length && Stands(literal, text.Slice(start, literal.Length)))
                (hits[set] ??= []).Add(start);
        }
    }

    private static bool Stands(string literal, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < literal.Length; i++)
        {
            if (LiteralCase.Fold(text[i]) != literal[i])
                return false;
        }

        return true;
    }

    // The three characters of a literal that are met least often, and that few other literals wait for.
    private static int RarestTrigram(string literal, Dictionary<int, int> usage)
    {
        var best = 0;
        var bestCost = double.MaxValue;
        for (var offset = 0; offset + 3 <= literal.Length; offset++)
        {
            var cost = usage.GetValueOrDefault(CodeAt(literal, offset)) - RequiredLiterals.RarityOf(literal.AsSpan(offset, 3)) * 4;
            if (cost < bestCost)
                (best, bestCost) = (offset, cost);
        }

        return best;
    }

    private static int CodeAt(string literal, int offset) =>
        (CodeOf(literal[offset]) << (2 * CodeBits)) | (CodeOf(literal[offset + 1]) << CodeBits) | CodeOf(literal[offset + 2]);

    // Letters have a code each; digits and signs share the few that are left.
    private static int CodeOf(char character)
    {
        var folded = LiteralCase.Fold(character);
        if (char.IsAsciiLetter(folded))
            return folded & 31;
        return char.IsAsciiDigit(folded) ? 27 + (folded & 1) : 29 + (folded & 1);
    }

    private readonly record struct Entry(string Literal, int Offset, int Set);
}

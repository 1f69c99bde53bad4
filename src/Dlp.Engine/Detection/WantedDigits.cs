using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds where patterns of numbers that prove little by themselves are worth a try: near their hotwords, where alone what they find counts.
/// </summary>
internal sealed class WantedDigits
{
    private readonly AnchorIndex _anchors;
    private readonly int _fewestDigits = int.MaxValue;

    // By number of a group of hotwords: what its words are for.
    private readonly Wanting?[] _wantings;

    /// <param name="anchors">The index of the patterns.</param>
    /// <param name="detectors">The patterns, and others that no hotword makes worth a look.</param>
    /// <param name="groups">Number of groups of hotwords of the rule set.</param>
    public WantedDigits(AnchorIndex anchors, IEnumerable<DetectorOnDemand> detectors, int groups)
    {
        _anchors = anchors;
        var bitOf = new Dictionary<int, int>();
        foreach (var (pattern, bit) in anchors.DigitBits)
        {
            bitOf[pattern.Number] = bit;
            _fewestDigits = Math.Min(_fewestDigits, pattern.Digits!.Digits);
        }

        _wantings = new Wanting?[groups];
        foreach (var (detector, hotwords) in detectors)
        {
            if (!bitOf.TryGetValue(detector.Number, out var bit))
                continue;
            var length = LengthOf((RegexDetector)detector);
            foreach (var group in hotwords)
                (_wantings[group.Number] ??= new Wanting()).Add(bit, Math.Max(group.Before, group.After) + length);
        }
    }

    /// <summary>Adds the places in a window whose hotwords have been found.</summary>
    /// <returns>Whether there may be any.</returns>
    public bool Find(WindowText text)
    {
        var near = text.NearHotwords;
        near.Clear();
        foreach (var hit in text.TermHits.All)
        {
            if (hit.Set < _wantings.Length && _wantings[hit.Set] is { } wanting)
                near.Add((new TextSpan(Math.Max(0, hit.Start - wanting.Reach), Math.Min(text.Normalized.Span.Length, hit.End + wanting.Reach)), hit.Set));
        }

        if (near.Count == 0 || !HasDigits(text))
            return false;
        near.Sort(static (one, other) => one.Range.CompareTo(other.Range));
        for (var next = 0; next < near.Count;)
        {
            var (range, wanted) = (near[next].Range, text.NoneWanted(_anchors.DigitGroups));
            for (; next < near.Count && near[next].Range.Start <= range.End; next++)
            {
                range = range.Union(near[next].Range);
                foreach (var bit in _wantings[near[next].Hotwords]!.Bits)
                    wanted[bit >> 6] |= 1UL << bit;
            }

            _anchors.FindDigits(text, range, wanted.AsSpan(0, _anchors.DigitGroups));
        }

        return true;
    }

    // Most characters of a match and of the digits that it looks ahead to, which may lie behind it.
    private static int LengthOf(RegexDetector pattern) =>
        pattern is { Plan.Most: { } most, Digits: { } digits } ? most + digits.MostBefore + digits.Digits * (DigitChain.WidestGap + 1) : int.MaxValue / 2;

    private bool HasDigits(WindowText text)
    {
        foreach (var cluster in new DigitClusters(text.CodesIn(TextView.Normalized), new TextSpan(0, text.Normalized.Span.Length)))
        {
            if (cluster.Digits >= _fewestDigits)
                return true;
        }

        return false;
    }

    // The bits of the patterns that a group of hotwords is for, and how far from one of its words their digits may stand.
    private sealed class Wanting
    {
        public List<int> Bits { get; } = [];

        public int Reach { get; private set; }

        public void Add(int bit, int reach)
        {
            Bits.Add(bit);
            Reach = Math.Max(Reach, reach);
        }
    }
}

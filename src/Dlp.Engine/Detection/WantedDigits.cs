using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Tells which patterns of numbers that prove little by themselves are worth a look in a window: those with a hotword in it.</summary>
internal sealed class WantedDigits
{
    private readonly int _words;
    private readonly int _fewestDigits;

    // By number of a group of hotwords: the bits of the patterns that its words are for.
    private readonly int[]?[] _bitsOf;

    /// <param name="anchors">The index of the patterns.</param>
    /// <param name="detectors">The patterns, and others that no hotword makes worth a look.</param>
    /// <param name="groups">Number of groups of hotwords of the rule set.</param>
    public WantedDigits(AnchorIndex anchors, IEnumerable<DetectorOnDemand> detectors, int groups)
    {
        _words = anchors.DigitGroups;
        _fewestDigits = int.MaxValue;
        var bitOf = new Dictionary<int, int>();
        foreach (var (pattern, bit) in anchors.DigitBits)
        {
            bitOf[pattern.Number] = bit;
            _fewestDigits = Math.Min(_fewestDigits, pattern.Digits!.Digits);
        }

        var bitsOf = new List<int>?[groups];
        foreach (var (detector, hotwords) in detectors)
        {
            if (!bitOf.TryGetValue(detector.Number, out var bit))
                continue;
            foreach (var group in hotwords)
                (bitsOf[group.Number] ??= []).Add(bit);
        }

        _bitsOf = [.. bitsOf.Select(bits => bits?.ToArray())];
    }

    /// <summary>A bit for each pattern that is wanted in a window whose hotwords have been found; empty when none is.</summary>
    public ReadOnlySpan<ulong> In(WindowText text)
    {
        if (text.TermHits.Count == 0 || !HasDigits(text))
            return [];
        ulong[]? wanted = null;
        foreach (var hit in text.TermHits.All)
        {
            if (hit.Set >= _bitsOf.Length || _bitsOf[hit.Set] is not { } bits)
                continue;
            foreach (var bit in bits)
                (wanted ??= text.NoneWanted(_words))[bit >> 6] |= 1UL << bit;
        }

        return wanted.AsSpan(0, wanted is null ? 0 : _words);
    }

    private bool HasDigits(WindowText text)
    {
        foreach (var cluster in new DigitClusters(text.CodesIn(TextView.Normalized), new TextSpan(0, text.Normalized.Span.Length)))
        {
            if (cluster.Digits >= _fewestDigits)
                return true;
        }

        return false;
    }
}

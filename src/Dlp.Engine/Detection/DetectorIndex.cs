using System.Collections.Frozen;

namespace Dlp.Engine.Detection;

/// <summary>What all detectors of a rule set wait for, looked for together: the literals of patterns and the first words of terms.</summary>
internal sealed class DetectorIndex
{
    private readonly FrozenDictionary<Detector, int> _numbers;
    private readonly LiteralIndex _literals;
    private readonly FrozenDictionary<string, int[]> _firstTokens;
    private readonly int _termDetectors;

    public DetectorIndex(IEnumerable<Detector> detectors)
    {
        var all = detectors.ToList();
        var patterns = all.OfType<RegexDetector>().Where(pattern => pattern.Literals is not null).ToList();
        var terms = all.OfType<TermDetector>().ToList();
        _numbers = patterns.Index().Select(pattern => ((Detector)pattern.Item, pattern.Index))
            .Concat(terms.Index().Select(detector => ((Detector)detector.Item, detector.Index)))
            .ToFrozenDictionary(detector => detector.Item1, detector => detector.Item2);
        _literals = new LiteralIndex([.. patterns.Select(pattern => pattern.Literals!)]);
        _termDetectors = terms.Count;
        _firstTokens = terms.Index().SelectMany(detector => detector.Item.FirstTokens, (detector, token) => (token, detector.Index))
            .GroupBy(entry => entry.token, entry => entry.Index, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The place of a detector in what <see cref="FindLiterals"/> or <see cref="FindFirstTokens"/> gives.</summary>
    public int NumberOf(Detector detector) => _numbers[detector];

    /// <summary>For every pattern with literals, their places in a text; null when there are none.</summary>
    public List<int>?[] FindLiterals(string text) => _literals.Find(text);

    /// <summary>For every term detector, whether a term of it may begin somewhere in a normalised text.</summary>
    public bool[] FindFirstTokens(string text)
    {
        var present = new bool[_termDetectors];
        if (_termDetectors == 0)
            return present;
        var lookup = _firstTokens.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[64];
        for (var index = 0; Tokens.Next(text, index) is { } token; index = token.End)
        {
            foreach (var form in WordForms.Of(text.AsSpan(token.Start, token.Length), buffer))
            {
                if (!lookup.TryGetValue(form, out var detectors))
                    continue;
                foreach (var detector in detectors)
                    present[detector] = true;
            }
        }

        return present;
    }
}

using System.Collections.Frozen;
using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Detection;

/// <summary>What all detectors of a rule set wait for, looked for together: the literals of patterns, and terms.</summary>
internal sealed class DetectorIndex
{
    private readonly FrozenDictionary<Detector, int> _numbers;
    private readonly LiteralIndex _literals;
    private readonly TermIndex _terms;

    public DetectorIndex(IEnumerable<Detector> detectors)
    {
        var all = detectors.ToList();
        var patterns = all.OfType<RegexDetector>().Where(pattern => pattern.Literals is not null).ToList();
        var terms = all.OfType<TermDetector>().ToList();
        var sets = terms.Select(detector => detector.Terms).Distinct().ToList();
        _numbers = patterns.Index().Select(pattern => KeyValuePair.Create<Detector, int>(pattern.Item, pattern.Index))
            .Concat(terms.Select(detector => KeyValuePair.Create<Detector, int>(detector, sets.IndexOf(detector.Terms))))
            .ToFrozenDictionary();
        _literals = new LiteralIndex([.. patterns.Select(pattern => pattern.Literals!)]);
        _terms = new TermIndex(sets);
    }

    /// <summary>The place of a detector in what <see cref="FindLiterals"/> or <see cref="FindTerms"/> gives.</summary>
    public int NumberOf(Detector detector) => _numbers[detector];

    /// <summary>For every pattern with literals, their places in a text; null when there are none.</summary>
    public List<int>?[] FindLiterals(string text) => _literals.Find(text);

    /// <summary>Finds the terms of all detectors in a normalised text; a hit's set is the number of its detectors.</summary>
    public void FindTerms(string text, TermHits hits) => _terms.Find(text, hits);
}

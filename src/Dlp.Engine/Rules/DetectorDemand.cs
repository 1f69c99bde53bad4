using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Policies;

namespace Dlp.Engine.Rules;

/// <summary>Tells what a rule set's detectors are needed for, and so when they run.</summary>
internal sealed class DetectorDemand
{
    private readonly bool _lowCounts;
    private readonly HashSet<string> _evidence;
    private readonly HashSet<(string, TextView)> _pieces;
    private readonly List<Detector> _always = [];
    private readonly List<DetectorOnDemand> _onDemand = [];

    private DetectorDemand(IReadOnlyList<Composite> composites, Policy policy)
    {
        _lowCounts = policy.LowestThatCounts == Confidence.Low;
        _evidence = [.. composites.SelectMany(composite => composite.Sources).Select(source => source.InfoType).OfType<string>()];
        _pieces = [.. composites.SelectMany(composite => composite.Detectors).OfType<RegexDetector>().Select(pattern => (pattern.Pattern, pattern.View))];
    }

    /// <summary>An index over all detectors of a rule set.</summary>
    public static DetectorIndex IndexOf(IReadOnlyList<Rule> rules, Policy policy)
    {
        var composites = rules.SelectMany(rule => rule.Composites).Select(composite => composite.Composite).ToList();
        var demand = new DetectorDemand(composites, policy);
        foreach (var rule in rules)
        {
            foreach (var detector in rule.Detectors)
                demand.Add(rule, detector);
        }

        return new DetectorIndex(
            demand._always.Concat(composites.SelectMany(composite => composite.Rarest.Detectors)),
            demand._onDemand,
            composites.SelectMany(composite => composite.Pieces).SelectMany(piece => piece.Detectors),
            composites.SelectMany(composite => composite.CounterEvidence).SelectMany(counter => counter.Detectors),
            [.. rules.SelectMany(rule => rule.Hotwords)]);
    }

    private void Add(Rule rule, RuleDetector detector)
    {
        var hotwords = rule.Hotwords.Where(group => group.RaisesTo > Confidence.Low).ToList();
        if (_lowCounts || rule.ConfidenceOf(detector) > Confidence.Low || rule.CountsAtAnyConfidence || IsEvidence(rule, detector.Detector)
            || (hotwords.Count > 0 && detector.Detector is not RegexDetector { Anchor: PatternAnchor.Digits }))
            _always.Add(detector.Detector);
        else
            _onDemand.Add(new DetectorOnDemand(detector.Detector, hotwords));
    }

    // A composite asks for it, by the kind of thing or by the same pattern.
    private bool IsEvidence(Rule rule, Detector detector) =>
        _evidence.Contains(rule.InfoType) || (detector is RegexDetector pattern && _pieces.Contains((pattern.Pattern, pattern.View)));
}

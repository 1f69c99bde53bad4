using Dlp.Engine.Detection;

namespace Dlp.Engine.Rules;

/// <summary>Tells how the detectors of a rule set are run, by trying them on ordinary text.</summary>
internal sealed class DetectorPlanner
{
    private const int MostLiterals = 4;

    private readonly WindowText _text;

    public DetectorPlanner(RuleSet ruleSet)
    {
        _text = new WindowText(ruleSet.Detectors.Count);
        _text.Load(OrdinaryText.Original);
        ruleSet.Detectors.Detect(_text, lowCounts: true, new ScanBudget());
        foreach (var stage in (DetectionStage[])[DetectionStage.Pieces, DetectionStage.CounterEvidence])
            ruleSet.Detectors.DetectPatterns(stage, _text, demand: null, new ScanBudget());
    }

    /// <summary>The plans of a rule's detectors, in the order of its file; of a composite, those of its pieces, after it.</summary>
    public IEnumerable<DetectorPlan> PlansOf(Rule rule) =>
    [
        .. rule.Detectors.Select(detector => PlanOf(rule, detector.Name, detector.Detector)),
        .. rule.Composites.SelectMany(composite => composite.Composite.Sources
            .SelectMany(source => source.Detectors, (source, detector) => PlanOf(rule, source.Name, detector))
            .Prepend(new DetectorPlan(rule.Id, composite.Name, $"where {composite.Composite.Rarest.Name} stands", 0, 0))),
    ];

    private DetectorPlan PlanOf(Rule rule, string path, Detector detector) => detector switch
    {
        RegexDetector pattern => new DetectorPlan(rule.Id, path, AnchorOf(pattern), pattern.CountTries(_text) * 1000.0 / _text.Original.Length, pattern.Plan.Cost),
        TermDetector terms => new DetectorPlan(rule.Id, path, $"among {terms.Terms.Count} terms", 0, 0),
        SignalDetector => new DetectorPlan(rule.Id, path, "in the names of attached files that bear the signal", 0, 0),
        _ => new DetectorPlan(rule.Id, path, "by Microsoft.Recognizers, in every text", 0, 0),
    };

    private static string AnchorOf(RegexDetector pattern) => pattern.Anchor switch
    {
        PatternAnchor.Literal or PatternAnchor.Sign =>
            $"near {string.Join(", ", pattern.Literals.Take(MostLiterals).Select(literal => $"'{literal}'"))}{(pattern.Literals.Count > MostLiterals ? ", …" : "")}",
        PatternAnchor.Digits => $"at {pattern.Digits!.Digits} digits that stand together",
        PatternAnchor.Run => $"in runs of {pattern.Plan.Run!.Least} letters and digits or more",
        PatternAnchor.Head => "wherever its first characters stand",
        _ => "everywhere",
    };
}

using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;
using Dlp.Engine.Validation;

namespace Dlp.Engine.Rules;

/// <summary>A rule as run: compiled once, immutable and thread-safe. <see cref="RuleDefinition"/> is the rule as written.</summary>
public sealed class Rule
{
    private readonly IReadOnlyList<NamedValidator> _validators;
    private readonly IReadOnlyList<Exclusion> _exclusions;
    private readonly string _validatorNames;

    internal Rule(
        RuleDefinition definition,
        Category category,
        IReadOnlyList<RuleDetector> detectors,
        IReadOnlyList<RuleComposite> composites,
        IReadOnlyList<NamedValidator> validators)
    {
        Definition = definition;
        Category = category;
        Detectors = [.. detectors.Select(detector => detector with { Rule = this })];
        Composites = [.. composites.Select(composite => composite with { Rule = this })];
        _validators = validators;
        _validatorNames = string.Join(", ", definition.Validators);
        // In the order in which they count, so that the last step of a trace is the one that decided.
        Hotwords = [.. definition.Hotwords.OrderBy(hotwords => hotwords.LowersTo switch { null => 0, LoweredConfidence.Low => 1, _ => 2 }).Select(hotwords => new HotwordGroup(hotwords))];
        _exclusions = [.. definition.Exclusions.Select(exclusion => new Exclusion(exclusion))];
    }

    /// <summary>The rule as written.</summary>
    public RuleDefinition Definition { get; }

    /// <summary>The rule's id.</summary>
    public string Id => Definition.Id;

    /// <summary>The kind of thing it finds.</summary>
    public string InfoType => Definition.InfoType;

    /// <summary>The rule's first folder.</summary>
    public Category Category { get; }

    /// <summary>Whether the rule runs at all: it is live or in shadow.</summary>
    public bool Runs => Definition.Status is RuleStatus.Live or RuleStatus.Shadow;

    /// <inheritdoc/>
    public override string ToString() => $"{Id} version {Definition.Version}";

    /// <summary>Words that change the confidence of its candidates, in the order in which they count.</summary>
    internal IReadOnlyList<HotwordGroup> Hotwords { get; }

    /// <summary>What proposes candidates by itself.</summary>
    internal IReadOnlyList<RuleDetector> Detectors { get; }

    /// <summary>What proposes candidates from pieces of evidence.</summary>
    internal IReadOnlyList<RuleComposite> Composites { get; }

    /// <summary>Every detector that the rule needs, for itself or for a piece of evidence.</summary>
    internal IEnumerable<Detector> AllDetectors =>
        Detectors.Select(detector => detector.Detector).Concat(Composites.SelectMany(composite => composite.Composite.Detectors));

    /// <summary>Whether the rule is in force at the time of publishing and for the audience.</summary>
    internal bool AppliesTo(ScanOptions options) =>
        (Definition.ValidFrom is not { } from || options.PublishAt >= from)
        && (Definition.ValidUntil is not { } until || options.PublishAt < until)
        && (Definition.Audiences.Count == 0 || Definition.Audiences.Contains(options.Destination.Audience));

    /// <summary>Whether nothing refutes the candidate, all validators accept its value and no exclusion covers it; sets the confidence that this gives.</summary>
    internal bool Accepts(Candidate candidate)
    {
        if (candidate.Refuted)
            return false;
        foreach (var (name, isValid) in _validators)
        {
            if (!isValid(candidate.Value))
            {
                candidate.Note(TraceStepKind.Refused, name, null);
                return false;
            }
        }

        foreach (var exclusion in _exclusions)
        {
            if (exclusion.LowersTo == LoweredConfidence.None && exclusion.Covers(candidate.Value))
            {
                candidate.Note(TraceStepKind.Excluded, exclusion.Because, null);
                return false;
            }
        }

        if (_validators.Count > 0)
        {
            candidate.Proven = true;
            candidate.Confidence = Definition.OnValid ?? candidate.Confidence;
            candidate.Note(TraceStepKind.Validated, _validatorNames, candidate.Confidence);
        }

        return true;
    }

    /// <summary>Weighs specimens and the words near by: the highest raise wins, then the lowest of what lowers. False when that drops the candidate.</summary>
    internal bool Weigh(Candidate candidate, WindowText text, HotwordIndex hotwords)
    {
        LoweredConfidence? lowered = null;
        foreach (var exclusion in _exclusions)
        {
            if (exclusion.LowersTo == LoweredConfidence.Low && exclusion.Covers(candidate.Value))
            {
                lowered = LoweredConfidence.Low;
                candidate.Note(TraceStepKind.Excluded, exclusion.Because, Confidence.Low);
            }
        }

        var raised = candidate.Confidence;
        if (Hotwords.Count > 0)
            hotwords.Find(text.Normalized.Span, candidate.NormalizedSpan, Hotwords, text.NearbyWords);
        foreach (var group in Hotwords)
        {
            if (group.Near(text.NearbyWords, candidate.NormalizedSpan) is not { } word)
                continue;
            if (group.RaisesTo > raised)
                raised = group.RaisesTo.Value;
            if (group.LowersTo is { } lower && (lowered is null || lower < lowered))
                lowered = lower;
            candidate.Note(TraceStepKind.Hotword, text.Normalized.Span[word.Start..word.End], lowered switch { null => raised, LoweredConfidence.Low => Confidence.Low, _ => null });
        }

        candidate.Confidence = lowered is null ? raised : Confidence.Low;
        return lowered != LoweredConfidence.None;
    }
}

/// <summary>A validator with the name under which rules ask for it.</summary>
internal sealed record NamedValidator(string Name, Validator IsValid);

using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;
using Dlp.Engine.Validation;

namespace Dlp.Engine.Rules;

/// <summary>A rule as run: compiled once, immutable and thread-safe. <see cref="RuleDefinition"/> is the rule as written.</summary>
public sealed class Rule
{
    private readonly IReadOnlyList<RuleDetector> _detectors;
    private readonly IReadOnlyList<RuleComposite> _composites;
    private readonly IReadOnlyList<NamedValidator> _validators;
    private readonly IReadOnlyList<HotwordGroup> _hotwords;
    private readonly IReadOnlyList<Exclusion> _exclusions;

    internal Rule(
        RuleDefinition definition,
        Category category,
        IReadOnlyList<RuleDetector> detectors,
        IReadOnlyList<RuleComposite> composites,
        IReadOnlyList<NamedValidator> validators)
    {
        Definition = definition;
        Category = category;
        _detectors = detectors;
        _composites = composites;
        _validators = validators;
        // In the order in which they count, so that the last step of a trace is the one that decided.
        _hotwords = [.. definition.Hotwords.OrderBy(hotwords => hotwords.LowersTo switch { null => 0, LoweredConfidence.Low => 1, _ => 2 }).Select(hotwords => new HotwordGroup(hotwords))];
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

    /// <summary>Every detector that the rule runs, for itself or for a piece of evidence.</summary>
    internal IEnumerable<Detector> Detectors =>
        _detectors.Select(detector => detector.Detector).Concat(_composites.SelectMany(composite => composite.Composite.Detectors));

    /// <summary>Whether the rule is in force at the time of publishing and for the audience.</summary>
    internal bool AppliesTo(ScanOptions options) =>
        (Definition.ValidFrom is not { } from || options.PublishAt >= from)
        && (Definition.ValidUntil is not { } until || options.PublishAt < until)
        && (Definition.Audiences.Count == 0 || Definition.Audiences.Contains(options.Destination.Audience));

    /// <summary>Adds the candidates of the detectors that look at the text alone.</summary>
    internal void Detect(WindowText text, ScanBudget budget, List<Candidate> candidates)
    {
        foreach (var (detector, name, confidence) in _detectors)
        {
            foreach (var place in detector.Detect(text, budget))
            {
                var candidate = CandidateAt(text, place, detector.View, confidence);
                candidate.Note(TraceStepKind.Detected, name, confidence);
                candidates.Add(candidate);
            }
        }
    }

    /// <summary>Adds the candidates of the composites, those that counter-evidence speaks against included.</summary>
    internal void Join(WindowText text, EvidenceFinder finder, List<Candidate> candidates)
    {
        foreach (var (composite, name, confidence) in _composites)
        {
            foreach (var evidence in composite.Find(finder))
            {
                var candidate = CandidateAt(text, evidence.Value, TextView.Normalized, confidence);
                candidate.Note(TraceStepKind.Detected, name, confidence);
                foreach (var step in evidence.Steps)
                    candidate.Note(step.Step, step.Detail, confidence);
                if (evidence.CounterEvidence is { } counter)
                {
                    candidate.Note(TraceStepKind.CounterEvidence, counter, null);
                    candidate.Refuted = true;
                }

                candidates.Add(candidate);
            }
        }
    }

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
            candidate.Note(TraceStepKind.Validated, string.Join(", ", Definition.Validators), candidate.Confidence);
        }

        return true;
    }

    /// <summary>Weighs specimens and the words near by: the highest raise wins, then the lowest of what lowers. False when that drops the candidate.</summary>
    internal bool Weigh(Candidate candidate, WindowText text)
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
        foreach (var group in _hotwords)
        {
            if (group.Near(text.Normalized.Text, candidate.NormalizedSpan) is not { } word)
                continue;
            if (group.RaisesTo > raised)
                raised = group.RaisesTo.Value;
            if (group.LowersTo is { } lower && (lowered is null || lower < lowered))
                lowered = lower;
            candidate.Note(TraceStepKind.Hotword, word, lowered switch { null => raised, LoweredConfidence.Low => Confidence.Low, _ => null });
        }

        candidate.Confidence = lowered is null ? raised : Confidence.Low;
        return lowered != LoweredConfidence.None;
    }

    private Candidate CandidateAt(WindowText text, TextSpan place, TextView view, Confidence confidence)
    {
        var value = text.In(view)[place.Start..place.End];
        return view == TextView.Original
            ? new Candidate(this, place, text.Normalized.FromOriginal(place), value, confidence)
            : new Candidate(this, text.Normalized.ToOriginal(place), place, value, confidence);
    }
}

/// <summary>A detector of a rule, with its name in traces and the confidence that it gives.</summary>
internal sealed record RuleDetector(Detector Detector, string Name, Confidence Confidence);

/// <summary>A composite of a rule, with its name in traces and the confidence that it gives.</summary>
internal sealed record RuleComposite(Composite Composite, string Name, Confidence Confidence);

/// <summary>A validator with the name under which rules ask for it.</summary>
internal sealed record NamedValidator(string Name, Validator IsValid);

using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;

namespace Dlp.Engine.Rules;

/// <summary>A rule as run: compiled once, immutable and thread-safe. <see cref="RuleDefinition"/> is the rule as written.</summary>
public sealed class Rule
{
    private readonly string _validatorNames;

    // Reading hundreds of definitions would take longer than a scan.
    private readonly Lazy<RuleDefinition> _definition;
    private readonly Lazy<Exclusion[]> _exclusions;

    /// <param name="parts">What is needed to scan.</param>
    /// <param name="file">Where it is written.</param>
    /// <param name="definition">What is written there, when it has been read; else it is read when somebody asks.</param>
    internal Rule(RuleParts parts, RuleFile file, RuleDefinition? definition = null)
    {
        Parts = parts;
        File = file;
        _definition = definition is null ? new(() => new YamlBinder(new FaultList(file.Path)).Bind<RuleDefinition>(file.Content)!) : new(definition);
        _exclusions = new(() => [.. parts.Exclusions.Select(exclusion => new Exclusion(exclusion))]);
        _validatorNames = string.Join(", ", parts.Validators.Select(validator => validator.Name));
        Detectors = [.. parts.Detectors.Select(detector => detector with { Rule = this })];
        Composites = [.. parts.Composites.Select(composite => composite with { Rule = this })];
    }

    /// <summary>The rule as written; read when somebody asks for it.</summary>
    public RuleDefinition Definition => _definition.Value;

    /// <summary>The rule's id.</summary>
    public string Id => Parts.Id;

    /// <summary>The kind of thing it finds.</summary>
    public string InfoType => Parts.InfoType;

    /// <summary>The rule's first folder.</summary>
    public Category Category => Parts.Category;

    /// <summary>Its version: rises when what it matches changes.</summary>
    public int Version => Parts.Version;

    /// <summary>Where the rule is in its life.</summary>
    public RuleStatus Status => Parts.Status;

    /// <summary>The kind of thing, for people.</summary>
    public LocalizedText Title => Parts.Title;

    /// <summary>How harmful a finding is.</summary>
    public Severity Severity => Parts.Severity;

    /// <summary>What other products call the info type, by product.</summary>
    public IReadOnlyDictionary<string, string> Aliases => Parts.Aliases;

    /// <summary>What was found, why it matters, what to do, for the author.</summary>
    public LocalizedText Message => Parts.Message;

    /// <summary>What to write instead.</summary>
    public LocalizedText Replacement => Parts.Replacement;

    /// <summary>Whether the rule runs at all: it is live or in shadow.</summary>
    public bool Runs => Status is RuleStatus.Live or RuleStatus.Shadow;

    /// <inheritdoc/>
    public override string ToString() => $"{Id} version {Version}";

    /// <summary>Whether something proposes candidates by itself, so that composites may ask for them.</summary>
    internal bool FindsAlone => Detectors.Count > 0 || (_definition.IsValueCreated && Definition.Detect.Any(detect => detect.AllOf.Count == 0));

    /// <summary>Where the rule is written.</summary>
    internal RuleFile File { get; }

    /// <summary>What of it is needed to scan.</summary>
    internal RuleParts Parts { get; }

    /// <summary>Audiences the rule applies to; all when empty.</summary>
    internal IReadOnlyList<Audience> Audiences => Parts.Audiences;

    /// <summary>Proofs that a value must pass, all of them.</summary>
    internal IReadOnlyList<NamedValidator> Validators => Parts.Validators;

    /// <summary>Words that change the confidence of its candidates, in the order in which they count.</summary>
    internal IReadOnlyList<HotwordGroup> Hotwords => Parts.Hotwords;

    /// <summary>What proposes candidates by itself.</summary>
    internal IReadOnlyList<RuleDetector> Detectors { get; }

    /// <summary>What proposes candidates from pieces of evidence.</summary>
    internal IReadOnlyList<RuleComposite> Composites { get; }

    /// <summary>Every detector that the rule needs, for itself or for a piece of evidence.</summary>
    internal IEnumerable<Detector> AllDetectors =>
        Detectors.Select(detector => detector.Detector).Concat(Composites.SelectMany(composite => composite.Composite.Detectors));

    /// <summary>Whether the rule is in force at the time of publishing and for the audience.</summary>
    internal bool AppliesTo(ScanOptions options) =>
        (Parts.ValidFrom is not { } from || options.PublishAt >= from)
        && (Parts.ValidUntil is not { } until || options.PublishAt < until)
        && (Audiences.Count == 0 || Audiences.Contains(options.Destination.Audience));

    /// <summary>Whether its findings are told of however unsure they are: it is tried out, or a label that a policy may know by its id.</summary>
    internal bool CountsAtAnyConfidence => Status != RuleStatus.Live || Category == Category.Marking;

    /// <summary>The confidence of what a detector proposes when all validators have accepted and no word speaks for it or against.</summary>
    internal Confidence ConfidenceOf(RuleDetector detector) => Validators.Count > 0 ? Parts.OnValid ?? detector.Confidence : detector.Confidence;

    /// <summary>The highest confidence that a candidate may have in the end.</summary>
    /// <param name="proposed">The confidence with which it is proposed.</param>
    internal Confidence HighestOf(Confidence proposed)
    {
        var highest = Validators.Count > 0 ? Parts.OnValid ?? proposed : proposed;
        for (var i = 0; i < Hotwords.Count; i++)
            highest = Hotwords[i].RaisesTo is { } raised && raised > highest ? raised : highest;
        return highest;
    }

    /// <summary>Whether all validators accept a value.</summary>
    internal bool IsValid(ReadOnlySpan<char> value)
    {
        foreach (var (_, isValid) in Validators)
        {
            if (!isValid(value))
                return false;
        }

        return true;
    }

    /// <summary>Whether nothing refutes the candidate, all validators accept its value and no exclusion covers it; sets the confidence that this gives.</summary>
    internal bool Accepts(Candidate candidate)
    {
        if (candidate.Refuted)
            return false;
        foreach (var (name, isValid) in Validators)
        {
            if (!candidate.IsValidated && !isValid(candidate.Value))
            {
                candidate.Note(TraceStepKind.Refused, name, null);
                return false;
            }
        }

        foreach (var exclusion in _exclusions.Value)
        {
            if (exclusion.LowersTo == LoweredConfidence.None && exclusion.Covers(candidate.Value))
            {
                candidate.Note(TraceStepKind.Excluded, exclusion.Because, null);
                return false;
            }
        }

        if (Validators.Count > 0)
        {
            candidate.Proven = true;
            candidate.Confidence = Parts.OnValid ?? candidate.Confidence;
            candidate.Note(TraceStepKind.Validated, _validatorNames, candidate.Confidence);
        }

        return true;
    }

    /// <summary>Weighs specimens and the words near by: the highest raise wins, then the lowest of what lowers. False when that drops the candidate.</summary>
    internal bool Weigh(Candidate candidate, WindowText text, HotwordIndex hotwords)
    {
        LoweredConfidence? lowered = null;
        foreach (var validator in Validators)
        {
            if (validator.IsSpecimen?.Invoke(candidate.Value) == true)
            {
                lowered = LoweredConfidence.Low;
                candidate.Note(TraceStepKind.Excluded, "a specimen: it counts up, repeats itself or says that it is an example", Confidence.Low);
            }
        }

        foreach (var exclusion in _exclusions.Value)
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

using Dlp.Engine.Detection;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;
using Dlp.Engine.Scanning;

namespace Dlp.Engine;

/// <summary>
/// A scan of a draft whose parts arrive piece by piece, for texts too long to be held as one string. What stands across a join of pieces
/// is found; however a text is cut, the findings are the same. Attachments may be begun while others are not at their end, as the files of
/// an archive are. Not thread-safe; no redacted text, since it keeps no text.
/// </summary>
public sealed class DraftScan
{
    private readonly RuleSet _ruleSet;
    private readonly WindowScans _windows;
    private readonly FileNameScan _names;
    private readonly Stack<PassageScan> _idle = new();
    private readonly ScanBudget _budget = new();
    private readonly List<PartScan> _parts = [];
    private readonly List<PlacedFinding> _findings = [];
    private readonly List<PlacedDrop> _dropped = [];
    private ScanRequest _request;
    private int _partCount;

    /// <summary>What the author wrote, as far as the next part may read on from it.</summary>
    private PassageScan? _authored;

    internal DraftScan(RuleSet ruleSet)
    {
        _ruleSet = ruleSet;
        _windows = new WindowScans(ruleSet);
        _names = new FileNameScan(new PassageScan(_windows));
    }

    private ScanOptions Options => _request.Options;

    private IEnumerable<PartScan> Parts => _parts.Take(_partCount);

    /// <summary>Starts another scan; whatever was left of one before is forgotten.</summary>
    /// <param name="options">What the scan takes into account.</param>
    /// <param name="runs">Which rules are run.</param>
    internal void Begin(ScanOptions options, Predicate<Rule> runs)
    {
        _request = new ScanRequest(runs, options, _budget);
        _budget.Reset();
        _names.Begin();
        _findings.Clear();
        _dropped.Clear();
        (_partCount, _authored) = (0, null);
    }

    /// <summary>Starts the next part, and looks at the name of an attached file. Only attachments may be open at the same time.</summary>
    /// <param name="name">Unique within the draft.</param>
    /// <param name="kind">What it is to the author.</param>
    /// <exception cref="InvalidOperationException">A part of the author's own text has not been ended.</exception>
    public PartScan BeginPart(string name, DraftPartKind kind)
    {
        if (_partCount > 0 && _parts[_partCount - 1] is { TakesText: true, Kind: not DraftPartKind.Attachment })
            throw new InvalidOperationException("The author's own text ends before the next BeginPart.");
        if (!Passage.Joins(kind))
            CompleteAuthored();
        var passage = _authored;
        if (passage is null)
        {
            if (!_idle.TryPop(out passage))
                passage = new PassageScan(_windows);
            passage.Begin();
        }
        else
        {
            passage.Feed(Passage.Joint, _request);
        }

        if (Passage.Joins(kind))
            _authored = passage;
        if (_partCount == _parts.Count)
            _parts.Add(new PartScan(this, _partCount));
        passage.Parts.Begin(_partCount);
        var part = _parts[_partCount++];
        part.Begin(name, kind, passage);
        if (kind == DraftPartKind.Attachment)
        {
            _names.Run(name, _request);
            CollectName(part);
        }

        return part;
    }

    /// <summary>Takes the next piece of a part's text.</summary>
    internal void Feed(PassageScan passage, ReadOnlySpan<char> piece) => passage.Feed(piece, _request);

    /// <summary>Takes the end of a part's text.</summary>
    internal void EndText(PartScan part)
    {
        part.Passage!.Parts.End();
        if (!Passage.Joins(part.Kind))
            Complete(part.Passage);
    }

    /// <summary>Takes what an attached file gives away beside its text.</summary>
    internal void TakeSignals(PartScan part, IReadOnlyList<PartSignal> signals)
    {
        _names.RunSignals(part.Name, signals, _request);
        CollectName(part);
    }

    /// <summary>Ends the scan: weighs all findings together and decides.</summary>
    /// <exception cref="InvalidOperationException">A part has not been ended.</exception>
    public ScanResult Complete()
    {
        for (var part = 0; part < _partCount; part++)
        {
            if (!_parts[part].HasEnded)
                throw new InvalidOperationException("End of every part comes before Complete.");
        }

        CompleteAuthored();
        var incomplete = Incomplete();
        if (_findings.Count == 0 && _dropped.Count == 0 && incomplete is null)
            return ScanResult.Clean;

        var findings = _findings.OrderBy(finding => finding.Part).ThenByDescending(finding => finding.Finding.InName).ThenBy(finding => finding.Finding.Span).Select(finding => finding.Finding).ToList();
        var live = _ruleSet.Policy.Judge([.. findings.Where(IsLive)], Options);
        var shadow = _ruleSet.Policy.Judge([.. findings.Where(finding => !IsLive(finding))], Options);
        return new ScanResult
        {
            Verdict = live.Select(finding => finding.Verdict).Concat((incomplete ?? []).Select(part => part.Verdict)).DefaultIfEmpty(Verdict.Allow).Max(),
            Findings = Numbered(live.Where(IsListed)),
            ShadowFindings = Numbered(shadow),
            Incomplete = incomplete ?? [],
            Redacted = [],
            Dropped = Options.Trace
                ? [.. _dropped.OrderBy(dropped => dropped.Part).Select(dropped => dropped.Candidate), .. live.Where(finding => !IsListed(finding)).Select(BelowMinimum)]
                : [],
        };
    }

    /// <summary>What happened to each part, in order; once the scan is complete.</summary>
    internal IReadOnlyList<PartReport> Reports() => [.. Parts.Select(part => part.Report(_ruleSet.Policy))];

    private List<PartReport>? Incomplete()
    {
        List<PartReport>? incomplete = null;
        for (var part = 0; part < _partCount; part++)
        {
            if (!_parts[part].IsScanned)
                (incomplete ??= []).Add(_parts[part].Report(_ruleSet.Policy));
        }

        return incomplete;
    }

    private static bool IsLive(Finding finding) => finding.Rule.Status == RuleStatus.Live;

    private static List<Finding> Numbered(IEnumerable<Finding> findings) =>
        [.. findings.Select((finding, index) => finding with { Id = $"f{index + 1}" })];

    private bool IsListed(Finding finding) => finding.Confidence >= Options.MinimumConfidence || finding.Verdict != Verdict.Allow;

    private void CompleteAuthored()
    {
        if (_authored is { } authored)
            Complete(authored);
        _authored = null;
    }

    private void Complete(PassageScan passage)
    {
        passage.Complete(_request);
        if (passage.Found.Count > 0 || passage.Dropped.Count > 0)
            Collect(passage);
        foreach (var section in passage.Parts.Sections)
            _parts[section.Part].EndPassage(passage.Unexamined);
        _idle.Push(passage);
    }

    private void Collect(PassageScan passage)
    {
        var dropped = new List<PlacedCandidate>(passage.Dropped);
        foreach (var candidate in Overlaps.Resolve(passage.Found, dropped))
            _findings.AddRange(FindingsOf(candidate, passage.Parts));
        if (Options.Trace)
            _dropped.AddRange(dropped.SelectMany(candidate => DroppedOf(candidate, passage.Parts)));
    }

    private void CollectName(PartScan part)
    {
        _findings.AddRange(_names.Found.Select(candidate =>
            new PlacedFinding(part.Number, FindingOf(candidate, part, candidate.Covered) with { Location = FileNameScan.Location, InName = true })));
        if (Options.Trace)
            _dropped.AddRange(_names.Dropped.Select(candidate => new PlacedDrop(part.Number, DroppedOf(candidate, part, candidate.Covered) with { InName = true })));
        part.CutShort(_names.Unexamined);
    }

    // What runs from one post into the next is a finding in each, so that all of it is shown and redacted.
    private IEnumerable<PlacedFinding> FindingsOf(PlacedCandidate placed, Passage passage) =>
        from place in passage.Locate(placed.Covered)
        let part = _parts[place.Part]
        select new PlacedFinding(place.Part, FindingOf(placed, part, place.Span) with { Location = part.LocationOf?.Invoke(place.Span.Start) });

    private Finding FindingOf(PlacedCandidate placed, PartScan part, TextSpan span) => new()
    {
        Id = "",
        Rule = placed.Candidate.Rule,
        Confidence = placed.Candidate.Confidence,
        Part = part.Name,
        Span = span,
        Encoding = placed.Encoding,
        NormalizedValue = CanonicalValue.Of(placed.Candidate.Value),
        Preview = placed.Preview,
        Trace = Options.Trace ? placed.Candidate.Trace : null,
    };

    private IEnumerable<PlacedDrop> DroppedOf(PlacedCandidate placed, Passage passage) =>
        passage.Locate(placed.Covered).Select(place => new PlacedDrop(place.Part, DroppedOf(placed, _parts[place.Part], place.Span)));

    private static DroppedCandidate DroppedOf(PlacedCandidate placed, PartScan part, TextSpan span) =>
        new(placed.Candidate.Rule.Id, placed.Candidate.Rule.InfoType, part.Name, span, placed.Candidate.Trace);

    private static DroppedCandidate BelowMinimum(Finding finding)
    {
        var reason = new TraceStep(TraceStepKind.BelowMinimum, "below the confidence asked for and allowed by the policy", finding.Confidence);
        return new DroppedCandidate(finding.Rule.Id, finding.Rule.InfoType, finding.Part, finding.Span, [.. finding.Trace ?? [], reason]) { InName = finding.InName };
    }

    private sealed record PlacedFinding(int Part, Finding Finding);

    private sealed record PlacedDrop(int Part, DroppedCandidate Candidate);
}

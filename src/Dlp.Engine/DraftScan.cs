using Dlp.Engine.Detection;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;
using Dlp.Engine.Scanning;

namespace Dlp.Engine;

/// <summary>
/// A scan of a draft whose parts arrive piece by piece, for texts too long to be held as one string. What stands across a join of pieces
/// is found; however a text is cut, the findings are the same. Not thread-safe; no redacted text, since it keeps no text.
/// </summary>
public sealed class DraftScan
{
    private readonly RuleSet _ruleSet;
    private readonly PassageScan _scan;
    private readonly FileNameScan _names;
    private readonly Passage _passage = new();
    private readonly ScanBudget _budget = new();
    private readonly List<ReadPart> _parts = [];
    private readonly List<PlacedFinding> _findings = [];
    private readonly List<DroppedCandidate> _dropped = [];
    private ScanRequest _request;
    private int _partCount;
    private bool _inPassage;
    private bool _inPart;

    internal DraftScan(RuleSet ruleSet)
    {
        _ruleSet = ruleSet;
        _scan = new PassageScan(ruleSet);
        _names = new FileNameScan(_scan);
    }

    private ScanOptions Options => _request.Options;

    private ReadPart Part => _parts[_partCount - 1];

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
        (_partCount, _inPassage, _inPart) = (0, false, false);
    }

    /// <summary>Starts the next part; the one before must have been ended.</summary>
    /// <param name="name">Unique within the draft.</param>
    /// <param name="kind">What it is to the author.</param>
    /// <exception cref="InvalidOperationException">The part before has not been ended.</exception>
    public void BeginPart(string name, DraftPartKind kind)
    {
        if (_inPart)
            throw new InvalidOperationException("EndPart comes before the next BeginPart.");
        _inPart = true;
        if (_inPassage && !Passage.Joins(kind))
            CompletePassage();
        if (_inPassage)
        {
            _scan.Feed(Passage.Joint, _request);
            _passage.Advance(Passage.Joint.Length);
        }
        else
        {
            _inPassage = true;
            _scan.Begin();
            _passage.Clear();
        }

        _passage.Begin(_partCount);
        if (_partCount == _parts.Count)
            _parts.Add(new ReadPart());
        _parts[_partCount++].Begin(name, kind);
    }

    /// <summary>Takes the next piece of the part's text; a piece may end anywhere.</summary>
    public void Feed(ReadOnlySpan<char> piece)
    {
        CheckInPart(nameof(Feed));
        _scan.Feed(piece, _request);
        _passage.Advance(piece.Length);
        Part.Characters += piece.Length;
    }

    /// <summary>Ends the part, and says how much of it was read.</summary>
    /// <param name="status">Whether the whole part was read.</param>
    /// <param name="cause">Why not, where the policy treats that apart.</param>
    /// <param name="detail">For people: what was not read and why.</param>
    /// <param name="locationOf">The place of an offset of the part's text inside an attachment; null in the author's own text.</param>
    /// <param name="signals">What an attached file gives away beside its text; null: nothing.</param>
    public void EndPart(
        PartStatus status = PartStatus.Scanned, UnreadCause cause = UnreadCause.None, LocalizedText? detail = null, Func<int, string?>? locationOf = null, IReadOnlyList<PartSignal>? signals = null)
    {
        CheckInPart(nameof(EndPart));
        _inPart = false;
        _passage.End();
        Part.End(status, cause, detail, locationOf);
        if (!Passage.Joins(Part.Kind))
            CompletePassage();
        if (Part.Kind == DraftPartKind.Attachment)
            ScanName(signals ?? []);
    }

    /// <summary>Ends the scan: weighs all findings together and decides.</summary>
    /// <exception cref="InvalidOperationException">The last part has not been ended.</exception>
    public ScanResult Complete()
    {
        if (_inPart)
            throw new InvalidOperationException("EndPart comes before Complete.");
        CompletePassage();
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
            Dropped = Options.Trace ? [.. _dropped, .. live.Where(finding => !IsListed(finding)).Select(BelowMinimum)] : [],
        };
    }

    private void CheckInPart(string next)
    {
        if (!_inPart)
            throw new InvalidOperationException($"BeginPart comes before {next}.");
    }

    private List<PartReport>? Incomplete()
    {
        List<PartReport>? incomplete = null;
        for (var part = 0; part < _partCount; part++)
        {
            if (_parts[part].Status != PartStatus.Scanned)
                (incomplete ??= []).Add(_parts[part].Report(_ruleSet.Policy));
        }

        return incomplete;
    }

    private static bool IsLive(Finding finding) => finding.Rule.Status == RuleStatus.Live;

    private static List<Finding> Numbered(IEnumerable<Finding> findings) =>
        [.. findings.Select((finding, index) => finding with { Id = $"f{index + 1}" })];

    private bool IsListed(Finding finding) => finding.Confidence >= Options.MinimumConfidence || finding.Verdict != Verdict.Allow;

    private void CompletePassage()
    {
        if (!_inPassage)
            return;
        _inPassage = false;
        _scan.Complete(_request);
        if (_scan.Found.Count > 0 || _scan.Dropped.Count > 0)
            Collect();
        foreach (var section in _passage.Sections)
            _parts[section.Part].CutShort(_budget.Exhausted);
        _budget.EndPassage();
    }

    private void Collect()
    {
        var dropped = new List<PlacedCandidate>(_scan.Dropped);
        foreach (var candidate in Overlaps.Resolve(_scan.Found, dropped))
            _findings.AddRange(FindingsOf(candidate));
        if (Options.Trace)
            _dropped.AddRange(dropped.SelectMany(DroppedOf));
    }

    private void ScanName(IReadOnlyList<PartSignal> signals)
    {
        _names.Run(Part.Name, signals, _request);
        var part = _partCount - 1;
        _findings.AddRange(_names.Found.Select(candidate => new PlacedFinding(part, FindingOf(candidate, part, candidate.Covered) with { Location = FileNameScan.Location, InName = true })));
        if (Options.Trace)
            _dropped.AddRange(_names.Dropped.Select(candidate => DroppedOf(candidate, part, candidate.Covered) with { InName = true }));
        Part.CutShort(_budget.Exhausted);
        _budget.EndPassage();
    }

    // What runs from one post into the next is a finding in each, so that all of it is shown and redacted.
    private IEnumerable<PlacedFinding> FindingsOf(PlacedCandidate placed) => _passage.Locate(placed.Covered)
        .Select(place => new PlacedFinding(place.Part, FindingOf(placed, place.Part, place.Span) with { Location = _parts[place.Part].LocationOf?.Invoke(place.Span.Start) }));

    private Finding FindingOf(PlacedCandidate placed, int part, TextSpan span) => new()
    {
        Id = "",
        Rule = placed.Candidate.Rule,
        Confidence = placed.Candidate.Confidence,
        Part = _parts[part].Name,
        Span = span,
        Encoding = placed.Encoding,
        NormalizedValue = CanonicalValue.Of(placed.Candidate.Value),
        Preview = placed.Preview,
        Trace = Options.Trace ? placed.Candidate.Trace : null,
    };

    private IEnumerable<DroppedCandidate> DroppedOf(PlacedCandidate placed) => _passage.Locate(placed.Covered).Select(place => DroppedOf(placed, place.Part, place.Span));

    private DroppedCandidate DroppedOf(PlacedCandidate placed, int part, TextSpan span) =>
        new(placed.Candidate.Rule.Id, placed.Candidate.Rule.InfoType, _parts[part].Name, span, placed.Candidate.Trace);

    private static DroppedCandidate BelowMinimum(Finding finding)
    {
        var reason = new TraceStep(TraceStepKind.BelowMinimum, "below the confidence asked for and allowed by the policy", finding.Confidence);
        return new DroppedCandidate(finding.Rule.Id, finding.Rule.InfoType, finding.Part, finding.Span, [.. finding.Trace ?? [], reason]) { InName = finding.InName };
    }

    private sealed record PlacedFinding(int Part, Finding Finding);
}

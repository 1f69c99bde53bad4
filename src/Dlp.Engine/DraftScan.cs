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
    private readonly ScanOptions _options;
    private readonly IReadOnlyList<Rule> _rules;
    private readonly ScanBudget _budget = new();
    private readonly List<ReadPart> _parts = [];
    private readonly List<PlacedFinding> _findings = [];
    private readonly List<DroppedCandidate> _dropped = [];
    private (Passage Passage, PassageScan Scan)? _open;
    private bool _inPart;

    internal DraftScan(RuleSet ruleSet, ScanOptions options, IReadOnlyList<Rule> rules)
    {
        _ruleSet = ruleSet;
        _options = options;
        _rules = rules;
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
        if (_open is not null && !Passage.Joins(kind))
            CompletePassage();
        if (_open is not { } open)
            _open = open = (new Passage(), new PassageScan(_rules, _ruleSet.Detectors, _options, _budget));
        else
        {
            open.Scan.Feed(Passage.Joint);
            open.Passage.Advance(Passage.Joint.Length);
        }

        open.Passage.Begin(_parts.Count);
        _parts.Add(new ReadPart(name, kind));
    }

    /// <summary>Takes the next piece of the part's text; a piece may end anywhere.</summary>
    public void Feed(ReadOnlySpan<char> piece)
    {
        var (passage, scan) = OpenPart("Feed");
        scan.Feed(piece);
        passage.Advance(piece.Length);
        _parts[^1].Characters += piece.Length;
    }

    /// <summary>Ends the part, and says how much of it was read.</summary>
    /// <param name="status">Whether the whole part was read.</param>
    /// <param name="cause">Why not, where the policy treats that apart.</param>
    /// <param name="detail">For people: what was not read and why.</param>
    /// <param name="locationOf">The place of an offset of the part's text inside an attachment; null in the author's own text.</param>
    public void EndPart(PartStatus status = PartStatus.Scanned, UnreadCause cause = UnreadCause.None, string? detail = null, Func<int, string?>? locationOf = null)
    {
        var (passage, _) = OpenPart("EndPart");
        _inPart = false;
        passage.End();
        var part = _parts[^1];
        (part.Status, part.Cause, part.Detail, part.LocationOf) = (status, cause, detail, locationOf);
        if (!Passage.Joins(part.Kind))
            CompletePassage();
    }

    /// <summary>Ends the scan: weighs all findings together and decides.</summary>
    /// <exception cref="InvalidOperationException">The last part has not been ended.</exception>
    public ScanResult Complete()
    {
        if (_inPart)
            throw new InvalidOperationException("EndPart comes before Complete.");
        CompletePassage();
        var findings = _findings.OrderBy(finding => finding.Part).ThenBy(finding => finding.Finding.Span).Select(finding => finding.Finding).ToList();
        var live = _ruleSet.Policy.Judge([.. findings.Where(IsLive)], _options);
        var shadow = _ruleSet.Policy.Judge([.. findings.Where(finding => !IsLive(finding))], _options);
        var parts = _parts.ConvertAll(part => part.Report(_ruleSet.Policy));

        return new ScanResult
        {
            Verdict = live.Select(finding => finding.Verdict).Concat(parts.Select(part => part.Verdict)).DefaultIfEmpty(Verdict.Allow).Max(),
            Findings = Numbered(live.Where(IsListed)),
            ShadowFindings = Numbered(shadow),
            Parts = parts,
            Redacted = [],
            Dropped = _options.Trace ? [.. _dropped, .. live.Where(finding => !IsListed(finding)).Select(BelowMinimum)] : [],
        };
    }

    private (Passage Passage, PassageScan Scan) OpenPart(string next) =>
        _inPart && _open is { } open ? open : throw new InvalidOperationException($"BeginPart comes before {next}.");

    private static bool IsLive(Finding finding) => finding.Rule.Definition.Status == RuleStatus.Live;

    private static List<Finding> Numbered(IEnumerable<Finding> findings) =>
        [.. findings.Select((finding, index) => finding with { Id = $"f{index + 1}" })];

    private bool IsListed(Finding finding) => finding.Confidence >= _options.MinimumConfidence || finding.Verdict != Verdict.Allow;

    private void CompletePassage()
    {
        if (_open is not { } open)
            return;
        _open = null;
        open.Scan.Complete();
        var dropped = new List<PlacedCandidate>(open.Scan.Dropped);
        foreach (var candidate in Overlaps.Resolve(open.Scan.Found, dropped))
            _findings.AddRange(FindingsOf(candidate, open.Passage));
        if (_options.Trace)
            _dropped.AddRange(dropped.SelectMany(candidate => DroppedOf(candidate, open.Passage)));
        foreach (var section in open.Passage.Sections)
            _parts[section.Part].CutShort(_budget.Exhausted);
        _budget.EndPassage();
    }

    // What runs from one post into the next is a finding in each, so that all of it is shown and redacted.
    private IEnumerable<PlacedFinding> FindingsOf(PlacedCandidate placed, Passage passage)
    {
        var candidate = placed.Candidate;
        foreach (var (part, span) in passage.Locate(placed.Covered))
        {
            yield return new PlacedFinding(part, new Finding
            {
                Id = "",
                Rule = candidate.Rule,
                Confidence = candidate.Confidence,
                Part = _parts[part].Name,
                Span = span,
                Location = _parts[part].LocationOf?.Invoke(span.Start),
                Encoding = placed.Encoding,
                NormalizedValue = CanonicalValue.Of(candidate.Value),
                Preview = placed.Preview,
                Trace = _options.Trace ? candidate.Trace : null,
            });
        }
    }

    private IEnumerable<DroppedCandidate> DroppedOf(PlacedCandidate placed, Passage passage) => passage.Locate(placed.Covered)
        .Select(place => new DroppedCandidate(placed.Candidate.Rule.Id, placed.Candidate.Rule.InfoType, _parts[place.Part].Name, place.Span, placed.Candidate.Trace));

    private static DroppedCandidate BelowMinimum(Finding finding)
    {
        var reason = new TraceStep(TraceStepKind.BelowMinimum, "below the confidence asked for and allowed by the policy", finding.Confidence);
        return new DroppedCandidate(finding.Rule.Id, finding.Rule.InfoType, finding.Part, finding.Span, [.. finding.Trace ?? [], reason]);
    }

    private sealed record PlacedFinding(int Part, Finding Finding);
}

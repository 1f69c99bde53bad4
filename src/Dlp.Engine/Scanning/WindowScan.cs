using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>Looks at one window: candidates are proposed, proved, joined, weighed, and kept where the rule applies.</summary>
internal sealed class WindowScan(WindowText text, IReadOnlyList<Rule> rules, ScanOptions options, ScanBudget budget)
{
    private readonly List<Candidate> _dropped = [];

    /// <summary>Candidates dropped so far.</summary>
    public IReadOnlyList<Candidate> Dropped => _dropped;

    /// <summary>The candidates that hold, in the window's offsets.</summary>
    public List<Candidate> Run()
    {
        var candidates = new List<Candidate>();
        foreach (var rule in rules)
            rule.Detect(text, budget, candidates);
        Keep(candidates, candidate => candidate.Rule.Accepts(candidate));

        var evidence = new EvidenceFinder(text, candidates, DateOnly.FromDateTime(options.PublishAt.DateTime), budget);
        var joined = new List<Candidate>();
        foreach (var rule in rules)
            rule.Join(text, evidence, joined);
        Keep(joined, candidate => candidate.Rule.Accepts(candidate));

        candidates.AddRange(joined);
        Keep(candidates, candidate => candidate.Rule.Weigh(candidate, text) && IsInScope(candidate));
        return candidates;
    }

    private bool IsInScope(Candidate candidate)
    {
        var reason = !candidate.Rule.AppliesTo(options) ? "the rule is not in force for this audience or at this time"
            : options.InfoTypes?.Contains(candidate.Rule.InfoType) == false ? "the info type was not asked for"
            : null;
        if (reason is not null)
            candidate.Note(TraceStepKind.OutOfScope, reason, null);
        return reason is null;
    }

    private void Keep(List<Candidate> candidates, Predicate<Candidate> holds) => candidates.RemoveAll(candidate =>
    {
        if (holds(candidate))
            return false;
        _dropped.Add(candidate);
        return true;
    });
}

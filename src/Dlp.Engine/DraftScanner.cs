using System.Collections.Concurrent;
using Dlp.Engine.Redaction;
using Dlp.Engine.Rules;

namespace Dlp.Engine;

/// <summary>Scans drafts with one rule set. Immutable, thread-safe and reentrant: make one per rule set and share it.</summary>
/// <param name="ruleSet">The rules and the policy.</param>
public sealed class DraftScanner(RuleSet ruleSet)
{
    private static readonly Predicate<Rule> Running = rule => rule.Runs;

    // What a scan needs while it runs, kept for the next.
    private readonly ConcurrentBag<DraftScan> _scans = [];

    /// <summary>The rules and the policy it scans with.</summary>
    public RuleSet RuleSet { get; } = ruleSet;

    /// <summary>From draft to decision.</summary>
    /// <param name="draft">Any draft; no text, however hostile, makes it throw.</param>
    /// <param name="options">What is taken into account besides the draft.</param>
    public ScanResult Scan(Draft draft, ScanOptions options) => Redact(Read(draft, options, Running), draft, options);

    /// <summary>From draft to decision, where attachments arrive while it is scanned.</summary>
    /// <param name="draft">What is at hand: the author's own text.</param>
    /// <param name="options">What is taken into account besides the draft.</param>
    /// <param name="feed">Gives the attachments, after the parts of the draft; what it throws ends the scan.</param>
    /// <returns>The decision, and what happened to each part.</returns>
    public async Task<(ScanResult Result, IReadOnlyList<PartReport> Parts)> ScanAsync(Draft draft, ScanOptions options, Func<DraftScan, Task> feed)
    {
        var scan = Take(options, Running);
        Feed(scan, draft);
        await feed(scan);
        var result = scan.Complete();
        var parts = scan.Reports();
        _scans.Add(scan);
        return (Redact(result, draft, options), parts);
    }

    /// <summary>Starts a scan of a draft whose parts arrive piece by piece.</summary>
    /// <param name="options">What is taken into account besides the draft.</param>
    public DraftScan Begin(ScanOptions options)
    {
        var scan = new DraftScan(RuleSet);
        scan.Begin(options, Running);
        return scan;
    }

    /// <summary>Loads what is loaded lazily (patterns, the models of Microsoft.Recognizers), so that the first author does not wait for it.</summary>
    public void Warm()
    {
        foreach (var example in RuleSet.Running.SelectMany(rule => rule.Definition.Examples.Match))
            Scan(Draft.FromText(example.Text), new ScanOptions { PublishAt = example.PublishAt ?? DateTimeOffset.UnixEpoch });
    }

    /// <summary>What one rule finds in a draft, whether it is in force or only proposed; at any confidence, and beside what other rules find.</summary>
    internal IReadOnlyList<Finding> FindingsOf(Rule rule, Draft draft, DateTimeOffset publishAt)
    {
        var options = new ScanOptions
        {
            PublishAt = publishAt,
            Destination = new Destination(Audience: rule.Audiences.Count > 0 ? rule.Audiences[0] : Audience.Public),
            InfoTypes = [rule.InfoType],
            MinimumConfidence = Confidence.Low,
            Redact = false,
        };
        var result = Read(draft, options, other => other == rule || (other.Runs && other.InfoType != rule.InfoType));
        return rule.Status == RuleStatus.Live ? result.Findings : result.ShadowFindings;
    }

    private ScanResult Read(Draft draft, ScanOptions options, Predicate<Rule> runs)
    {
        var scan = Take(options, runs);
        Feed(scan, draft);
        var result = scan.Complete();
        _scans.Add(scan);
        return result;
    }

    private DraftScan Take(ScanOptions options, Predicate<Rule> runs)
    {
        if (!_scans.TryTake(out var scan))
            scan = new DraftScan(RuleSet);
        scan.Begin(options, runs);
        return scan;
    }

    private static void Feed(DraftScan scan, Draft draft)
    {
        for (var i = 0; i < draft.Parts.Count; i++)
        {
            var part = draft.Parts[i];
            var scanned = scan.BeginPart(part.Name, part.Kind);
            scanned.Feed(part.Text);
            scanned.EndText(part.Places.Count > 0 ? part.LocationOf : null);
            scanned.End(part.Status, part.Cause, part.Detail, part.Signals);
        }
    }

    private ScanResult Redact(ScanResult result, Draft draft, ScanOptions options) =>
        options.Redact && result.Findings.Count > 0 ? result with { Redacted = new Redactor(this, options).Redact(draft, result.Findings) } : result;
}

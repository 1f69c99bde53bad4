using Dlp.Engine.Redaction;
using Dlp.Engine.Rules;

namespace Dlp.Engine;

/// <summary>Scans drafts with one rule set. Immutable, thread-safe and reentrant: make one per rule set and share it.</summary>
/// <param name="ruleSet">The rules and the policy.</param>
public sealed class DraftScanner(RuleSet ruleSet)
{
    /// <summary>The rules and the policy it scans with.</summary>
    public RuleSet RuleSet { get; } = ruleSet;

    /// <summary>From draft to decision.</summary>
    /// <param name="draft">Any draft; no text, however hostile, makes it throw.</param>
    /// <param name="options">What is taken into account besides the draft.</param>
    public ScanResult Scan(Draft draft, ScanOptions options)
    {
        var result = Read(draft, Begin(options));
        return options.Redact ? result with { Redacted = new Redactor(this, options).Redact(draft, result.Findings) } : result;
    }

    /// <summary>Starts a scan of a draft whose parts arrive piece by piece.</summary>
    /// <param name="options">What is taken into account besides the draft.</param>
    public DraftScan Begin(ScanOptions options) => new(RuleSet, options, RuleSet.Running);

    /// <summary>Loads what is loaded lazily (patterns, the models of Microsoft.Recognizers), so that the first author does not wait for it.</summary>
    public void Warm()
    {
        foreach (var example in RuleSet.Running.SelectMany(rule => rule.Definition.Examples.Match))
            Scan(Draft.FromText(example.Text), new ScanOptions { PublishAt = example.PublishAt ?? DateTimeOffset.UnixEpoch });
    }

    /// <summary>What one rule finds in a text, whether it is in force or only proposed; at any confidence, and beside what other rules find.</summary>
    internal IReadOnlyList<Finding> FindingsOf(Rule rule, string text, DateTimeOffset publishAt)
    {
        var options = new ScanOptions
        {
            PublishAt = publishAt,
            Destination = new Destination(Audience: rule.Definition.Audiences.Count > 0 ? rule.Definition.Audiences[0] : Audience.Public),
            InfoTypes = [rule.InfoType],
            MinimumConfidence = Confidence.Low,
            Redact = false,
        };
        var others = RuleSet.Running.Where(other => other.InfoType != rule.InfoType);
        var result = Read(Draft.FromText(text), new DraftScan(RuleSet, options, [.. others, rule]));
        return rule.Definition.Status == RuleStatus.Live ? result.Findings : result.ShadowFindings;
    }

    private static ScanResult Read(Draft draft, DraftScan scan)
    {
        foreach (var part in draft.Parts)
        {
            scan.BeginPart(part.Name, part.Kind);
            scan.Feed(part.Text);
            scan.EndPart(part.Status, part.Cause, part.Detail, part.Places.Count > 0 ? part.LocationOf : null);
        }

        return scan.Complete();
    }
}

using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests;

/// <summary>Small rule sets in memory, so that a test shows the whole rule that it is about.</summary>
internal static class TestRules
{
    /// <summary>Midday of the day on which the drafts of the tests are published, unless one says otherwise.</summary>
    public static readonly DateTimeOffset PublishAt = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public const string Incomplete =
        "incomplete: {partial: warn, unreadable: warn, encrypted: warn, tooLarge: warn, unsupported: warn, noOcr: allow, audioOrVideo: allow}";

    /// <summary>Warns of whatever is surer than low.</summary>
    public static readonly RuleFile Policy = PolicyOf("[{when: {minimumConfidence: medium}, verdict: warn}]");

    public static RuleFile PolicyOf(string statements) => new("policies/default.yaml", $"statements: {statements}\n{Incomplete}\n");

    /// <summary>A rule of which only what matters to the test is said: how it detects, and further lines.</summary>
    public static RuleFile Rule(
        string path,
        string detect,
        string more = "",
        string? infoType = null,
        string status = "live",
        string severity = "medium",
        string replacement = "{en: '[removed]', fr: '[retiré]'}") =>
        new(path, $$"""
            id: {{Path.ChangeExtension(path, null).Replace('/', '.')}}
            version: 1
            status: {{status}}
            title: {en: Thing, fr: Chose}
            infoType: {{infoType ?? Path.GetFileNameWithoutExtension(path)}}
            severity: {{severity}}
            message: {en: Leave it out., fr: Retirez-le.}
            replacement: {{replacement}}
            detect: {{detect}}
            examples:
              match: [{text: ⟦x⟧}]
              noMatch: [{text: y, because: it is another letter}]
            falsePositives: []
            references: []
            {{more}}
            """);

    /// <summary>Four digits after "badge", of medium confidence: the simplest rule.</summary>
    public static RuleFile Badge(string more = "", string status = "live", string confidence = "medium") =>
        Rule("identity/badge.yaml", $$"""[{regex: '\bbadge (?<value>[0-9]{4})\b', confidence: {{confidence}}}]""", more, status: status);

    /// <summary>The rules with the usual policy, or one that is among them; their examples are not run.</summary>
    public static RuleSet Load(params RuleFile[] files)
    {
        var load = RuleSet.Load(files.Any(file => file.Path == Policy.Path) ? files : [Policy, .. files], checkExamples: false);
        load.Faults.Should().BeEmpty();
        return load.RuleSet!;
    }

    public static ScanOptions Options(DateTimeOffset? publishAt = null) =>
        new() { PublishAt = publishAt ?? PublishAt, MinimumConfidence = Confidence.Low, Redact = false };

    public static ScanResult Scan(this RuleSet ruleSet, string text, ScanOptions? options = null) =>
        new DraftScanner(ruleSet).Scan(Draft.FromText(text), options ?? Options());

    public static ScanResult Scan(this RuleSet ruleSet, IReadOnlyList<DraftPart> parts, ScanOptions? options = null) =>
        new DraftScanner(ruleSet).Scan(new Draft(parts), options ?? Options());

    /// <summary>The words that were found, in order.</summary>
    public static IEnumerable<string> Found(this RuleSet ruleSet, string text, ScanOptions? options = null) =>
        ruleSet.Scan(text, options).Findings.Select(finding => text[finding.Span.Start..finding.Span.End]);

    /// <summary>The posts of a thread.</summary>
    public static IReadOnlyList<DraftPart> Thread(params string[] posts) =>
        [.. posts.Select((post, index) => new DraftPart($"post-{index + 1}", DraftPartKind.Post, post))];
}

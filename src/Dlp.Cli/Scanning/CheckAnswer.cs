using System.Text.Json.Serialization;
using Dlp.Engine;
using Dlp.Engine.Explanations;

namespace Dlp.Cli.Scanning;

/// <summary>The answer of <c>POST /v1/checks</c>, as this program writes it. <see cref="Id"/> is always null: nothing is recorded here, so no outcome can be told.</summary>
internal sealed record CheckAnswer(
    string? Id,
    string Verdict,
    bool Complete,
    IReadOnlyList<FindingAnswer> Findings,
    IReadOnlyList<PartAnswer> Parts,
    IReadOnlyList<RedactedAnswer> Redacted,
    string RuleSet,
    double ElapsedMilliseconds)
{
    /// <summary>Only with a trace: candidates that did not become findings.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DroppedAnswer>? Dropped { get; init; }

    /// <summary>Only with a trace: findings of shadow rules, with the verdict that they would have had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FindingAnswer>? ShadowFindings { get; init; }

    public static CheckAnswer Of(ScanReport report)
    {
        var result = report.Result;
        return new CheckAnswer(
            Id: null,
            Wire.Name(result.Verdict),
            result.Complete,
            [.. result.Findings.Select(finding => FindingAnswer.Of(finding, report.Language))],
            [.. report.Parts.Select(part => PartAnswer.Of(part, report.Language))],
            [.. result.Redacted.Select(part => new RedactedAnswer(part.Part, part.Text))],
            report.RuleSet.Hash,
            Math.Round(report.Elapsed.TotalMilliseconds, 3))
        {
            Dropped = report.Trace ? [.. result.Dropped.Select(DroppedAnswer.Of)] : null,
            ShadowFindings = report.Trace ? [.. result.ShadowFindings.Select(finding => FindingAnswer.Of(finding, report.Language))] : null,
        };
    }
}

internal sealed record FindingAnswer(
    string Id,
    string RuleId,
    int RuleVersion,
    string InfoType,
    string Category,
    string Severity,
    string Confidence,
    string Part,
    int Start,
    int End,
    string? Location,
    bool InName,
    string? Encoding,
    string Preview,
    string Verdict,
    string Title,
    string Message,
    string Replacement,
    IReadOnlyList<TraceAnswer>? Trace)
{
    public static FindingAnswer Of(Finding finding, Language language)
    {
        var rule = finding.Rule;
        return new FindingAnswer(
            finding.Id,
            rule.Id,
            rule.Version,
            rule.InfoType,
            Wire.Name(finding.Rule.Category),
            Wire.Name(rule.Severity),
            Wire.Name(finding.Confidence),
            finding.Part,
            finding.Span.Start,
            finding.Span.End,
            finding.Location?.In(language),
            finding.InName,
            finding.Encoding is { } encoding ? Wire.Name(encoding) : null,
            finding.Preview,
            Wire.Name(finding.Verdict),
            rule.Title.In(language),
            finding.MessageIn(language),
            rule.Replacement.In(language),
            finding.Trace is null ? null : [.. finding.Trace.Select(TraceAnswer.Of)]);
    }
}

internal sealed record TraceAnswer(string Step, string Detail, string? Confidence)
{
    public static TraceAnswer Of(TraceStep step) => new(Wire.Name(step.Step), step.Detail, step.Confidence is { } confidence ? Wire.Name(confidence) : null);
}

internal sealed record DroppedAnswer(string RuleId, string InfoType, string Part, int Start, int End, IReadOnlyList<TraceAnswer> Trace)
{
    public static DroppedAnswer Of(DroppedCandidate dropped) =>
        new(dropped.RuleId, dropped.InfoType, dropped.Part, dropped.Span.Start, dropped.Span.End, [.. dropped.Trace.Select(TraceAnswer.Of)]);
}

internal sealed record PartAnswer(string Name, string Kind, string Status, int Characters, string? Detail)
{
    public static PartAnswer Of(PartReport part, Language language) =>
        new(part.Name, Wire.Name(part.Kind), Wire.Name(part.Status), part.Characters, part.Detail?.In(language));
}

internal sealed record RedactedAnswer(string Part, string Text);

/// <summary>The last line of the <c>jsonl</c> format: everything but the findings, which have lines of their own.</summary>
internal sealed record ScanSummary(string Verdict, bool Complete, int Findings, IReadOnlyList<PartAnswer> Parts, string RuleSet, double ElapsedMilliseconds);

internal sealed record SummaryLine(ScanSummary Summary);

using System.ComponentModel;
using System.Text.Json.Serialization;
using Dlp.Api.Rules;
using Dlp.Engine.Decoding;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Redaction;

namespace Dlp.Api.Checks;

[Description("What the policy says about a draft, and why.")]
internal sealed class CheckResponse
{
    [Description("Names this check when its outcome is told.")]
    public required string Id { get; init; }

    public required Verdict Verdict { get; init; }

    [Description("False when any part was not wholly scanned.")]
    public required bool Complete { get; init; }

    public required IReadOnlyList<FindingResponse> Findings { get; init; }

    public required IReadOnlyList<PartResponse> Parts { get; init; }

    [Description("The author's own parts that hold findings, with those replaced.")]
    public required IReadOnlyList<RedactedPart> Redacted { get; init; }

    [Description("Candidates that did not become findings; only with include.trace.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DroppedResponse>? Dropped { get; init; }

    [Description("Hash of the rules that decided.")]
    public required string RuleSet { get; init; }

    public required double ElapsedMilliseconds { get; init; }
}

internal sealed class FindingResponse
{
    public required string Id { get; init; }

    public required string RuleId { get; init; }

    public required int RuleVersion { get; init; }

    public required string InfoType { get; init; }

    public required Category Category { get; init; }

    public required Severity Severity { get; init; }

    public required Confidence Confidence { get; init; }

    public required string Part { get; init; }

    [Description("UTF-16 offset of the first code unit in the part; in the part's name where `inName` is true.")]
    public required int Start { get; init; }

    [Description("UTF-16 offset after the last code unit.")]
    public required int End { get; init; }

    [Description("Where inside an attachment, in the language of the answer: `page 3`, `sheet Q3, B12`, `file name`; null in the author's own text.")]
    public required string? Location { get; init; }

    [Description("Whether it stands in the name of an attached file.")]
    public required bool InName { get; init; }

    [Description("How it is encoded in the part; null when it is in the clear.")]
    public required TextEncoding? Encoding { get; init; }

    [Description("At most four characters of what was found.")]
    public required string Preview { get; init; }

    public required Verdict Verdict { get; init; }

    public required string Title { get; init; }

    public required string Message { get; init; }

    [Description("What to write instead.")]
    public required string Replacement { get; init; }

    public required IReadOnlyList<TraceStep>? Trace { get; init; }

    public static FindingResponse Of(Finding finding, Language language) => new()
    {
        Id = finding.Id,
        RuleId = finding.Rule.Id,
        RuleVersion = finding.Rule.Version,
        InfoType = finding.Rule.InfoType,
        Category = finding.Rule.Category,
        Severity = finding.Rule.Severity,
        Confidence = finding.Confidence,
        Part = finding.Part,
        Start = finding.Span.Start,
        End = finding.Span.End,
        Location = finding.Location?.In(language),
        InName = finding.InName,
        Encoding = finding.Encoding,
        Preview = finding.Preview,
        Verdict = finding.Verdict,
        Title = finding.Rule.Title.In(language),
        Message = finding.MessageIn(language),
        Replacement = finding.Rule.Replacement.In(language),
        Trace = finding.Trace,
    };
}

internal sealed record PartResponse(string Name, DraftPartKind Kind, PartStatus Status, int Characters, string? Detail)
{
    public static PartResponse Of(PartReport part, Language language) => new(part.Name, part.Kind, part.Status, part.Characters, part.Detail?.In(language));
}

using System.ComponentModel;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Api.Rules;

internal sealed class RulesResponse
{
    [Description("Hash of every file of the rule set in force.")]
    public required string RuleSet { get; init; }

    [Description("When it was loaded.")]
    public required DateTimeOffset LoadedAt { get; init; }

    [Description("The last reload, when it was refused; null when the rules in force are those of the folder.")]
    public required FailedReload? FailedReload { get; init; }

    public required IReadOnlyList<RuleSummary> Rules { get; init; }
}

internal sealed record RuleSummary(string Id, int Version, RuleStatus Status, LocalizedText Title, string InfoType, Category Category, Severity Severity)
{
    public static RuleSummary Of(Rule rule) =>
        new(rule.Id, rule.Version, rule.Status, rule.Title, rule.InfoType, rule.Category, rule.Severity);
}

internal sealed record RuleDetails(Category Category, [property: Description("The rule as written.")] RuleDefinition Definition);

internal sealed record InfoTypesResponse(IReadOnlyList<InfoType> InfoTypes);

internal sealed class RuleTestRequest
{
    [Description("The text of a rule file. It takes the place of the loaded rule of the same id, for this request only, and is tried as a live one.")]
    public required string Rule { get; init; }

    [Description("Texts to try it on.")]
    public required IReadOnlyList<string> Texts { get; init; }

    [Description("Instant of publishing; now when absent.")]
    public DateTimeOffset? PublishAt { get; init; }
}

internal sealed record RuleTestResponse(string RuleId, IReadOnlyList<TestedText> Results);

/// <param name="Findings">What the rule found.</param>
/// <param name="Dropped">What it proposed and then dropped; the last step of the trace says why.</param>
internal sealed record TestedText(IReadOnlyList<TestedFinding> Findings, IReadOnlyList<DroppedResponse> Dropped);

internal sealed record TestedFinding(int Start, int End, Confidence Confidence, string Preview, Verdict Verdict, IReadOnlyList<TraceStep> Trace);

internal sealed record DroppedResponse(string RuleId, string InfoType, string Part, int Start, int End, IReadOnlyList<TraceStep> Trace)
{
    public static DroppedResponse Of(DroppedCandidate dropped) =>
        new(dropped.RuleId, dropped.InfoType, dropped.Part, dropped.Span.Start, dropped.Span.End, dropped.Trace);
}

using System.Text.RegularExpressions;
using Dlp.Engine.Rules;

namespace Dlp.Api.Rules;

/// <summary>Tries a rule that is not saved yet, among the loaded ones.</summary>
internal static partial class RuleTrial
{
    /// <summary>The rule set with the tried rule in it, or its faults.</summary>
    public static (string Id, RuleSetLoad Load) Load(RuleSet loaded, string yaml)
    {
        if (IdPattern().Match(yaml) is not { Success: true } match)
            return ("", new RuleSetLoad(null, [new RuleFault("rule.yaml", 1, 1, "there is no id; write `id: category.name` on a line of its own")]));
        var id = match.Groups["id"].Value;
        // A proposed or retired rule never runs, and a shadow rule decides nothing; who tries a rule asks what it would do.
        var live = StatusPattern().Replace(yaml, "${key}live", 1);
        return (id, loaded.With(new RuleFile($"{id.Replace('.', '/')}.yaml", live)));
    }

    public static TestedText Scan(DraftScanner scanner, string ruleId, string text, DateTimeOffset publishAt)
    {
        var options = new ScanOptions { PublishAt = publishAt, MinimumConfidence = Confidence.Low, Trace = true, Redact = false };
        var result = scanner.Scan(Draft.FromText(text), options);
        return new TestedText(
            [.. result.Findings.Where(finding => finding.Rule.Id == ruleId).Select(finding =>
                new TestedFinding(finding.Span.Start, finding.Span.End, finding.Confidence, finding.Preview, finding.Verdict, finding.Trace ?? []))],
            [.. result.Dropped.Where(dropped => dropped.RuleId == ruleId).Select(DroppedResponse.Of)]);
    }

    [GeneratedRegex(@"^id:[ \t]*['""]?(?<id>[A-Za-z0-9_.-]{1,100})['""]?[ \t]*(#.*)?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^(?<key>status:[ \t]*['""]?)(proposed|shadow|retired)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex StatusPattern();
}

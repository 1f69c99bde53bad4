namespace Dlp.Engine.Rules;

/// <summary>Runs the examples of rules: a rule does what its examples say, or it is not loaded.</summary>
internal static class RuleExamples
{
    private static readonly DateTimeOffset DefaultPublishAt = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A fault for every example that does not hold, by file and place. Retired rules are left out; proposed ones are run for this alone.</summary>
    /// <param name="ruleSet">All rules.</param>
    /// <param name="previous">A rule set whose examples hold: of rules that are the same there, they are not run again.</param>
    public static List<RuleFault> Faults(RuleSet ruleSet, RuleSet? previous)
    {
        var scanner = new DraftScanner(ruleSet);
        var known = previous is not null && ruleSet.HasWordListsOf(previous) && ruleSet.HasFragmentsOf(previous) ? previous.Files.ToHashSet() : [];
        return
        [
            .. ruleSet.Rules.Where(rule => rule.Status != RuleStatus.Retired && !known.Contains(rule.File))
                .AsParallel().AsOrdered()
                .SelectMany(rule => Faults(scanner, rule)),
        ];
    }

    private static IReadOnlyList<RuleFault> Faults(DraftScanner scanner, Rule rule)
    {
        var at = new FaultList(rule.File.Path);
        new YamlBinder(at).Bind<RuleDefinition>(rule.File.Content);
        foreach (var (index, example) in rule.Definition.Examples.Match.Index())
            Check(scanner, rule, example, $"examples.match[{index}]", at);
        foreach (var (index, example) in rule.Definition.Examples.NoMatch.Index())
            Check(scanner, rule, example, $"examples.noMatch[{index}]", at);
        CheckReplacement(scanner, rule, at);
        return at.Faults;
    }

    private static void Check(DraftScanner scanner, Rule rule, MatchExample example, string path, FaultList at)
    {
        var marked = MarkedText.Parse(example.Text)!;
        var findings = scanner.FindingsOf(rule, DraftOf(marked.Text, example.Signals), example.PublishAt ?? DefaultPublishAt);
        foreach (var span in marked.Spans.Where(span => !findings.Any(finding => finding.Span == span)))
            at.In($"{path}.text", $"{span} is marked but not found; found {Places(findings)}; mend the rule or the marks");
        foreach (var finding in findings.Where(finding => !marked.Spans.Contains(finding.Span)))
            at.In($"{path}.text", $"{finding.Span} is found but not marked; mend the rule or mark it");
        foreach (var finding in findings.Where(finding => example.Confidence is { } expected && finding.Confidence != expected && marked.Spans.Contains(finding.Span)))
            at.In($"{path}.confidence", $"{finding.Span} has confidence {finding.Confidence.ToString().ToLowerInvariant()}; mend the rule or the example");
    }

    private static void Check(DraftScanner scanner, Rule rule, NoMatchExample example, string path, FaultList at)
    {
        foreach (var finding in scanner.FindingsOf(rule, DraftOf(example.Text, example.Signals), example.PublishAt ?? DefaultPublishAt))
            at.In($"{path}.text", $"{finding.Span} is found with confidence {finding.Confidence.ToString().ToLowerInvariant()}; mend the rule or the example");
    }

    private static void CheckReplacement(DraftScanner scanner, Rule rule, FaultList at)
    {
        foreach (var (key, text) in new[] { ("en", rule.Replacement.En), ("fr", rule.Replacement.Fr) })
        {
            if (scanner.FindingsOf(rule, Draft.FromText(text), DefaultPublishAt).Count > 0)
                at.In($"replacement.{key}", "the replacement is itself found by the rule; choose another wording");
        }
    }

    // Only a file bears a signal: the text is its name then.
    private static Draft DraftOf(string text, IReadOnlyList<PartSignal> signals) =>
        signals.Count == 0 ? Draft.FromText(text) : new Draft([new DraftPart(text, DraftPartKind.Attachment, "") { Signals = signals }]);

    private static string Places(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? "nothing" : string.Join(", ", findings.Select(finding => finding.Span));
}

using Dlp.Engine.Rules;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Rules;

/// <summary>Sweeps over every rule of the <c>rules/</c> folder.</summary>
public class ShippedRulesSpecs
{
    private static readonly DateTimeOffset DefaultPublishAt = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly RuleSetLoad Load = RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "rules"));

    [Fact]
    public void Every_shipped_rule_loads_and_does_what_its_examples_say() =>
        string.Join('\n', Load.Faults).Should().BeEmpty();

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    public void The_redacted_text_of_every_example_holds_no_finding(Language language)
    {
        var scanner = new DraftScanner(Load.RuleSet!);
        using var scope = new AssertionScope();
        foreach (var rule in Load.RuleSet!.Rules.Where(rule => rule.Definition.Status == RuleStatus.Live))
        {
            foreach (var example in rule.Definition.Examples.Match)
            {
                var options = new ScanOptions { PublishAt = example.PublishAt ?? DefaultPublishAt, MinimumConfidence = Confidence.Low, Language = language };
                var redacted = scanner.Scan(Draft.FromText(MarkedText.Parse(example.Text)!.Text), options).Redacted.Should().ContainSingle(rule.Id).Which;
                scanner.Scan(Draft.FromText(redacted.Text), options).Findings.Should().BeEmpty(rule.Id);
            }
        }
    }

    [Fact]
    public void Every_shipped_rule_speaks_to_the_author_in_both_languages_and_briefly()
    {
        using var scope = new AssertionScope();
        foreach (var rule in Load.RuleSet!.Rules)
        {
            foreach (var message in new[] { rule.Definition.Message.En, rule.Definition.Message.Fr })
                message.Length.Should().BeInRange(40, 320, rule.Id);
            rule.Definition.Message.Fr.Should().NotBe(rule.Definition.Message.En, rule.Id);
            rule.Definition.Examples.Match.Count.Should().BeGreaterThanOrEqualTo(3, rule.Id);
            rule.Definition.Examples.NoMatch.Count.Should().BeGreaterThanOrEqualTo(3, rule.Id);
        }
    }
}

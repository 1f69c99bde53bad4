using System.Text.RegularExpressions;
using Dlp.Engine.Rules;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Rules;

/// <summary>Sweeps over every rule of the <c>rules/</c> folder.</summary>
public class ShippedRulesSpecs
{
    private static readonly DateTimeOffset DefaultPublishAt = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly RuleSetLoad Load = ShippedRules.Load;

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
            // The name of a file is not redacted.
            foreach (var example in rule.Definition.Examples.Match.Where(example => example.Signals.Count == 0))
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

    [Fact]
    public void What_is_written_instead_is_found_by_no_rule()
    {
        using var scope = new AssertionScope();
        foreach (var rule in Load.RuleSet!.Rules)
        {
            foreach (var replacement in new[] { rule.Definition.Replacement.En, rule.Definition.Replacement.Fr })
                Load.RuleSet!.Scan(replacement).Findings.Should().BeEmpty($"{rule.Id} writes it");
        }
    }

    [Fact]
    public void Every_info_type_that_the_policy_names_is_found_by_a_rule()
    {
        var policy = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", RuleFolder.PolicyPath));
        var named = Regex.Matches(policy, @"infoTypes: \[([^\]]*)\]").SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        named.Should().NotBeEmpty();
        Load.RuleSet!.InfoTypes.Select(type => type.Id).Should().Contain(named);
    }
}

using Dlp.Engine.Policies;
using Dlp.Engine.Rules;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Scanning;

/// <summary>What counts for nobody is not looked for; all that counts is found all the same.</summary>
public class DemandSpecs
{
    private static readonly DraftScanner Scanner = new(ShippedRules.RuleSet);

    [Fact]
    public void What_is_found_does_not_depend_on_whether_low_confidence_is_asked_for()
    {
        using var scope = new AssertionScope();
        foreach (var rule in ShippedRules.RuleSet.Rules)
        {
            var examples = rule.Definition.Examples;
            foreach (var text in examples.Match.Select(example => MarkedText.Parse(example.Text)!.Text).Concat(examples.NoMatch.Select(example => example.Text)))
                CountingFindings(text, Confidence.Medium).Should().Equal(CountingFindings(text, Confidence.Low), rule.Id);
        }
    }

    [Theory]
    [InlineData("My NHS number is 943 476 5919, please update the record", "health.gb.nhs")]
    [InlineData("La référence est 943 476 5919, merci de mettre la fiche à jour", null)]
    public void A_number_that_proves_little_is_looked_for_where_its_name_stands(string text, string? rule) =>
        CountingFindings(text, Confidence.Medium).Select(finding => finding.Item1).Should().Equal(rule is null ? [] : [rule]);

    [Theory]
    [InlineData("")]
    [InlineData("#LongReport \u200B")]
    public void In_a_long_text_it_is_looked_for_near_each_of_its_names(string beginning)
    {
        var between = string.Concat(Enumerable.Repeat("The weather was fine, and nothing happened on day 12. ", 200));
        var text = $"{beginning}{between}My NHS number is 943 476 5919.{between}The NHS number was lost.{between}943 476 5919, that is my NHS number";
        CountingFindings(text, Confidence.Medium).Should().Equal(CountingFindings(text, Confidence.Low)).And.HaveCount(2).And.OnlyContain(finding => finding.Item1 == "health.gb.nhs");
    }

    private static List<(string, string, TextSpan, Confidence, Verdict)> CountingFindings(string text, Confidence minimum) =>
    [
        .. Scanner.Scan(Draft.FromText(text), new ScanOptions { PublishAt = TestRules.Options().PublishAt, MinimumConfidence = minimum }).Findings
            .Where(finding => finding.Confidence >= Confidence.Medium || finding.Verdict != Verdict.Allow)
            .Select(finding => (finding.Rule.Id, finding.Part, finding.Span, finding.Confidence, finding.Verdict)),
    ];
}

using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules;

public class DetectorPlanSpecs
{
    [Theory]
    [InlineData("badge-[0-9]{4}", "near 'badge-'")]
    [InlineData("(?:ab|cd)x-[a-z]{4}", "near 'abx-', 'cdx-'")]
    [InlineData("[0-9]{3}[ .-]?[0-9]{4}", "at 7 digits that stand together")]
    [InlineData("[a-z]{1,9}@[a-z]{2,9}", "near '@'")]
    [InlineData("[0-9]{1,3}(?<=badge[^@]{1,9})", "near 'badge'")]
    [InlineData("(?<=badge )card-[0-9]", "near 'card-'")]
    [InlineData("[xyz][aeiou][a-z]{3,9}", "wherever its first characters stand")]
    public void A_pattern_tells_where_it_is_looked_for(string pattern, string how) =>
        PlanOf($"[{{regex: '{pattern}', confidence: medium}}]").How.Should().Be(how);

    [Fact]
    public void A_pattern_that_is_tried_in_every_sentence_gets_advice()
    {
        var plan = PlanOf("[{regex: '[a-z]{2,9} [a-z]{2,9}(?<=q)', confidence: medium}]");
        plan.TriesPerThousandCharacters.Should().BeGreaterThan(10);
        plan.Advice.Should().Contain("give every match a literal of three characters or more");
    }

    [Fact]
    public void A_pattern_that_waits_for_a_rare_literal_gets_none()
    {
        var plan = PlanOf("[{regex: 'xqz-[0-9]{4}', confidence: medium}]");
        (plan.TriesPerThousandCharacters, plan.Advice).Should().Be((0, null));
    }

    [Fact]
    public void A_composite_tells_the_piece_that_it_waits_for() =>
        PlanOf("[{allOf: [{terms: [we]}, {terms: [zanzibar]}], within: 50, confidence: medium}]").How.Should().Be("where detect[0].allOf[1] stands");

    [Fact]
    public void Every_detector_of_the_shipped_rules_has_a_plan_and_none_is_costly() =>
        ShippedRules.RuleSet.Plans().Should().HaveCountGreaterThan(100).And.OnlyContain(plan => plan.Advice == null);

    private static DetectorPlan PlanOf(string detect) => TestRules.Load(TestRules.Rule("identity/plan.yaml", detect)).Plans()[0];
}

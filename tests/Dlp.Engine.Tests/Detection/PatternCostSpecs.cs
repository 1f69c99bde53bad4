using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class PatternCostSpecs
{
    [Theory]
    [InlineData("abc", 10)]
    [InlineData("[0-9]{3}[ .-]?[0-9]{6}", 20)]
    [InlineData("[a-z]{1,64}@[a-z]{1,64}", 200)]
    [InlineData("[a-z]{1,64}(?:[.][a-z]{1,64}){0,6}@", 600)]
    [InlineData("(?:red|green|blue){1,5}", 200)]
    [InlineData("[\\s]{0,3}[A-Za-zÀ-ÖØ-öø-ÿœ]{1,20}[\\s]{0,3}=", 100)]
    [InlineData("(?>[ab]{1,64})[ac]{1,64}x", 300)]
    public void A_repetition_that_can_end_in_one_way_costs_its_length(string pattern, double most) =>
        PatternCost.Of(PatternParser.Parse(pattern)).Should().BeLessThanOrEqualTo(most);

    [Theory]
    [InlineData("[ab]{1,64}[ac]{1,64}x", 64 * 64)]
    [InlineData("[^;]{1,100}a[^;]{1,100}a", 100 * 100)]
    [InlineData("(?:a|ab|b){1,20}c", 1_000_000)]
    [InlineData("(?:[a-z]{1,10}){1,10}1", 1_000_000)]
    [InlineData("[ab]*[ac]*[ad]*x", 1_000_000)]
    public void Repetitions_that_dispute_the_same_characters_multiply(string pattern, double least) =>
        PatternCost.Of(PatternParser.Parse(pattern)).Should().BeGreaterThanOrEqualTo(least);

    [Fact]
    public void The_patterns_of_the_shipped_rules_are_bounded_far_below_the_limit() =>
        ShippedRules.RuleSet.Rules.SelectMany(rule => rule.AllDetectors).OfType<Dlp.Engine.Detection.RegexDetector>()
            .Should().OnlyContain(pattern => pattern.Plan.Cost < PatternCost.Highest / 2);
}

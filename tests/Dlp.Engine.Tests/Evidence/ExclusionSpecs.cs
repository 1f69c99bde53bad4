using Dlp.Engine.Explanations;

namespace Dlp.Engine.Tests.Evidence;

public class ExclusionSpecs
{
    [Theory]
    [InlineData("badge ab-12")]
    [InlineData("badge AB 12")]
    [InlineData("badge ａｂ-12")]
    [InlineData("badge ab-99")]
    public void A_value_that_is_excluded_is_no_finding_however_it_is_spelt(string text)
    {
        var rules = TestRules.Load(TestRules.Rule("identity/badge.yaml", @"[{regex: 'badge (?<value>[a-z]{2}[ -][0-9]{2})', confidence: medium}]", """
            exclusions:
              - {values: ['AB.12'], because: printed on the specimen}
              - {regex: '99$', because: reserved for tests}
            """));
        rules.Found(text).Should().BeEmpty();
        rules.Found("badge ab-13").Should().Equal("ab-13");
    }

    [Fact]
    public void The_trace_says_why_a_value_is_excluded()
    {
        var rules = TestRules.Load(TestRules.Badge("exclusions: [{values: ['1234'], because: printed on the specimen}]"));
        rules.Scan("badge 1234", TestRules.Options() with { Trace = true }).Dropped.Should().ContainSingle()
            .Which.Trace[^1].Should().Be(new TraceStep(TraceStepKind.Excluded, "printed on the specimen", null));
    }
}

using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Scanning;

public class OverlapSpecs
{
    private static RuleFile Digits(string name, string pattern, string confidence, string severity = "medium", string more = "") =>
        TestRules.Rule($"identity/{name}.yaml", $"[{{regex: '{pattern}', confidence: {confidence}}}]", more, severity: severity);

    [Fact]
    public void The_surer_finding_wins() =>
        Winner(Digits("long", "[0-9]{8}", "low"), Digits("sure", "[0-9]{4}", "medium")).Should().Be("identity.sure");

    [Fact]
    public void Of_equally_sure_ones_the_proven_wins() =>
        Winner(Digits("long", "[0-9]{9}", "medium"), Digits("proven", "[0-9]{8}", "medium", more: "validators: [luhn]")).Should().Be("identity.proven");

    [Fact]
    public void Of_equally_proven_ones_the_longer_wins() =>
        Winner(Digits("short", "[0-9]{4}", "medium", "critical"), Digits("long", "[0-9]{9}", "medium")).Should().Be("identity.long");

    [Fact]
    public void Of_equally_long_ones_the_graver_wins() =>
        Winner(Digits("mild", "[0-9]{9}", "medium"), Digits("grave", "[0-9]{9}", "medium", "high")).Should().Be("identity.grave");

    [Theory]
    [InlineData("medium")]
    [InlineData("low")]
    public void Of_equally_long_ones_that_which_names_its_service_wins(string severity)
    {
        var rules = TestRules.Load(
            TestRules.Rule("credentials/anything.yaml", "[{regex: '[0-9]{9}', assignedTo: [api key], confidence: medium}]", "view: original"),
            TestRules.Rule("credentials/pivoine.yaml", "[{regex: '[0-9]{9}', service: [pivoine], confidence: medium}]", "view: original", severity: severity));
        rules.Scan("PIVOINE_API_KEY=180000002").Findings.Should().ContainSingle().Which.Rule.Id.Should().Be("credentials.pivoine");
    }

    [Fact]
    public void Of_equal_ones_the_first_id_wins() =>
        Winner(Digits("b", "[0-9]{9}", "medium"), Digits("a", "[0-9]{9}", "medium")).Should().Be("identity.a");

    [Fact]
    public void A_finding_of_business_and_a_number_in_it_are_two()
    {
        var rules = TestRules.Load(TestRules.Badge(), TestRules.Rule("business/lost.yaml", "[{regex: 'lost badge [0-9]{4} today', confidence: high}]"));
        rules.Found("lost badge 1234 today").Should().Equal("lost badge 1234 today", "1234");
    }

    [Fact]
    public void Findings_that_touch_do_not_overlap()
    {
        var rules = TestRules.Load(Digits("number", "[0-9]{4}", "medium"), TestRules.Rule("identity/letters.yaml", "[{regex: '[a-z]{4}', confidence: medium}]"));
        rules.Found("1234abcd5678").Should().Equal("1234", "abcd", "5678");
    }

    [Fact]
    public void What_lost_to_a_finding_that_lost_itself_may_stay()
    {
        var rules = TestRules.Load(
            TestRules.Rule("identity/left.yaml", "[{regex: 'aaabbb', confidence: low}]"),
            TestRules.Rule("identity/middle.yaml", "[{regex: 'bbbccc', confidence: medium}]"),
            TestRules.Rule("identity/right.yaml", "[{regex: 'cccddd', confidence: high}]"));
        rules.Found("aaabbbcccddd").Should().Equal("aaabbb", "cccddd");
    }

    [Fact]
    public void The_trace_names_the_rule_that_took_the_place()
    {
        var rules = TestRules.Load(Digits("long", "[0-9]{8}", "low"), Digits("sure", "[0-9]{4}", "medium"));
        rules.Scan("12345678", TestRules.Options() with { Trace = true }).Dropped.Should().ContainSingle()
            .Which.Trace[^1].Should().Be(new TraceStep(TraceStepKind.Overlapped, "identity.sure", null));
    }

    // 123456782 has two readings; its first eight digits pass the Luhn check.
    private static string Winner(params RuleFile[] files) =>
        TestRules.Load(files).Scan("180000002").Findings.OrderBy(finding => finding.Span).First().Rule.Id;
}

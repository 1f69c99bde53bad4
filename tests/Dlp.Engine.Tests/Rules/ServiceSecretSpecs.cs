using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules;

/// <summary>A secret without a mark of its own is told by the name of its service.</summary>
public class ServiceSecretSpecs
{
    private const string Secret = "0f3b1d2c4e5a6978";

    private static readonly RuleSet Rules = TestRules.Load(RuleOf("[blue lagoon, tidal]"));

    [Theory]
    [InlineData($"TIDAL_API_KEY={Secret}", Confidence.High)]
    [InlineData($"const myTidalToken = '{Secret}'", Confidence.High)]
    [InlineData($"the key of Tidal is {Secret}", Confidence.High)]
    [InlineData($"la clé de Blue-Lagoon : {Secret}", Confidence.High)]
    [InlineData($"bluelagoon:\n  secret: {Secret}", Confidence.High)]
    [InlineData($"tidal.min.js?v={Secret}", Confidence.Low)]
    public void It_is_surer_where_a_word_says_that_it_is_a_credential(string text, Confidence confidence) =>
        Rules.Scan(text).Findings.Should().ContainSingle().Which.Confidence.Should().Be(confidence);

    [Theory]
    [InlineData($"a suicidal key {Secret}")]
    [InlineData($"key {Secret} of Tidal")]
    [InlineData("TIDAL_API_KEY=not a secret")]
    public void Without_the_name_before_it_nothing_is_found(string text) => Rules.Scan(text).Findings.Should().BeEmpty();

    [Theory]
    [InlineData("[x1]")]
    [InlineData("[New Relic]")]
    [InlineData("['blue_lagoon']")]
    public void A_name_that_could_not_be_found_is_a_fault(string service) =>
        RuleSet.Load([TestRules.Policy, RuleOf(service)], checkExamples: false).Faults.Should().ContainSingle().Which.Message.Should().Contain("write new relic");

    private static RuleFile RuleOf(string service) =>
        TestRules.Rule("credentials/tidal.yaml", $$"""[{regex: '\b[0-9a-f]{16}\b', service: {{service}}, confidence: high}]""", "view: original");
}

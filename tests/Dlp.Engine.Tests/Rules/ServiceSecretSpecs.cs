using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules;

/// <summary>A secret without a mark of its own is told by the name of its service.</summary>
public class ServiceSecretSpecs
{
    private const string Secret = "0f3b1d2c4e5a6978";

    private static readonly RuleSet Rules = TestRules.Load(RuleOf("[blue lagoon, tidal]"));

    [Theory]
    [InlineData($"TIDAL_API_KEY={Secret}")]
    [InlineData($"const myTidalToken = '{Secret}'")]
    [InlineData($"the key of Tidal is {Secret}")]
    [InlineData($"la clé de Blue-Lagoon : {Secret}")]
    [InlineData($"bluelagoon:\n  secret: {Secret}")]
    public void It_is_found_where_a_word_says_that_it_is_a_credential(string text) => Rules.Scan(text).Findings.Should().ContainSingle();

    [Theory]
    [InlineData($"tidal.min.js?v={Secret}")]
    [InlineData($"the Tidal particle {Secret}")]
    [InlineData($"a suicidal key {Secret}")]
    [InlineData($"key {Secret} of Tidal")]
    [InlineData("TIDAL_API_KEY=not a secret")]
    public void Without_the_name_and_such_a_word_nothing_is_found(string text) => Rules.Scan(text).Findings.Should().BeEmpty();

    [Theory]
    [InlineData("[x1]")]
    [InlineData("[New Relic]")]
    [InlineData("['blue_lagoon']")]
    public void A_name_that_could_not_be_found_is_a_fault(string service) =>
        RuleSet.Load([TestRules.Policy, RuleOf(service)], checkExamples: false).Faults.Should().ContainSingle().Which.Message.Should().Contain("write new relic");

    private static RuleFile RuleOf(string service) =>
        TestRules.Rule("credentials/tidal.yaml", $$"""[{regex: '\b[0-9a-f]{16}\b', service: {{service}}, confidence: high}]""", "view: original");
}

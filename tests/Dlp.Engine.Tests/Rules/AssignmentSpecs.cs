using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules;

/// <summary>A value is found behind its name, however programs and people assign it.</summary>
public class AssignmentSpecs
{
    private const string Value = "x7Q";

    private static readonly RuleSet Rules = TestRules.Load(TestRules.Rule("credentials/lantern.yaml", """
        [{regex: 'x7Q\b', assignedTo: [lantern key, clé d'accès, oil], confidence: medium}]
        """, "view: original"));

    [Theory]
    [InlineData($"LANTERN_KEY={Value}")]
    [InlineData($"lantern.key: {Value}")]
    [InlineData($"\"lanternKey\": \"{Value}\"")]
    [InlineData($"'LANTERN-KEY' => '{Value}'")]
    [InlineData($"my_lantern_keys_2 := `{Value}`")]
    [InlineData($"lantern_key ?= {Value}")]
    [InlineData($"var lanternKey string = \"{Value}\"")]
    [InlineData($"const lanternKey: string = \"{Value}\"")]
    [InlineData($"val lanternKey: String? = \"{Value}\"")]
    [InlineData($"let lantern_key: &str = \"{Value}\"")]
    [InlineData($"char lantern_key[25] = \"{Value}\"")]
    [InlineData($"setProperty(\"lantern.key\", \"{Value}\")")]
    [InlineData($"set_lantern_key('{Value}')")]
    [InlineData($"<lanternKey>\n    {Value}\n</lanternKey>")]
    [InlineData($"light --lantern-key {Value}")]
    [InlineData($"?lantern_key={Value}&x=1")]
    [InlineData($"Lantern-Key: Bearer {Value}")]
    [InlineData($"the lantern key is {Value}")]
    [InlineData($"La clé d’accès est : {Value}")]
    [InlineData($"cle d'acces = {Value}")]
    [InlineData($"{{\"config\": \"LANTERN_KEY=\\\"{Value}\\\"\"}}")]
    [InlineData($"myOil={Value}")]
    public void It_is_found(string text) => Rules.Scan(text).Findings.Should().ContainSingle();

    [Theory]
    [InlineData($"the key of a lantern, {Value}", "another name")]
    [InlineData($"foil={Value}", "a short name inside a word")]
    [InlineData($"LANTERN_KEY is the name that the file {Value} has", "too far away")]
    public void Elsewhere_it_is_not(string text, string because) => Rules.Scan(text).Findings.Should().BeEmpty(because);

    [Fact]
    public void A_value_is_told_by_one_kind_of_name() =>
        RuleSet.Load(
            [
                TestRules.Policy,
                TestRules.Rule("credentials/both.yaml", "[{regex: 'x7Q', assignedTo: [oil], service: [lantern], confidence: low}]", "view: original"),
                TestRules.Rule("credentials/folded.yaml", "[{regex: 'x7q', assignedTo: [oil], confidence: low}]"),
                TestRules.Rule("credentials/alone.yaml", "[{terms: [oil], service: [lantern], confidence: low}]", "view: original"),
            ],
            checkExamples: false).Faults.Select(fault => fault.File).Should().BeEquivalentTo("credentials/both.yaml", "credentials/folded.yaml", "credentials/alone.yaml");
}

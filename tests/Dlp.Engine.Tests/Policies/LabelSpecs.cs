using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Policies;

public class LabelSpecs
{
    private const string Confidential = "2096f6a2-d2f7-48be-b329-b73aaa526e5d";
    private const string General = "3096f6a2-d2f7-48be-b329-b73aaa526e5d";
    private const string Labels = $"labels: [{{id: {Confidential}, name: Très confidentiel, verdict: block}}, {{id: '{{3096F6A2-D2F7-48BE-B329-B73AAA526E5D}}', name: General, verdict: allow}}]";

    private static readonly RuleFile Mark = TestRules.Rule("marking/label.yaml", "[{regex: 'msip_label_[0-9a-f-]{36}', confidence: medium}]");

    [Theory]
    [InlineData($"MSIP_Label_{Confidential}_Enabled: true", Verdict.Block, "Très confidentiel")]
    [InlineData("MSIP_Label_2096F6A2-D2F7-48BE-B329-B73AAA526E5D_Name: x", Verdict.Block, "Très confidentiel")]
    [InlineData($"MSIP_Label_{General}_Enabled: true", Verdict.Allow, "General")]
    [InlineData("MSIP_Label_4096f6a2-d2f7-48be-b329-b73aaa526e5d_Enabled: true", Verdict.Warn, null)]
    public void What_bears_a_label_has_the_label_s_verdict(string text, Verdict verdict, string? label)
    {
        var result = TestRules.Load(Policy(Labels), Mark).Scan(text);

        result.Verdict.Should().Be(verdict);
        var finding = result.Findings.Should().ContainSingle().Subject;
        (finding.Verdict, finding.Label).Should().Be((verdict, label));
    }

    [Fact]
    public void The_strictest_label_decides() =>
        TestRules.Load(Policy(Labels), Mark).Scan($"MSIP_Label_{General} MSIP_Label_{Confidential}").Verdict.Should().Be(Verdict.Block);

    [Fact]
    public void The_message_says_which_label_it_is()
    {
        var labelled = TestRules.Load(Policy(Labels), Mark).Scan($"MSIP_Label_{Confidential}").Findings.Single();
        var other = TestRules.Load(Mark).Scan($"MSIP_Label_{Confidential}").Findings.Single();

        labelled.MessageIn(Language.En).Should().Be("Leave it out. It is the label “Très confidentiel”.");
        labelled.MessageIn(Language.Fr).Should().Be("Retirez-le. C'est l'étiquette « Très confidentiel ».");
        other.MessageIn(Language.Fr).Should().Be("Retirez-le.");
    }

    [Fact]
    public void An_id_alone_is_no_label() =>
        TestRules.Load(Policy(Labels), TestRules.Rule("technical/uuid.yaml", "[{regex: '[0-9a-f-]{36}', confidence: medium}]")).Scan(Confidential).Findings.Single().Label.Should().BeNull();

    [Fact]
    public void The_shipped_rules_know_labels()
    {
        var (files, wordLists, _) = RuleFolder.Read(Path.Combine(AppContext.BaseDirectory, "rules"), known: null);
        var policy = files.Single(file => file.Path == "policies/default.yaml");
        var rules = new RuleSetLoader([.. files.Where(file => file.Path.StartsWith("marking/", StringComparison.Ordinal)), policy with { Content = policy.Content + "\n" + Labels + "\n" }], wordLists, compiled: null).Load().RuleSet!;

        var result = rules.Scan([new DraftPart("a.docx", DraftPartKind.Attachment, $"MSIP_Label_{Confidential}_Name: Très confidentiel") { Places = [new PartPlace(0, new("sensitivity label", "étiquette de confidentialité"))] }]);

        result.Verdict.Should().Be(Verdict.Block);
        result.Findings.Should().Contain(finding => finding.Label == "Très confidentiel" && finding.Location!.Fr == "étiquette de confidentialité");
    }

    [Theory]
    [InlineData("{id: confidential, name: Secret, verdict: block}", 3, 15, "'confidential' is no label's id; write the GUID that Purview shows")]
    [InlineData("{id: 00000000-0000-0000-0000-000000000000, name: Secret, verdict: block}", 3, 15, "is no label's id")]
    [InlineData($"{{id: {Confidential}, name: ' ', verdict: block}}", 3, 59, "the label has no name; write the one that authors see")]
    [InlineData($"{{id: {Confidential}, name: Secret, verdict: refuse}}", 3, 76, "'labels[0].verdict' cannot be 'refuse'; use one of allow, warn, justify, block")]
    [InlineData($"{{id: {Confidential}, verdict: block}}", 3, 10, "the key 'labels[0].name' is missing; add it")]
    [InlineData($"{{id: {Confidential}, name: A, verdict: block}}, {{id: '{{{Confidential}}}', name: B, verdict: warn}}", 3, 84, "labels[0] has the same id; remove one of them")]
    public void A_label_that_cannot_be_one_is_a_fault_where_it_stands(string labels, int line, int column, string said)
    {
        var faults = RuleSet.Load([Policy($"labels: [{labels}]"), Mark], checkExamples: false).Faults;

        faults.Select(fault => fault.ToString()).Should().ContainSingle(fault => fault.StartsWith($"policies/default.yaml({line},{column}): ") && fault.Contains(said), string.Join('\n', faults));
    }

    private static RuleFile Policy(string labels) => TestRules.Policy with { Content = TestRules.Policy.Content + labels + "\n" };
}

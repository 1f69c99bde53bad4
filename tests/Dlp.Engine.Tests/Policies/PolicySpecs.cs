using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Policies;

public class PolicySpecs
{
    private static readonly RuleFile Key = TestRules.Rule("credentials/key.yaml", "[{regex: 'key-[a-z]{4}', confidence: high}]", infoType: "secret.key", severity: "critical");

    [Theory]
    [InlineData("{categories: [identity]}", true)]
    [InlineData("{categories: [credentials, identity]}", true)]
    [InlineData("{categories: [credentials]}", false)]
    [InlineData("{infoTypes: [badge]}", true)]
    [InlineData("{infoTypes: [badge.other, bad]}", false)]
    [InlineData("{severities: [medium, high]}", true)]
    [InlineData("{severities: [low, high, critical]}", false)]
    [InlineData("{minimumConfidence: low}", true)]
    [InlineData("{minimumConfidence: medium}", true)]
    [InlineData("{minimumConfidence: high}", false)]
    [InlineData("{minimumCount: 1}", true)]
    [InlineData("{minimumCount: 2}", false)]
    [InlineData("{audiences: [internal, group]}", true)]
    [InlineData("{audiences: [public]}", false)]
    [InlineData("{groups: [press, Board]}", true)]
    [InlineData("{groups: [press]}", false)]
    [InlineData("{sites: [linkedin.com]}", true)]
    [InlineData("{sites: [x.com]}", false)]
    [InlineData("{}", true)]
    [InlineData("{categories: [identity], infoTypes: [badge], severities: [medium], minimumConfidence: medium, minimumCount: 1, audiences: [internal], groups: [board], sites: [linkedin.com]}", true)]
    [InlineData("{categories: [identity], audiences: [public]}", false)]
    [InlineData("{sites: [linkedin.com], groups: [press]}", false)]
    public void A_statement_speaks_of_what_meets_all_its_conditions(string when, bool fits)
    {
        var options = TestRules.Options() with { Destination = new Destination("fr.linkedin.com", Audience.Internal), Groups = ["board", "staff"] };
        var result = TestRules.Load(TestRules.PolicyOf($"[{{when: {when}, verdict: justify}}]"), TestRules.Badge()).Scan("badge 1234", options);
        result.Verdict.Should().Be(fits ? Verdict.Justify : Verdict.Allow);
        result.Findings.Single().Verdict.Should().Be(result.Verdict);
    }

    [Theory]
    [InlineData("linkedin.com", true)]
    [InlineData("www.linkedin.com", true)]
    [InlineData("a.b.LinkedIn.com", true)]
    [InlineData("notlinkedin.com", false)]
    [InlineData("linkedin.com.evil.example", false)]
    [InlineData("linkedin.co", false)]
    [InlineData("com", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_site_is_itself_and_what_is_below_it(string? site, bool fits) =>
        TestRules.Load(TestRules.PolicyOf("[{when: {sites: [linkedin.com]}, verdict: block}]"), TestRules.Badge())
            .Scan("badge 1234", TestRules.Options() with { Destination = new Destination(site) }).Verdict.Should().Be(fits ? Verdict.Block : Verdict.Allow);

    [Theory]
    [InlineData("https://linkedin.com")]
    [InlineData("linkedin.com/feed")]
    public void A_site_that_no_host_can_have_is_a_fault_where_it_stands(string site) =>
        RuleSet.Load([TestRules.PolicyOf($"[{{when: {{sites: [x.com, '{site}']}}, verdict: block}}]"), TestRules.Badge()], checkExamples: false)
            .Faults.Should().ContainSingle().Which.ToString().Should().StartWith("policies/default.yaml(").And.Contain($"'{site}' is no host name");

    [Theory]
    [InlineData("badge 1234", 1)]
    [InlineData("badge 1234, badge 1234, badge １２３４", 1)]
    [InlineData("badge 1234, badge 1235", 2)]
    [InlineData("badge 1234, badge 1235, badge 1236, key-abcd", 3)]
    public void Distinct_values_are_counted(string text, int count)
    {
        Verdict With(int minimum) =>
            TestRules.Load(TestRules.PolicyOf($"[{{when: {{categories: [identity], minimumCount: {minimum}}}, verdict: warn}}]"), TestRules.Badge(), Key).Scan(text).Verdict;
        With(count).Should().Be(Verdict.Warn);
        With(count + 1).Should().Be(Verdict.Allow);
    }

    [Fact]
    public void The_count_is_of_findings_that_meet_the_other_conditions()
    {
        var rules = TestRules.Load(
            TestRules.PolicyOf("[{when: {minimumConfidence: high, minimumCount: 2}, verdict: warn}]"),
            TestRules.Badge("hotwords: [{words: {en: [lost]}, before: 10, after: 0, raisesTo: high}]"));
        rules.Scan("lost badge 1234, and then so much later, badge 1235").Verdict.Should().Be(Verdict.Allow);
        rules.Scan("lost badge 1234, and then so much later, lost badge 1235").Verdict.Should().Be(Verdict.Warn);
    }

    [Fact]
    public void The_first_statement_that_fits_gives_the_verdict_and_the_strictest_of_all_is_the_decision()
    {
        var rules = TestRules.Load(
            TestRules.PolicyOf("[{when: {infoTypes: [badge]}, verdict: warn}, {when: {categories: [identity]}, verdict: block}, {verdict: justify}]"),
            TestRules.Badge(), Key);
        rules.Scan("badge 1234").Verdict.Should().Be(Verdict.Warn);
        var result = rules.Scan("badge 1234 key-abcd");
        result.Findings.Select(finding => finding.Verdict).Should().Equal(Verdict.Warn, Verdict.Justify);
        result.Verdict.Should().Be(Verdict.Justify);
        rules.Scan("nothing at all").Verdict.Should().Be(Verdict.Allow);
    }

    [Theory]
    [InlineData(PartStatus.Scanned, UnreadCause.None, Verdict.Allow)]
    [InlineData(PartStatus.Scanned, UnreadCause.NoOcr, Verdict.Allow)]
    [InlineData(PartStatus.Partial, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.Unreadable, UnreadCause.None, Verdict.Block)]
    [InlineData(PartStatus.Encrypted, UnreadCause.None, Verdict.Justify)]
    [InlineData(PartStatus.TooLarge, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.Unsupported, UnreadCause.None, Verdict.Block)]
    [InlineData(PartStatus.Partial, UnreadCause.NoOcr, Verdict.Justify)]
    [InlineData(PartStatus.Unreadable, UnreadCause.NoOcr, Verdict.Justify)]
    [InlineData(PartStatus.Unsupported, UnreadCause.AudioOrVideo, Verdict.Allow)]
    public void A_part_that_was_not_wholly_read_has_the_verdict_of_its_state(PartStatus status, UnreadCause cause, Verdict verdict)
    {
        var rules = TestRules.Load(new RuleFile("policies/default.yaml",
            "statements: []\nincomplete: {partial: warn, unreadable: block, encrypted: justify, tooLarge: warn, unsupported: block, noOcr: justify, audioOrVideo: allow}"));
        var draft = new Draft([new DraftPart("text", DraftPartKind.Text, "hello"), new DraftPart("a.bin", DraftPartKind.Attachment, "") { Status = status, Cause = cause, Detail = new("why", "pourquoi") }]);
        var result = rules.Scan(draft.Parts);
        result.Verdict.Should().Be(verdict);
        result.Complete.Should().Be(status == PartStatus.Scanned);
        result.PartsOf(draft).Should().Equal(
            new PartReport("text", DraftPartKind.Text, PartStatus.Scanned, 5, null, Verdict.Allow),
            new PartReport("a.bin", DraftPartKind.Attachment, status, 0, new("why", "pourquoi"), verdict));
    }
}

using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Scanning;

public class FileNameSpecs
{
    private static readonly RuleFile Kind = TestRules.Rule("technical/kind.yaml", "[{signal: otherKind, confidence: high}]", severity: "low");
    private static readonly RuleFile Turned = TestRules.Rule("technical/turned.yaml", "[{signal: turnedName, confidence: medium}]", "hotwords: [{words: {en: [holiday]}, before: 5, after: 5, raisesTo: high}]");
    private static readonly RuleFile Name = TestRules.Rule("business/name.yaml", "[{allOf: [{terms: [projet]}, {terms: [orion], value: true}], within: 40, confidence: medium}]");

    [Theory]
    [InlineData("badge 1234.pdf", 6)]
    [InlineData("badge_1234_final.pdf", 6)]
    [InlineData("archive.zip › photos/badge 1234.jpg", 27)]
    [InlineData("a.zip › b.eml › badge_1234.pdf", 22)]
    [InlineData("a.zip › badge 1234/x.txt", 14)]
    [InlineData("badge%201234.pdf", 8)]
    public void What_the_name_of_a_file_says_is_found_in_the_name(string name, int start)
    {
        var finding = Scan([File(name, "nothing")], TestRules.Badge()).Should().ContainSingle().Subject;

        (finding.Part, finding.Span, finding.Location, finding.InName).Should().Be((name, new TextSpan(start, start + 4), new LocalizedText("file name", "nom du fichier"), true));
        finding.Verdict.Should().Be(Verdict.Warn);
    }

    [Theory]
    [InlineData("holiday.jpg")]
    [InlineData("501424119_1234_badge 12345_n.jpg")]
    [InlineData("a.zip › badge 1234.zip › x.txt")]
    public void A_name_that_says_nothing_is_no_finding(string name) => Scan([File(name, "nothing")], TestRules.Badge()).Should().BeEmpty();

    [Fact]
    public void Underscores_between_numbers_that_a_machine_joined_are_no_spaces() =>
        Scan([File("501424119_1234_4171_n.jpg", "")], TestRules.Rule("identity/four.yaml", @"[{regex: '\b[0-9]{4}\b', confidence: medium}]")).Should().BeEmpty();

    [Fact]
    public void Only_files_have_names_that_are_looked_at()
    {
        var parts = new[] { new DraftPart("badge 1234", DraftPartKind.Text, "x"), new DraftPart("badge 1235", DraftPartKind.ImageDescription, "y") };

        Scan(parts, TestRules.Badge()).Should().BeEmpty();
    }

    [Fact]
    public void A_name_and_the_text_of_the_file_are_no_running_text()
    {
        Scan([File("projet.txt", "orion")], Name).Should().BeEmpty();
        Scan([File("projet orion.txt", "orion")], Name).Should().ContainSingle().Which.InName.Should().BeTrue();
    }

    [Theory]
    [InlineData("ProjetOrion.pptx", 6)]
    [InlineData("2026_ProjetOrion_v2.pptx", 11)]
    [InlineData("a.zip › Budget-ProjetOrionConfidentiel.xlsx", 21)]
    [InlineData("PROJET_ORION.pdf", 7)]
    public void Words_that_run_together_are_told_apart_by_their_capitals(string name, int start)
    {
        var finding = Scan([File(name, "")], Name).Should().ContainSingle().Subject;

        finding.Span.Should().Be(new TextSpan(start, start + 5));
    }

    [Fact]
    public void What_a_folder_is_called_is_told_once()
    {
        var found = Scan(
            [File("a.zip › badge 1234/x.txt", ""), File("a.zip › badge 1234/badge 1235.txt", ""), File("a.zip › badge 1234\\badge 1236\\y.txt", ""), File("b.zip › badge 1234/x.txt", "")],
            TestRules.Badge());

        found.Select(finding => finding.Part[finding.Span.Start..finding.Span.End]).Should().Equal("1234", "1235", "1236", "1234");
    }

    [Fact]
    public void The_name_comes_before_what_the_file_holds() =>
        Scan([File("badge 1234.txt", "badge 1235"), File("b.txt", "badge 1236")], TestRules.Badge()).Select(finding => (finding.Id, finding.InName)).Should()
            .Equal(("f1", true), ("f2", false), ("f3", false));

    [Fact]
    public void A_name_is_looked_at_whatever_became_of_the_file() =>
        Scan([File("badge 1234.pdf", "") with { Status = PartStatus.Encrypted }], TestRules.Badge()).Should().ContainSingle();

    [Fact]
    public void The_author_s_redacted_text_is_that_of_the_text_alone()
    {
        var options = TestRules.Options() with { Redact = true };
        var result = TestRules.Load(TestRules.Badge()).Scan([new DraftPart("text", DraftPartKind.Text, "badge 1235"), File("badge 1234.pdf", "a longer text")], options);

        result.Redacted.Should().ContainSingle().Which.Text.Should().Be("badge [removed]");
        result.Findings.Should().HaveCount(2);
    }

    [Fact]
    public void A_signal_of_a_file_is_a_finding_that_covers_its_name()
    {
        var finding = Scan([File("a.zip › report.pdf", "") with { Signals = [PartSignal.OtherKind] }], Kind, Turned).Should().ContainSingle().Subject;

        (finding.Rule.Id, finding.Span, finding.InName, finding.Confidence).Should().Be(("technical.kind", new TextSpan(8, 18), true, Confidence.High));
    }

    [Fact]
    public void Signals_are_weighed_as_everything_else()
    {
        var both = new[] { File("holiday.jpg", "") with { Signals = [PartSignal.TurnedName, PartSignal.OtherKind] } };

        Scan(both, Kind, Turned).Select(finding => (finding.Rule.Id, finding.Confidence)).Should().BeEquivalentTo([("technical.kind", Confidence.High), ("technical.turned", Confidence.Medium)]);
        Scan(both, TestRules.Rule("technical/kind.yaml", "[{signal: otherKind, confidence: high}]", "exclusions: [{regex: '^holiday', because: nobody minds}]")).Should().BeEmpty();
        TestRules.Load(Kind).Scan(both, TestRules.Options() with { InfoTypes = System.Collections.Frozen.FrozenSet.Create("badge") }).Findings.Should().BeEmpty();
    }

    [Fact]
    public void What_a_file_is_and_what_its_name_says_are_two_findings() =>
        Scan([File("badge 1234", "") with { Signals = [PartSignal.OtherKind] }], Kind, TestRules.Badge()).Select(finding => finding.Rule.Id).Should()
            .BeEquivalentTo("technical.kind", "identity.badge");

    [Fact]
    public void A_text_bears_no_signal() => TestRules.Load(Kind, Turned).Scan("report.pdf").Findings.Should().BeEmpty();

    [Fact]
    public void A_trace_tells_what_was_dropped_from_a_name()
    {
        var rules = TestRules.Load(TestRules.Badge("exclusions: [{values: [\"1234\"], because: a specimen}]"), TestRules.Rule("technical/kind.yaml", "[{signal: otherKind, confidence: high}]", "exclusions: [{regex: 'badge', because: nobody minds}]"));
        var dropped = rules.Scan([File("a.zip › badge_1234", "") with { Signals = [PartSignal.OtherKind] }], TestRules.Options() with { Trace = true }).Dropped;

        dropped.Should().OnlyContain(candidate => candidate.InName);
        dropped.Select(candidate => (candidate.RuleId, candidate.Span)).Distinct().Should().BeEquivalentTo([("identity.badge", new TextSpan(14, 18)), ("technical.kind", new TextSpan(8, 18))]);
    }

    [Fact]
    public void An_example_may_be_the_name_of_a_file_with_a_signal()
    {
        var examples = Kind with { Content = Kind.Content.Replace("⟦x⟧", "⟦x.pdf⟧, signals: [otherKind]").Replace("{text: y,", "{text: y, signals: [turnedName],") };
        var wrong = Kind with { Content = Kind.Content.Replace("⟦x⟧", "⟦x.pdf⟧, signals: [turnedName]") };

        RuleSet.Load([TestRules.Policy, examples]).Faults.Should().BeEmpty();
        RuleSet.Load([TestRules.Policy, wrong]).Faults.Should().ContainSingle().Which.Message.Should().Contain("is marked but not found");
    }

    [Fact]
    public void A_scan_in_pieces_finds_the_same_in_names()
    {
        var scan = new DraftScanner(TestRules.Load(TestRules.Badge(), Kind)).Begin(TestRules.Options());
        var part = scan.BeginPart("badge 1234.pdf", DraftPartKind.Attachment);
        part.Feed("badge 12");
        part.Feed("35");
        part.End(signals: [PartSignal.OtherKind]);

        scan.Complete().Findings.Select(finding => (finding.Rule.Id, finding.InName)).Should().BeEquivalentTo([("technical.kind", true), ("identity.badge", true), ("identity.badge", false)]);
    }

    [Fact]
    public void In_whatever_order_files_end_their_names_are_looked_at_in_the_order_in_which_they_began()
    {
        var scan = new DraftScanner(TestRules.Load(TestRules.Badge(), Kind)).Begin(TestRules.Options());
        var first = scan.BeginPart("a.zip › badge 1234/x.txt", DraftPartKind.Attachment);
        var second = scan.BeginPart("a.zip › badge 1234/y.txt", DraftPartKind.Attachment);
        second.End(signals: [PartSignal.OtherKind]);
        first.End();

        scan.Complete().Findings.Select(finding => (finding.Rule.Id, finding.Part)).Should().Equal(("identity.badge", "a.zip › badge 1234/x.txt"), ("technical.kind", "a.zip › badge 1234/y.txt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" › ")]
    [InlineData("a › ")]
    [InlineData("/")]
    [InlineData("\ud83d › \ude00")]
    public void No_name_makes_it_throw(string name)
    {
        var scan = () => Scan([File(name, "") with { Signals = [PartSignal.OtherKind, PartSignal.TurnedName] }], Kind, Turned, TestRules.Badge());
        scan.Should().NotThrow();
    }

    private static DraftPart File(string name, string text) => new(name, DraftPartKind.Attachment, text);

    private static IReadOnlyList<Finding> Scan(IReadOnlyList<DraftPart> parts, params RuleFile[] rules) => TestRules.Load(rules).Scan(parts).Findings;
}

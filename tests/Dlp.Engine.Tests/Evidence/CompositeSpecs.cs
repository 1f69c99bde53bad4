using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Evidence;

public class CompositeSpecs
{
    private static readonly RuleSet Results = TestRules.Load(TestRules.Rule("business/results.yaml", """
        [{allOf: [{recognizer: currency, value: true}, {period: [open, recent]}, {terms: [chiffre d'affaires, revenue]}], within: 80,
          noneOf: [{terms: [communiqué, press release]}], confidence: medium}]
        """));

    [Theory]
    [InlineData("Chiffre d'affaires T2 2026 : ⟦4,2 M€⟧ !")]
    [InlineData("T2 2026 : ⟦4,2 millions d’euros⟧ de chiffre d’affaires")]
    [InlineData("Notre chiffre d’affaires de T2 2026 atteint ⟦4 200 000 €⟧")]
    [InlineData("Q2 2026 revenue: ⟦$4.2m⟧, wow")]
    [InlineData("Q2 2026 revenue was ⟦$3 million⟧")]
    [InlineData("Q2 revenue hit ⟦£3.1bn⟧")]
    [InlineData("#Q2Revenue ⟦€950k⟧")]
    [InlineData("revenue this quarter: ⟦12 million dollars⟧")]
    public void All_pieces_together_are_a_finding_whose_span_is_the_value(string marked)
    {
        var expected = MarkedText.Parse(marked)!;
        var finding = Results.Scan(expected.Text).Findings.Should().ContainSingle().Which;
        finding.Span.Should().Be(expected.Spans.Single());
        finding.Confidence.Should().Be(Confidence.Medium);
    }

    [Theory]
    [InlineData("Chiffre d'affaires T2 2026 en hausse")]
    [InlineData("Chiffre d'affaires : 4,2 M€")]
    [InlineData("T2 2026 : 4,2 M€ de dons")]
    [InlineData("Chiffre d'affaires T2 2019 : 4,2 M€")]
    [InlineData("Le communiqué : chiffre d'affaires T2 2026, 4,2 M€")]
    [InlineData("Q2 2026 revenue: $4.2m, says our press release")]
    public void A_piece_that_lacks_or_counter_evidence_is_no_finding(string text) => Results.Found(text).Should().BeEmpty();

    [Fact]
    public void What_a_piece_looks_back_to_may_stand_outside_the_stretch()
    {
        var rules = TestRules.Load(TestRules.Rule("business/doors.yaml", "[{allOf: [{terms: [zanzibar]}, {regex: '(?<![0-9])[0-9]{3}(?<=badges? [^0-9]{0,60}[0-9]{3})', value: true}], within: 20, confidence: medium}]"));
        var expected = MarkedText.Parse("The badge that opens all of the doors of the house is ⟦417⟧ at Zanzibar")!;
        rules.Scan(expected.Text).Findings.Should().ContainSingle().Which.Span.Should().Be(expected.Spans.Single());
    }

    [Fact]
    public void Pieces_may_stand_in_different_posts_of_a_thread()
    {
        var result = Results.Scan(TestRules.Thread("We made £3.1m.", "That is Q2 2026.", "Yes: revenue!"));
        var finding = result.Findings.Should().ContainSingle().Which;
        (finding.Part, finding.Span).Should().Be(("post-1", new TextSpan(8, 13)));
    }

    [Fact]
    public void Pieces_in_different_attachments_do_not_meet() =>
        Results.Scan([
            new DraftPart("a.txt", DraftPartKind.Attachment, "We made £3.1m."),
            new DraftPart("b.txt", DraftPartKind.Attachment, "Q2 2026 revenue"),
        ]).Findings.Should().BeEmpty();

    [Theory]
    [InlineData(18, true)]
    [InlineData(19, false)]
    public void The_stretch_that_holds_all_pieces_has_a_longest_length(int between, bool found)
    {
        // "red" + 18 + "green" + 18 + "blue" is 48 characters long.
        var rules = TestRules.Load(TestRules.Rule("business/colours.yaml", "[{allOf: [{terms: [red]}, {terms: [green]}, {terms: [blue]}], within: 48, confidence: medium}]"));
        var text = "red" + new string('.', 18) + "green" + new string('.', between) + "blue";
        rules.Scan(text).Findings.Select(finding => finding.Span).Should().Equal(found ? [new TextSpan(0, 48)] : []);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Counter_evidence_counts_up_to_the_same_distance(int between, bool found)
    {
        var rules = TestRules.Load(TestRules.Rule("business/colours.yaml",
            "[{allOf: [{terms: [red]}, {terms: [blue]}], within: 36, noneOf: [{terms: [orange]}], confidence: medium}]"));
        rules.Scan("red blue" + new string('.', between) + "orange").Findings.Any().Should().Be(found);
        rules.Scan("orange" + new string('.', between) + "red blue").Findings.Any().Should().Be(found);
    }

    [Fact]
    public void Each_piece_stands_on_text_of_its_own()
    {
        var rules = TestRules.Load(TestRules.Rule("business/words.yaml", "[{allOf: [{terms: [plan social]}, {terms: [plan]}], within: 100, confidence: medium}]"));
        rules.Found("un plan social").Should().BeEmpty();
        rules.Found("un plan social, quel plan").Should().Equal("plan social, quel plan");
    }

    [Fact]
    public void Each_value_is_found_once_with_the_evidence_near_it() =>
        Results.Found("Q2 2026 revenue: $4.2m, last year 2025: $3.1m.").Should().Equal("$4.2m", "$3.1m");

    [Fact]
    public void A_piece_may_be_what_another_rule_finds_at_any_confidence()
    {
        var rules = TestRules.Load(
            TestRules.Badge(confidence: "low"),
            TestRules.Rule("business/lost.yaml", "[{allOf: [{infoType: badge, value: true}, {terms: [lost]}], within: 40, confidence: medium}]"));
        rules.Scan("I lost my badge 1234", TestRules.Options() with { MinimumConfidence = Confidence.Medium }).Findings.Should().ContainSingle()
            .Which.Rule.Id.Should().Be("business.lost");
    }

    [Fact]
    public void A_piece_is_not_what_a_validator_or_an_exclusion_refused()
    {
        var rules = TestRules.Load(
            TestRules.Badge("exclusions: [{values: ['1234'], because: specimen}]"),
            TestRules.Rule("business/lost.yaml", "[{allOf: [{infoType: badge}, {terms: [lost]}], within: 40, confidence: medium}]"));
        rules.Found("I lost my badge 1234").Should().BeEmpty();
    }

    [Fact]
    public void Pieces_may_all_be_recognizers()
    {
        var rules = TestRules.Load(TestRules.Rule("business/margin.yaml",
            "[{allOf: [{recognizer: currency}, {recognizer: percentage}], within: 60, confidence: medium}]"));
        rules.Found("we made $3 million at 12 % margin").Should().Equal("$3 million at 12 %");
        rules.Found("12 % of $3 million").Should().Equal("12 % of $3 million");
        rules.Found("we made $3 million").Should().BeEmpty();
    }

    [Fact]
    public void A_long_place_of_a_piece_does_not_hide_a_short_one()
    {
        var rules = TestRules.Load(TestRules.Rule("business/results.yaml", """
            [{allOf: [{recognizer: currency, value: true}, {terms: [q2]}, {regex: 'm revenue[x ]{60,90}!', terms: [revenue]}], within: 40, confidence: medium}]
            """));
        rules.Found("Q2 $4.2m revenue").Should().Equal("$4.2m");
        rules.Found("Q2 $4.2m revenue" + string.Concat(Enumerable.Repeat(" x", 40)) + "!").Should().Equal("$4.2m");
    }

    [Fact]
    public void A_recognizer_is_asked_only_where_the_cheap_pieces_are()
    {
        // More sums of money than a scan may look at, none of them near a word for results.
        var sums = string.Join(", ", Enumerable.Range(1, 500).Select(i => $"{i} euros pour le lot numéro {i}"));
        var result = Results.Scan(sums + new string('.', 200) + "Q2 2026 revenue: $4.2m");
        result.Complete.Should().BeTrue();
        result.Findings.Should().ContainSingle();
    }

    [Fact]
    public void What_the_budget_does_not_allow_is_told()
    {
        var rules = TestRules.Load(TestRules.Rule("financial/sums.yaml", "[{recognizer: currency, confidence: medium}]"));
        var result = rules.Scan(string.Join(new string('.', 100), Enumerable.Range(1, 250).Select(i => $"{i} euros")));
        result.Findings.Should().HaveCount(200);
        result.Complete.Should().BeFalse();
        result.Verdict.Should().Be(Dlp.Engine.Policies.Verdict.Warn);
        var part = result.Incomplete.Should().ContainSingle().Which;
        part.Status.Should().Be(PartStatus.Partial);
        part.Detail.Should().Be(new LocalizedText("only the first 200 possible amounts and dates were examined", "seuls les 200 premiers montants et dates possibles ont été examinés"));
    }

    [Theory]
    [InlineData("t2 2026 revenue ")]
    [InlineData("revenue ")]
    [InlineData("t2 ")]
    [InlineData("$1m t2 ")]
    [InlineData("$1m t2 revenue ")]
    [InlineData("revenue communiqué t2 $1m ")]
    public void A_text_made_of_thousands_of_pieces_is_scanned_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 150_000 / piece.Length));
        Results.Scan(text).Incomplete.All(part => part.Characters == text.Length).Should().BeTrue();
    }

    [Fact]
    public void The_trace_names_the_pieces_and_the_counter_evidence()
    {
        var options = TestRules.Options() with { Trace = true };
        var trace = Results.Scan("Q2 2026 revenue: $4.2m", options).Findings.Single().Trace!;
        trace.Select(step => step.Detail).Should().Equal("detect[0]", "detect[0].allOf[1]", "detect[0].allOf[2]", "detect[0].allOf[0]");
        Results.Scan("press release: Q2 2026 revenue: $4.2m", options).Dropped.Should().ContainSingle()
            .Which.Trace[^1].Should().Be(new TraceStep(TraceStepKind.CounterEvidence, "detect[0].noneOf[0]", null));
    }
}

using CsCheck;

namespace Dlp.Engine.Tests.Scanning;

public class RobustnessSpecs
{
    private static readonly ScanOptions Options = TestRules.Options() with { Trace = true, Redact = true };

    [Fact]
    public void No_text_makes_a_scan_throw_and_every_finding_lies_in_it() =>
        Texts.Any(200).Sample(text => LiesIn(ShippedRules.RuleSet.Scan(text, Options), text), iter: 300);

    [Fact]
    public void No_text_made_of_numbers_and_signs_makes_a_scan_throw() =>
        Gen.Char["0123456789 .,-+/()@:_%€$£¥kmdnbqtsh'’\n\u00a0"].Array[0, 120].Sample(units => LiesIn(ShippedRules.RuleSet.Scan(new string(units), Options), new string(units)), iter: 300);

    [Fact]
    public void No_text_makes_a_recognizer_throw()
    {
        var rules = TestRules.Load(
            TestRules.Rule("financial/money.yaml", "[{recognizer: currency, confidence: medium}]"),
            TestRules.Rule("financial/share.yaml", "[{recognizer: percentage, confidence: medium}]"),
            TestRules.Rule("financial/day.yaml", "[{recognizer: date, confidence: medium}]"));
        string[] words = ["€", "$", " million ", " euros ", "99999999999999999999", "1", "/", "0", ".", ",", "-", "e", "%", " pour cent", " percent", " mai ", " of ", "31", "02", "2026", " half ", " et demi ", "½", "\ud800", "\u200b", "é", "le ", "mars"];
        Gen.Int[0, words.Length - 1].Select(index => words[index]).Array[0, 25].Select(string.Concat).Sample(text => LiesIn(rules.Scan(text, Options), text), iter: 60);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    public void No_instant_of_publishing_makes_a_scan_throw(string publishAt)
    {
        var options = Options with { PublishAt = DateTimeOffset.Parse(publishAt, System.Globalization.CultureInfo.InvariantCulture) };
        var scan = () => ShippedRules.RuleSet.Scan("Chiffre d'affaires ce trimestre : 4,2 M€, Q4 last quarter this year $3m revenue", options);
        scan.Should().NotThrow();
    }

    [Fact]
    public void An_empty_draft_is_allowed()
    {
        ShippedRules.RuleSet.Scan("", Options).Verdict.Should().Be(Dlp.Engine.Policies.Verdict.Allow);
        var result = ShippedRules.RuleSet.Scan((IReadOnlyList<DraftPart>)[], Options);
        (result.Verdict, result.Complete).Should().Be((Dlp.Engine.Policies.Verdict.Allow, true));
    }

    [Fact]
    public void Offsets_are_of_the_original_text()
    {
        const string text = "𝗦é\u200b🇫🇷 #MonBadge badge\u00a0１\u200b２３４ ﬁn";
        var finding = TestRules.Load(TestRules.Badge()).Scan(text).Findings.Should().ContainSingle().Which;
        text[finding.Span.Start..finding.Span.End].Should().Be("１\u200b２３４");
        finding.NormalizedValue.Should().Be("1234");
    }

    [Fact]
    public void One_scanner_serves_many_scans_at_once()
    {
        var scanner = new DraftScanner(ShippedRules.RuleSet);
        const string text = "IBAN FR76 3000 4012 3456 7890 1234 518, chiffre d'affaires T2 2026 : 4,2 M€, jean.dupont@northwind-mail.fr";
        var alone = Told(scanner.Scan(Draft.FromText(text), Options));
        var results = new string[32];
        Parallel.For(0, results.Length, i => results[i] = Told(scanner.Scan(Draft.FromText(text), Options)));
        results.Should().OnlyContain(result => result == alone);
    }

    [Fact]
    public void A_location_is_that_of_the_start_of_the_finding()
    {
        var part = new DraftPart("a.pdf", DraftPartKind.Attachment, "badge 1111\nbadge 2222\nbadge 3333") { Places = [new PartPlace(0, new("page 1", "page 1")), new PartPlace(11, new("slide 2", "diapositive 2")), new PartPlace(28, new("sheet Q3", "feuille Q3"), "B12")] };
        TestRules.Load(TestRules.Badge()).Scan([part]).Findings.Select(finding => finding.Location).Should().Equal([new("page 1", "page 1"), new("slide 2", "diapositive 2"), new("sheet Q3, B12", "feuille Q3, cellule B12")]);
    }

    [Fact]
    public void Findings_are_numbered_in_order_of_part_and_place()
    {
        var result = TestRules.Load(TestRules.Badge()).Scan([
            new DraftPart("title", DraftPartKind.Title, "badge 1111"), new DraftPart("link-1", DraftPartKind.Link, "badge 2222"), new DraftPart("text", DraftPartKind.Text, "badge 3333, badge 4444")]);
        result.Findings.Select(finding => (finding.Id, finding.Part, finding.Span.Start)).Should().Equal(("f1", "title", 6), ("f2", "link-1", 6), ("f3", "text", 6), ("f4", "text", 18));
    }

    [Fact]
    public void Parts_are_begun_and_ended_in_turn()
    {
        var rules = TestRules.Load(TestRules.Badge());
        Action<Action<DraftScan, PartScan>> misuse = use =>
        {
            var scan = new DraftScanner(rules).Begin(Options);
            var part = scan.BeginPart("post-1", DraftPartKind.Post);
            part.Feed("badge 1234");
            var misused = () => use(scan, part);
            misused.Should().Throw<InvalidOperationException>();
        };
        misuse((scan, _) => scan.BeginPart("post-2", DraftPartKind.Post));
        misuse((scan, _) => scan.BeginPart("a.txt", DraftPartKind.Attachment));
        misuse((scan, _) => scan.Complete());
        misuse((scan, part) =>
        {
            part.EndText();
            scan.Complete();
        });
        misuse((_, part) =>
        {
            part.EndText();
            part.EndText();
        });
        misuse((_, part) =>
        {
            part.End();
            part.Feed("badge 5678");
        });
        misuse((_, part) =>
        {
            part.End();
            part.End();
        });
    }

    private static bool LiesIn(ScanResult result, string text) =>
        result.Findings.Concat(result.ShadowFindings).All(finding => 0 <= finding.Span.Start && finding.Span.Start < finding.Span.End && finding.Span.End <= text.Length)
        && result.Dropped.All(dropped => 0 <= dropped.Span.Start && dropped.Span.Start <= dropped.Span.End && dropped.Span.End <= text.Length)
        && result.Incomplete.All(part => part.Characters == text.Length);

    private static string Told(ScanResult result) => string.Join('\n', result.Findings) + string.Join('\n', result.Redacted.Select(part => part.Text)) + result.Dropped.Count;
}

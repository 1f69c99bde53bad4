using CsCheck;

namespace Dlp.Engine.Tests.Redaction;

public class RedactionSpecs
{
    private static readonly ScanOptions Options = TestRules.Options() with { Redact = true };

    // Things that leak, in both languages; all values are invented, their check digits are right.
    private static readonly string[] Leaks =
    [
        "FR76 3000 4012 3456 7890 1234 518", "IBAN FR7630004012345678901234518", "mon numéro de sécu 2 67 08 13 055 219 54", "𝟮 𝟲𝟳 𝟬𝟴 𝟭𝟯 𝟬𝟱𝟱 𝟮𝟭𝟵 𝟱𝟰",
        "4539 5787 6362 1486", "carte 4539\u200b578763621486", "jean.dupont@northwind-mail.fr", "01 99 00 20 38", "+44 20 7946 0311", "192.168.12.7",
        "mot de passe : Tr0ub4dor&3x", "password=\"hunter2Hunter!9\"", "aws_access_key_id = AKIA" + "Q3EGRWLX7T2N4PVB", "sk_live_" + "9aBcD3fGh1JkLmN0pQrStUvW",
        "chiffre d'affaires T2 2026 : 4,2 M€", "Q2 2026 revenue: $4.2m", "plan social pas encore annoncé", "we are acquiring Northwind, not signed yet", "TLP:RED",
        "DIFFUSION RESTREINTE", "SIREN 732 829 320", "#T2Revenue £3.1bn", "nous supprimons 120 postes, pas encore annoncé",
    ];

    private static readonly string[] Joints = [" ", "\n", ", ", " – ", ""];

    private static readonly Gen<string> Post = Gen.Select(Gen.Int[0, Leaks.Length - 1], Texts.Filler, Gen.Int[0, Joints.Length - 1])
        .Array[1, 8].Select(pieces => string.Concat(pieces.Select(piece => piece.Item2 + Joints[piece.Item3] + Leaks[piece.Item1] + Joints[piece.Item3])));

    [Theory]
    [InlineData(Language.En, Confidence.Low)]
    [InlineData(Language.Fr, Confidence.Low)]
    [InlineData(Language.Fr, Confidence.Medium)]
    public void A_redacted_thread_holds_no_finding(Language language, Confidence minimum) =>
        Gen.Select(Post, Post).Sample((first, second) =>
        {
            var options = Options with { Language = language, MinimumConfidence = minimum };
            var parts = TestRules.Thread(first, second);
            var result = ShippedRules.RuleSet.Scan(parts, options);
            return ShippedRules.RuleSet.Scan(Redacted(parts, result), options).Findings.Count == 0
                && result.Findings.All(finding => result.Redacted.Any(part => part.Part == finding.Part));
        }, iter: 40);

    [Theory]
    [InlineData(Language.En, "lost [removed] and [removed].")]
    [InlineData(Language.Fr, "lost [retiré] and [retiré].")]
    public void Only_what_was_found_is_replaced_in_the_language_asked_for(Language language, string redacted)
    {
        var rules = TestRules.Load(TestRules.Rule("identity/badge.yaml", "[{regex: 'badge [0-9]{4}', confidence: medium}]"));
        rules.Scan("lost badge 1234 and bádge １２３４.", Options with { Language = language }).Redacted.Should().ContainSingle().Which.Text.Should().Be(redacted);
    }

    [Fact]
    public void Only_the_authors_own_parts_that_changed_are_given()
    {
        var rules = TestRules.Load(TestRules.Badge());
        rules.Scan([
            new DraftPart("title", DraftPartKind.Title, "badge 1111"),
            new DraftPart("text", DraftPartKind.Text, "nothing here"),
            new DraftPart("link-1", DraftPartKind.Link, "https://x.example/badge 2222"),
            new DraftPart("image-1", DraftPartKind.ImageDescription, "my badge 3333"),
            new DraftPart("a.txt", DraftPartKind.Attachment, "badge 4444"),
        ], Options).Redacted.Select(part => (part.Part, part.Text)).Should().Equal(
            ("title", "badge [removed]"), ("link-1", "https://x.example/badge [removed]"), ("image-1", "my badge [removed]"));
    }

    [Fact]
    public void Nothing_is_redacted_when_nothing_was_found_or_it_was_not_asked_for()
    {
        var rules = TestRules.Load(TestRules.Badge());
        rules.Scan("hello", Options).Redacted.Should().BeEmpty();
        rules.Scan("badge 1234", Options with { Redact = false }).Redacted.Should().BeEmpty();
    }

    [Fact]
    public void A_finding_that_is_not_listed_is_left_alone() =>
        TestRules.Load(TestRules.Badge(confidence: "low")).Scan("badge 1234", Options with { MinimumConfidence = Confidence.Medium }).Redacted.Should().BeEmpty();

    [Fact]
    public void What_a_replacement_uncovers_is_replaced_too()
    {
        var rules = TestRules.Load(
            TestRules.Rule("identity/long.yaml", "[{regex: 'x[0-9]{4}y', confidence: high}]", replacement: "{en: 'x12', fr: 'x12'}"),
            TestRules.Rule("identity/short.yaml", "[{regex: 'x12-', confidence: low}]"));
        rules.Scan("x1234y-", Options).Redacted.Single().Text.Should().Be("[removed]");
    }

    [Fact]
    public void A_part_whose_wording_stays_a_leak_is_not_shown_at_all()
    {
        var rules = TestRules.Load(TestRules.Rule("business/odd.yaml", "[{regex: '(?<value>[0-9a-z]{1,9})!', confidence: medium}]", replacement: "{en: abc, fr: abc}"));
        var redacted = rules.Scan([new DraftPart("title", DraftPartKind.Title, "quiet"), new DraftPart("text", DraftPartKind.Text, "12!")], Options).Redacted;
        redacted.Select(part => (part.Part, part.Text)).Should().Equal(("text", "•••"));
    }

    [Fact]
    public void Overlapping_findings_are_replaced_once()
    {
        var rules = TestRules.Load(TestRules.Badge(), TestRules.Rule("business/lost.yaml", "[{regex: 'lost badge [0-9]{4} today', confidence: high}]"));
        rules.Scan("I lost badge 1234 today!", Options).Redacted.Single().Text.Should().Be("I [removed]!");
    }

    [Theory]
    [InlineData(@"[0-9]{4}\s{1,3}[0-9]{4}")]
    [InlineData(@"\n[0-9]{4}")]
    [InlineData(@"is\s{1,3}5678")]
    public void A_finding_that_touches_two_posts_is_taken_out(string pattern)
    {
        var rules = TestRules.Load(TestRules.Rule("identity/split.yaml", $"[{{regex: '{pattern}', confidence: medium}}]"), TestRules.Rule("identity/four.yaml", @"[{regex: '\b[0-9]{4}\b', confidence: low}]"));
        var parts = TestRules.Thread("mine 1234 is", "5678 it is 4321", "1234 is");
        rules.Scan(Redacted(parts, rules.Scan(parts, Options)), Options).Findings.Should().BeEmpty();
    }

    private static List<DraftPart> Redacted(IReadOnlyList<DraftPart> parts, ScanResult result)
    {
        var texts = result.Redacted.ToDictionary(part => part.Part, part => part.Text, StringComparer.Ordinal);
        return [.. parts.Select(part => part with { Text = texts.GetValueOrDefault(part.Name, part.Text) })];
    }
}

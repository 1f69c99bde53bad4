using System.Text;
using CsCheck;
using Dlp.Engine.Rules;
using Dlp.Engine.Scanning;

namespace Dlp.Engine.Tests.Scanning;

public class LongTextSpecs
{
    private const int Window = PassageScan.Core;

    private static readonly RuleSet Rules = TestRules.Load(
        TestRules.Badge("hotwords: [{words: {en: [secret]}, before: 40, after: 40, raisesTo: high}]"),
        TestRules.Rule("credentials/token.yaml", "[{regex: 'tok_[A-Za-z0-9]{8}', confidence: medium}]", "view: original"),
        TestRules.Rule("business/orion.yaml", "[{terms: [projet orion], confidence: medium}]"),
        TestRules.Rule("business/results.yaml", "[{allOf: [{terms: [revenue]}, {period: open}], within: 60, confidence: medium}]"));

    private static readonly string[] Leaks =
        ["badge 1234", "bádge １２３４", "secret badge 4321", "tok_Ab12Cd34", "#ProjetOrion", "projet\u200b orion", "revenue of Q3 2026", "Q4 2026, revenue"];

    private static readonly Gen<string> LongText = Gen.Select(Gen.Int[0, Leaks.Length - 1], Gen.Int[0, 6_000], Gen.Bool)
        .Array[60, 90]
        .Select(plants => string.Concat(plants.Select(plant => Leaks[plant.Item1] + (plant.Item3 ? " é " : " e ") + new string('.', plant.Item2) + ' ')));

    [Fact]
    public void A_text_fed_in_pieces_gives_the_findings_of_the_whole() =>
        Gen.Select(LongText, Gen.Int[1, 50_000].Array[1, 30]).Sample((text, cuts) =>
        {
            var options = TestRules.Options() with { Trace = true };
            var whole = Rules.Scan(text, options);
            var scan = new DraftScanner(Rules).Begin(options);
            var part = scan.BeginPart("text", DraftPartKind.Text);
            for (var (at, cut) = (0, 0); at < text.Length; cut++)
            {
                var length = Math.Min(cuts[cut % cuts.Length], text.Length - at);
                part.Feed(text.AsSpan(at, length));
                at += length;
            }

            part.End();
            var pieces = scan.Complete();
            return Told(pieces).SequenceEqual(Told(whole)) && pieces.Dropped.Count == whole.Dropped.Count && pieces.Incomplete.SequenceEqual(whole.Incomplete)
                && whole.Findings.Count >= 60;
        }, iter: 15);

    [Fact]
    public void A_text_fed_character_by_character_gives_the_findings_of_the_whole()
    {
        var text = new string('.', Window - 5) + " secret badge 1234 " + new string('é', Window) + " projet orion";
        var scan = new DraftScanner(Rules).Begin(TestRules.Options());
        var part = scan.BeginPart("text", DraftPartKind.Text);
        foreach (var unit in text)
            part.Feed([unit]);
        part.End();
        Told(scan.Complete()).Should().Equal(Told(Rules.Scan(text)));
    }

    [Fact]
    public void Attachments_that_are_open_at_the_same_time_give_the_findings_of_each_in_turn() =>
        Gen.Select(Gen.Select(LongText, Gen.Int[0, 5]).Array[2, 4], Gen.Int[0, 3].Array[20], Gen.Int[1, 90_000].Array[1, 9]).Sample((drafts, turns, cuts) =>
        {
            var options = TestRules.Options() with { Trace = true };
            var texts = drafts.Select(draft => draft.Item1[..(draft.Item1.Length * draft.Item2 / 5)]).ToArray();
            var parts = texts.Select((text, i) => new DraftPart($"{i}", DraftPartKind.Attachment, text) { Places = [new PartPlace(0, new("page 1", "page 1")), new PartPlace(5_000, new($"page 2 of {i}", $"page 2 de {i}"))], Detail = new("noted", "noté") }).ToList();
            var whole = Rules.Scan(parts, options);

            var scan = new DraftScanner(Rules).Begin(options);
            var open = parts.ConvertAll(part => scan.BeginPart(part.Name, part.Kind));
            var fed = new int[parts.Count];
            for (var turn = 0; !fed.Zip(texts).All(pair => pair.First > pair.Second.Length); turn++)
            {
                var i = (turn / turns.Length + turns[turn % turns.Length]) % parts.Count;
                var length = Math.Min(cuts[turn % cuts.Length], texts[i].Length - fed[i]);
                if (length > 0)
                    open[i].Feed(texts[i].AsSpan(fed[i], length));
                else if (length == 0)
                    open[i].EndText(parts[i].LocationOf);
                fed[i] += Math.Max(length, length == 0 ? 1 : 0);
            }

            for (var i = parts.Count - 1; i >= 0; i--)
                open[i].End(parts[i].Status, parts[i].Cause, parts[i].Detail);
            var pieces = scan.Complete();
            return Told(pieces).SequenceEqual(Told(whole)) && pieces.Dropped.Select(dropped => $"{dropped}").SequenceEqual(whole.Dropped.Select(dropped => $"{dropped}"))
                && scan.Reports().SequenceEqual(whole.PartsOf(new Draft(parts)));
        }, iter: 15);

    [Fact]
    public async Task A_draft_whose_attachments_arrive_while_it_is_scanned_is_judged_as_one()
    {
        var text = new DraftPart("text", DraftPartKind.Text, "badge 1234");
        var file = new DraftPart("a.txt", DraftPartKind.Attachment, "secret badge 4321") { Status = PartStatus.Partial, Detail = new("half of it", "la moitié") };
        var options = TestRules.Options() with { Redact = true };
        var scanner = new DraftScanner(Rules);
        var whole = scanner.Scan(new Draft([text, file]), options);

        var (result, parts) = await scanner.ScanAsync(new Draft([text]), options, async scan =>
        {
            var part = scan.BeginPart(file.Name, file.Kind);
            foreach (var unit in file.Text)
            {
                part.Feed([unit]);
                await Task.Yield();
            }

            part.End(file.Status, file.Cause, file.Detail);
        });

        Told(result).Should().Equal(Told(whole)).And.HaveCount(2);
        result.Verdict.Should().Be(whole.Verdict);
        result.Redacted.Should().Equal(whole.Redacted).And.ContainSingle();
        parts.Should().Equal(whole.PartsOf(new Draft([text, file])));
    }

    [Theory]
    [InlineData(Window)]
    [InlineData(2 * Window)]
    [InlineData(Window + PassageScan.Margin)]
    [InlineData(Window - PassageScan.Margin)]
    public void What_stands_across_the_join_of_two_windows_is_found_once(int join)
    {
        for (var before = 0; before <= "secret badge 1234".Length; before++)
        {
            var start = join - before;
            var text = new string('.', start - 1) + " secret badge 1234 " + new string('.', Window);
            var finding = Rules.Scan(text).Findings.Should().ContainSingle().Which;
            finding.Span.Should().Be(new TextSpan(start + 13, start + 17));
            finding.Confidence.Should().Be(Confidence.High);
        }
    }

    [Fact]
    public void Ten_million_characters_are_scanned_to_their_end()
    {
        var piece = string.Concat(Enumerable.Repeat("Le projet avance, we met at noon — badge 12 and 345 tokens. ", 20_000));
        var scan = new DraftScanner(Rules).Begin(TestRules.Options());
        var part = scan.BeginPart("long.txt", DraftPartKind.Attachment);
        var fed = 0;
        for (; fed < 10_000_000; fed += piece.Length)
            part.Feed(piece);
        part.Feed("badge 9876");
        part.End();
        var result = scan.Complete();
        result.Findings.Should().ContainSingle().Which.Span.Should().Be(new TextSpan(fed + 6, fed + 10));
        result.Complete.Should().BeTrue();
    }

    [Fact]
    public void Findings_that_overlap_in_a_long_chain_are_resolved()
    {
        var rules = TestRules.Load(
            TestRules.Rule("identity/first.yaml", "[{regex: 'ab[0-9]ba', confidence: medium}]"),
            TestRules.Rule("identity/second.yaml", "[{regex: 'ba[5-9]ab', confidence: medium}]"));
        var text = new StringBuilder();
        for (var i = 0; i < 50_000; i++)
            text.Append("ab1ba5");
        rules.Scan(text.ToString()).Findings.Count.Should().Be(50_000);
    }

    private static IEnumerable<string> Told(ScanResult result) => result.Findings.Select(finding => $"{finding.Id} {finding}");
}

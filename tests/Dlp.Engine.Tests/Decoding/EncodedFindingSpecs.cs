using System.Text;
using CsCheck;
using Dlp.Engine.Decoding;
using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Decoding;

public class EncodedFindingSpecs
{
    private static readonly RuleSet Rules = TestRules.Load(
        TestRules.Badge("hotwords: [{words: {en: [secret]}, before: 40, after: 40, raisesTo: high}]"),
        TestRules.Rule("credentials/token.yaml", "[{regex: 'tok_[A-Za-z0-9+/=]{8,80}', confidence: medium}]", "view: original"),
        TestRules.Rule("business/orion.yaml", "[{terms: [projet orion], confidence: medium}]"));

    public static TheoryData<string> Names => [.. Encoders.All.Select(encoder => encoder.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_encoded_is_found_and_says_how(string name)
    {
        var (_, encoding, encode) = Encoders.All.Single(encoder => encoder.Name == name);
        var encoded = encode("<é> le projet=&orion, badge 1234, tok_Ab12Cd34 </é>".Replace("=&", " ", StringComparison.Ordinal));
        var text = $"Lisez ({encoded}) vite";
        var findings = Rules.Scan(text).Findings;
        findings.Select(finding => finding.Rule.InfoType).Should().BeEquivalentTo("orion", "badge", "token");
        if (findings.All(finding => finding.Encoding is null))
            (encoding is TextEncoding.HtmlEntity or TextEncoding.QuotedPrintable).Should().BeTrue("these leave plain letters as they are");
        else
            findings.Should().OnlyContain(finding => finding.Encoding == null || finding.Encoding == encoding);
        if (encoding is TextEncoding.Base64 or TextEncoding.Hex)
            findings.Should().OnlyContain(finding => text.Substring(finding.Span.Start, finding.Span.Length) == encoded && finding.Encoding == encoding);
    }

    [Fact]
    public void Of_a_text_encoded_in_part_exactly_what_was_found_is_reported_and_no_escape_is_cut()
    {
        const string text = "caf%C3%A9, b%61dge 12%33%34%21 tok%5FAb12Cd34";
        Rules.Found(text).Should().Equal("12%33%34", "tok%5FAb12Cd34");
    }

    [Fact]
    public void What_is_in_the_clear_beside_an_escape_is_found_once_and_as_such() =>
        Rules.Scan("caf&eacute; badge 1234 &amp; tok_Ab12Cd34").Findings.Count(finding => finding.Encoding is null).Should().Be(2);

    [Fact]
    public void Evidence_counts_on_both_sides_of_an_encoding()
    {
        Rules.Scan($"secret: {Base64("my badge 1234")}").Findings.Should().ContainSingle().Which.Confidence.Should().Be(Confidence.High);
        var clear = Rules.Scan("s%65cret badge 1234").Findings.Should().ContainSingle().Subject;
        (clear.Confidence, clear.Encoding, clear.Span).Should().Be((Confidence.High, null, new TextSpan(15, 19)));
    }

    [Fact]
    public void The_preview_and_the_value_are_of_what_was_decoded()
    {
        var finding = Rules.Scan(Base64("my badge 1234")).Findings.Should().ContainSingle().Subject;
        (finding.Preview, finding.NormalizedValue).Should().Be(("1 •••", "1234"));
    }

    [Fact]
    public void A_finding_of_the_clear_text_keeps_its_place_when_it_is_as_sure() =>
        Rules.Scan("tok_" + Base64("my badge 1234 of four")).Findings.Should().ContainSingle().Which.Rule.InfoType.Should().Be("token");

    [Fact]
    public void Several_findings_of_one_run_are_all_reported()
    {
        var text = Base64("badge 1234, badge 4321, badge 1111");
        Rules.Scan(text).Findings.Select(finding => finding.NormalizedValue).Should().Equal("1234", "4321", "1111");
    }

    [Fact]
    public void Encodings_within_one_another_are_read_three_deep_and_the_trace_names_them()
    {
        var options = TestRules.Options() with { Trace = true };
        var twice = Base64("see " + Uri.EscapeDataString(Base64("my badge 1234")));
        var finding = Rules.Scan(twice, options).Findings.Should().ContainSingle().Subject;
        (finding.Encoding, finding.Span).Should().Be((TextEncoding.Base64, new TextSpan(0, twice.Length)));
        finding.Trace!.Where(step => step.Step == TraceStepKind.Decoded).Select(step => step.Detail).Should().Equal("base64", "percent", "base64");
    }

    [Fact]
    public void What_is_encoded_deeper_makes_the_part_partial()
    {
        var text = "my badge 1234";
        for (var depth = 1; depth <= 3; depth++)
        {
            text = Base64(text);
            var result = Rules.Scan(text);
            (result.Findings.Count, result.Complete).Should().Be((1, true));
        }

        var deeper = Rules.Scan(Base64(text));
        (deeper.Findings.Count, deeper.Complete).Should().Be((0, false));
        deeper.Incomplete[0].Detail.Should().Be(new LocalizedText("what is encoded more than 3 times over was not examined", "ce qui est encodé plus de 3 fois de suite n'a pas été examiné"));
    }

    [Fact]
    public void What_is_more_than_may_be_decoded_makes_the_part_partial()
    {
        var text = string.Concat(Enumerable.Repeat("%2525252541 a plain word or two, then more of them ", 3_000));
        var result = Rules.Scan(text);
        result.Complete.Should().BeFalse();
        result.Incomplete[0].Detail!.En.Should().Contain("only a part of what is encoded was decoded and examined");
        result.Incomplete[0].Detail!.Fr.Should().Contain("une partie seulement de ce qui est encodé a été décodée et examinée");
    }

    [Fact]
    public void A_picture_makes_no_part_partial()
    {
        var bytes = new byte[300_000];
        new Random(7).NextBytes(bytes);
        var result = Rules.Scan("<img src='data:image/png;base64," + Convert.ToBase64String(bytes) + "'>");
        (result.Findings.Count, result.Complete).Should().Be((0, true));
    }

    [Fact]
    public void The_redacted_text_holds_nothing_of_the_run() =>
        Rules.Scan($"Lisez {Base64("my badge 1234")} vite", TestRules.Options() with { Redact = true }).Redacted.Should().ContainSingle()
            .Which.Text.Should().Be("Lisez [removed] vite");

    [Fact]
    public void A_long_file_is_found_in_wherever_windows_join() =>
        Gen.Int[0, 400].Sample(shift =>
        {
            var hidden = new StringBuilder();
            for (var i = 0; hidden.Length < 150_000; i++)
                hidden.Append("Une ligne de texte, ").Append(i % 2 == 0 ? "badge 1234" : "déjà lue").Append(".\n");
            var text = new string('.', shift) + " " + Convert.ToBase64String(Encoding.UTF8.GetBytes(hidden.ToString()), Base64FormattingOptions.InsertLineBreaks);
            return Rules.Scan(text).Findings.Count == hidden.ToString().Split("badge").Length - 1;
        }, iter: 8);

    [Fact]
    public void A_text_fed_in_pieces_gives_the_findings_of_the_whole() =>
        Gen.Select(Gen.Int[0, Encoders.All.Count - 1], Gen.Int[0, 4_000]).Array[40, 60].Select(plants => string.Concat(plants.Select(plant =>
            Encoders.All[plant.Item1].Encode("le projet orion et badge 1234") + " " + new string('.', plant.Item2) + " "))).Sample(text =>
        {
            var whole = Rules.Scan(text);
            var scan = new DraftScanner(Rules).Begin(TestRules.Options());
            var part = scan.BeginPart("text", DraftPartKind.Text);
            foreach (var piece in text.Chunk(7_001))
                part.Feed(piece);
            part.End();
            var pieces = scan.Complete();
            return pieces.Findings.Select(finding => $"{finding} {finding.Encoding}").SequenceEqual(whole.Findings.Select(finding => $"{finding} {finding.Encoding}"))
                && pieces.Incomplete.SequenceEqual(whole.Incomplete) && whole.Findings.Count >= 80;
        }, iter: 10);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

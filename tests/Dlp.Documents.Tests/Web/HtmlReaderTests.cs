using System.Text;
using CsCheck;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Web;

public class HtmlReaderTests
{
    private static readonly string[] Pieces = ["<p>", "</p>", "<a href='", "'>", "<!--", "-->", "<script>", "</script>", "<style>", "<title>", "</title>", "<textarea>", "<![CDATA[", "]]>", "<?php ", "?>", "\"", ">", "<", "&#x4", " ", "TK123456"];

    private const string Iban = "FR58 9999 9000 420A 7B3C 9D15 K76";

    [Fact]
    public async Task What_is_seen_is_read_as_it_is_seen()
    {
        var part = await ReadAsync("<html><body><h1>Relev&eacute;</h1><p>IBAN FR58 <b>9999</b> 9000\n  <span>420A</span> 7B3C 9D15 K76</p><table><tr><td>1</td><td>2</td></tr></table></body></html>");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Contain("Relevé\n").And.Contain($"IBAN {Iban}\n").And.Contain("1\t2");
        part.LocationOf(Iban).Should().BeNull();
    }

    [Fact]
    public async Task What_only_the_source_tells_is_read_in_its_place()
    {
        var part = await ReadAsync("""
            <!doctype html><html><head><title>Plan Kestrel</title><meta name="author" content="Léa Morvan"><style>.a { background: url(https://u:p1@x.example/) }</style>
            <script>const key = "TK111111";</script></head><body>
            <!-- TK222222 --><img src="a.png" alt="graphique des ventes"><input name="iban" value="TK333333" placeholder="numéro"><a title="infobulle" href="https://u:secret@intranet.example/x">lien</a>
            <div style="display: none">TK444444 <div>TK555555</div></div><p hidden>TK666666</p><template>TK777777</template><p>visible</p></body></html>
            """);

        part.LocationOf("Plan Kestrel").Should().Be("title");
        part.LocationOf("Léa Morvan").Should().Be("metadata: author");
        part.LocationOf("https://u:p1@x.example/").Should().Be("style");
        part.LocationOf("TK111111").Should().Be("script");
        part.LocationOf("TK222222").Should().Be("comment");
        part.LocationOf("graphique des ventes").Should().Be("attribute");
        part.LocationOf("name=\"iban\" value=\"TK333333\" placeholder=\"numéro\"").Should().Be("attribute");
        part.LocationOf("infobulle").Should().Be("attribute");
        part.LocationOf("https://u:secret@intranet.example/x").Should().Be("link");
        foreach (var hidden in new[] { "TK444444", "TK555555", "TK666666", "TK777777" })
            part.LocationOf(hidden).Should().Be("hidden text");
        part.LocationOf("visible").Should().BeNull();
    }

    [Fact]
    public async Task A_link_that_says_its_own_address_is_found_once()
    {
        var part = await ReadAsync("<html><a href='mailto:lea@orvalis.example'>lea@orvalis.example</a> <a href='https://orvalis.example/'>orvalis.example</a></html>");

        part.Text.TrimEnd().Should().Be("lea@orvalis.example orvalis.example");
    }

    [Fact]
    public async Task Files_written_into_the_page_are_parts()
    {
        var parts = await Parts.ReadAsync("a.html", Encoding.UTF8.GetBytes(
            "<html><img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=='><a href='data:text/plain,TK123%34%356'>x</a><style>a{background:url(data:text/css;base64,VEs2NTQzMjE=)}</style></html>"));

        parts.Named("data 1.png").Said().Should().NotBeNull("it is no whole picture");
        parts.Named("data 2.txt").Text.Should().Be("TK123456");
        parts.Named("data 3.css").Text.Should().Be("TK654321");
    }

    [Fact]
    public async Task An_address_in_angle_brackets_is_not_lost() =>
        (await ReadAsync("<html><p>Lea <lea.morvan@orvalis.example> a écrit</p></html>")).Text.Should().Contain("lea.morvan@orvalis.example");

    [Fact]
    public async Task A_page_that_ends_inside_a_tag_is_read_to_its_end() =>
        (await ReadAsync($"<html><p title=\"x {Iban}")).Text.Should().Contain(Iban);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    [InlineData("shift_jis")]
    public async Task A_page_is_read_in_the_encoding_that_it_declares(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var word = name is "shift_jis" ? "銀行" : "Relevé";

        var part = await Reading.ReadAsync(encoding.GetBytes($"<html><head><meta charset=\"{name}\"></head><p>{word}</p></html>"));

        part.Text.Should().Contain(word);
    }

    [Fact]
    public async Task A_drawing_is_read_with_its_descriptions_and_pictures()
    {
        var parts = await Parts.ReadAsync("a.svg", Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made by hand -->
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Organigramme</title><desc>Projet Kestrel</desc><metadata>Auteur Léa</metadata>
            <text x="1" y="2"><tspan>FR58 9999 </tspan><tspan dy="1">9000 420A 7B3C 9D15 K76</tspan></text><path d="M 1 84 L 12 76 451 089 46"/>
            <image href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="/></svg>
            """));

        parts.Should().HaveCount(2);
        parts[0].Text.Should().Contain("Organigramme").And.Contain("Projet Kestrel").And.Contain("Auteur Léa").And.Contain(Iban).And.NotContain("451 089");
        parts.Named("data 1.png").Said().Should().NotBeNull("it is no whole picture");
    }

    [Fact]
    public async Task A_hundred_thousand_elements_in_one_another_are_read() =>
        (await ReadAsync("<html>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + Iban)).Text.Should().Contain(Iban);

    [Fact]
    public async Task A_million_attributes_are_read() =>
        (await ReadAsync("<html><p " + string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"a{i}='{i}'")) + $">{Iban}</p>")).Text.Should().Contain(Iban);

    [Fact]
    public void Nothing_written_is_lost() =>

        // Whatever stands around it, a word is found somewhere.
        Gen.OneOf(Array.ConvertAll(Pieces, Gen.Const)).Array[1, 25].Sample(
                pieces =>
                {
                    var html = "<html>" + string.Concat(pieces) + " TK123456 ";
                    var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                    reading.Read("a.html", Encoding.UTF8.GetBytes(html), depth: 0);
                    return reading.Parts.Any(part => part.Drain().Text.ToString().Contains("TK123456", StringComparison.Ordinal));
                },
                iter: 5000);

    private static Task<DraftPart> ReadAsync(string html) => Reading.ReadAsync(Encoding.UTF8.GetBytes(html));
}

using CsCheck;
using Dlp.Engine.Decoding;

namespace Dlp.Engine.Tests.Decoding;

public class EncodedTextReaderSpecs
{
    // Letters, digits and signs of French and English texts; sixteen or more, since less is no run. No word is long enough to be one by chance.
    private static readonly Gen<string> Readable = Gen.Char["abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:@'éèàçœ€’"].Array[16, 200]
        .Select(units => string.Concat(units.Select((unit, index) => index % 12 == 11 ? ' ' : unit)));

    private static readonly string[] Signs =
        ["%", "%4", "%41", "%C3%A9", "%C3", "&", "&#", "&#x", "&amp;", "&eacute;", "&#65;", "&#65", "&nosuch;", "\\", @"\u", @"\u0041", @"\ud83d", @"\x41", @"\u{41}", @"\U00000041", @"\U99999999", "=", "=C3=A9", "=3D", "=\n", "=\r\n", "=E9",
        "QUJDREVGR0hJSktMTU5P", "QUJDREVGR0hJSktMTU5P\n", "==", "41424344454647484950", "41 42 43 44 45 46 47 48 ", "0x", ", ", ":", "\n", "\r\n  ", "/", "-", "word", " ", "é", "\ud800", "\0"];

    private static readonly Gen<string> Encodedish = Gen.Frequency(
        (3, Gen.Int[0, Signs.Length - 1].Select(index => Signs[index])),
        (1, Gen.Char.Select(unit => unit.ToString()))).Array[0, 60].Select(string.Concat);

    public static TheoryData<string> Names => [.. Encoders.All.Select(encoder => encoder.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_program_encodes_is_read_and_maps_back(string name)
    {
        var (_, encoding, encode) = Encoders.All.Single(encoder => encoder.Name == name);
        Gen.Select(Texts.Filler, Readable, Texts.Filler).Sample((before, hidden, after) =>
        {
            // An encoder of few characters leaves a text without any of them as it is.
            hidden = $"<é&= {hidden.Trim()} é>";
            var encoded = encode(hidden);
            var source = $"{before} ({encoded}) {after}";
            var decoded = EncodedTextReader.Read(source).Should().ContainSingle().Subject;
            decoded.Text.Should().Be($"{before} ({hidden}) {after}");
            var at = before.Length + 2;
            var place = decoded.ToSource(new TextSpan(at, at + hidden.Length));
            place.Should().Be(new TextSpan(at, at + encoded.TrimEnd('=').Length) is var exact && encoding == TextEncoding.Hex && encoded.StartsWith("0x", StringComparison.Ordinal)
                ? exact with { Start = at + 2 }
                : exact);
            decoded.FirstIn(place)!.Value.Encoding.Should().Be(encoding);
            if (encoding is TextEncoding.Base64 or TextEncoding.Hex)
                decoded.WithWholeRuns(place).Should().Be(new TextSpan(at, at + encoded.Length));
        }, iter: 300);
    }

    [Theory]
    [InlineData("4970%201018", "4970 1018")]
    [InlineData("jean&commat;x&period;fr", "jean@x.fr")]
    [InlineData("caf&#233 &#xE9 &EACUTE; &Eacute;", "café é &EACUTE; É")]
    [InlineData("num=E9ro de s=E9cu", "numéro de sécu")]
    [InlineData("num%E9ro", "numéro")]
    [InlineData("une ligne cou=\r\np=C3=A9e", "une ligne coupée")]
    [InlineData("le code de 70 72 6f 6a 65 74 20 6f 72 69 6f 6e", "le code de projet orion")]
    [InlineData("https://x.fr/c/cHJvamV0IG9yaW9u/fin", "https://x.fr/c/projet orion/fin")]
    [InlineData("clé sk_cHJvamV0IG9yaW9u_a", "clé sk_projet orion_a")]
    [InlineData("cHJvamV0IG9yaW9u\nMerci\n", "projet orion\nMerci\n")]
    [InlineData("Orion : cHJvamV0IG9yaW9u", "Orion : projet orion")]
    [InlineData("deux cHJvamV0IG9yaW9u et 70726f6a6574206f72696f6e", "deux projet orion et projet orion")]
    [InlineData("AGFkbWluQHguZnIAbW90ZGVwYXNzZQ==", "\0admin@x.fr\0motdepasse")]
    [InlineData(@"\ud83d\ude00 \u0041", "😀 A")]
    public void An_encoding_is_read_in_its_usual_spellings(string source, string decoded) =>
        EncodedTextReader.Read(source).Should().ContainSingle().Which.Text.Should().Be(decoded);

    [Theory]
    [InlineData("")]
    [InlineData("100 % de 50% à 20%, AT&T, R&D ; a=b, x == 41, C:\\users\\x, \\o/")]
    [InlineData("https://x.fr/?id=12&card=4970&e=E9F1&iban=DE89")]
    [InlineData("b1c55ce0a9f3d2e4c5b6a7988990011223344556 da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301 123e4567e89b12d3a456426614174000")]
    [InlineData("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==")]
    [InlineData("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= AIzatj-_mxBnkbNpay6va1BLRH7YZ0_YlvW7nJV")]
    [InlineData("#IntelligenceArtificielle anticonstitutionnellement www.linkedin.com/in/jean-dupont-conseil-en-organisation")]
    [InlineData("06 12 34 56 78 / 06 98 76 54 32 / 01 40 20 50 60 / 4970 1018 2030 4050")]
    [InlineData("12:30:45, 12:31:10 - 14:00, 2026-10-05 09:30:00")]
    public void What_only_looks_encoded_is_left_as_it_is(string source) => EncodedTextReader.Read(source).Should().BeEmpty();

    [Fact]
    public void A_run_that_touches_an_escape_is_read_once_that_is_decoded()
    {
        var once = EncodedTextReader.Read("x=cHJvamV0IG9yaW9uIQ%3D%3D").Should().ContainSingle().Subject;
        once.Text.Should().Be("x=cHJvamV0IG9yaW9uIQ==");
        EncodedTextReader.Read(once.Text).Should().ContainSingle().Which.Text.Should().Be("x=projet orion!");
    }

    [Fact]
    public void A_long_run_that_began_before_the_text_is_read()
    {
        var run = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("le projet est à l'heure. ", 40))));
        for (var cut = 0; cut < 8; cut++)
            EncodedTextReader.Read(run.AsSpan(cut)).Should().ContainSingle().Which.Text.Should().EndWith("le projet est à l'heure. ");
    }

    [Fact]
    public void Runs_that_stand_far_apart_are_read_apart_and_little_around_them()
    {
        var source = "%41" + new string('.', 5_000) + "%42" + new string('.', 5_000) + "%43";
        EncodedTextReader.Read(source).Select(decoded => decoded.Text).Should().Equal(
            "A" + new string('.', 320), new string('.', 320) + "B" + new string('.', 320), new string('.', 320) + "C");
    }

    [Fact]
    public void Where_a_stretch_is_cut_only_what_was_encoded_is_trusted()
    {
        var decoded = EncodedTextReader.Read(new string('.', 1_000) + "%41" + new string('.', 1_000)).Should().ContainSingle().Subject;
        decoded.Trusts(new TextSpan(1_000, 1_003)).Should().BeTrue();
        decoded.Trusts(new TextSpan(900, 910)).Should().BeTrue();
        decoded.Trusts(new TextSpan(680, 690)).Should().BeFalse();
        decoded.Trusts(new TextSpan(1_310, 1_320)).Should().BeFalse();
    }

    [Fact]
    public void Whatever_the_text_every_range_maps_into_it_and_in_its_order() =>
        Gen.Frequency((3, Encodedish), (1, Texts.Any())).Sample(source =>
        {
            var end = 0;
            foreach (var decoded in EncodedTextReader.Read(source))
            {
                decoded.Text.Length.Should().BePositive().And.BeLessThanOrEqualTo(source.Length);
                var places = Enumerable.Range(0, decoded.Text.Length).Select(i => decoded.ToSource(new TextSpan(i, i + 1))).ToList();
                places[0].Start.Should().BeGreaterThanOrEqualTo(end);
                places.TrueForAll(place => place.Length > 0).Should().BeTrue();
                places.Zip(places.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start && pair.First.End <= pair.Second.End).Should().BeTrue();
                end = places[^1].End;
                end.Should().BeLessThanOrEqualTo(source.Length);
                decoded.Runs.Any().Should().BeTrue();
                decoded.Runs.All(run => run.Span.Length > 0).Should().BeTrue();
                decoded.Runs.Zip(decoded.Runs.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start).Should().BeTrue();
                for (var i = 0; i < places.Count; i++)
                    (decoded.FirstIn(places[i]) is not null || source[places[i].Start] == decoded.Text[i]).Should().BeTrue();
            }
        }, iter: 5_000);
}

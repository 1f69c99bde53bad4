using System.Text;
using CsCheck;
using Dlp.Documents.Images;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Mail;

public class UuencodedFilesTests
{
    private const string Head = "From: Léa Morvan <lea@orvalis.example>\r\nSubject: paie\r\n\r\n";

    [Fact]
    public async Task A_file_in_the_body_is_a_part_and_no_text()
    {
        var parts = await ReadAsync($"Bonjour,\r\n\r\n{Encoded("paie mars.csv", "Marcelle Aubin;4471;FR58 9999 9000 420A 7B3C 9D15 K76\n"u8)}\r\nCordialement");

        parts[0].LocationOf("Bonjour").Should().Be("body");
        parts[0].Text.Should().Contain("Cordialement").And.NotContain("begin 644");
        parts.Named("a.eml › paie mars.csv").Text.Should().Be("Marcelle Aubin;4471;FR58 9999 9000 420A 7B3C 9D15 K76\n");
    }

    [Fact]
    public async Task An_archive_in_the_body_is_read_down_to_its_files()
    {
        var parts = await ReadAsync(Encoded("a.zip", RawZip.Of(("iban.txt", "kept"))) + Encoded("b.txt", "also kept"u8));

        parts.Named("a.zip › iban.txt").Text.Should().Be("kept");
        parts.Named("b.txt").Text.Should().Be("also kept");
    }

    [Theory]
    [InlineData("begin 644 of a sentence\r\nthat goes on.\r\nend\r\n")]
    [InlineData("begin 644 note.txt\r\n#86)C\r\n")]
    [InlineData("begin 644 note.txt\r\n`\r\nend\r\n")]
    public async Task What_is_no_file_stays_text(string body) => (await ReadAsync(body)).Should().ContainSingle().Which.Text.Should().Contain("begin 644");

    [Fact]
    public async Task Text_of_any_length_comes_out_as_it_went_in()
    {
        for (var length = 1; length < 100; length++)
        {
            var text = new string('a', length - 1) + "z";

            (await ReadAsync(Encoded("b.txt", Encoding.UTF8.GetBytes(text)))).Named("b.txt").Text.Should().Be(text);
        }
    }

    [Fact]
    public void Nothing_makes_the_reader_throw()
    {
        var body = "x\n" + Encoded("b", "a file of a few lines, so that more than one is there to be changed; and so on"u8);
        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Char[' ', '~']).Array[1, 8].Sample(
            changes =>
            {
                var hostile = body.ToCharArray();
                foreach (var (at, value) in changes)
                    hostile[at] = value;
                var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                reading.Read("a.eml", Encoding.UTF8.GetBytes(Head + new string(hostile)), depth: 0);
                return reading.Parts.All(part => part.State().Status != PartStatus.Unreadable);
            },
            iter: 500);
    }

    private static async Task<IReadOnlyList<DraftPart>> ReadAsync(string body) => await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + body));

    private static string Encoded(string name, ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder($"begin 644 {name}\r\n");
        for (var at = 0; at < content.Length; at += 45)
        {
            var line = content[at..Math.Min(at + 45, content.Length)];
            text.Append(Character(line.Length));
            for (var i = 0; i < line.Length; i += 3)
            {
                var (a, b, c) = (line[i], i + 1 < line.Length ? line[i + 1] : 0, i + 2 < line.Length ? line[i + 2] : 0);
                text.Append(Character(a >> 2)).Append(Character(((a << 4) | (b >> 4)) & 63)).Append(Character(((b << 2) | (c >> 6)) & 63)).Append(Character(c & 63));
            }

            text.Append("\r\n");
        }

        return text.Append("`\r\nend\r\n").ToString();
    }

    private static char Character(int bits) => bits == 0 ? '`' : (char)(bits + ' ');
}

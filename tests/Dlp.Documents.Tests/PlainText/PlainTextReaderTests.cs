using System.Text;
using CsCheck;

using Dlp.Documents.PlainText;

namespace Dlp.Documents.Tests.PlainText;

public class PlainTextReaderTests
{
    private static readonly string[] Runs = ["a", "é", "…", "🦊", "\n", "\u001B$B", "\0", "\uFFFD", "\uFEFF"];

    [Fact]
    public async Task A_file_saved_in_windows_1252_is_read()
    {
        var part = await Reading.ReadSampleAsync("note-interne-windows-1252.txt");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Contain("déplacée").And.Contain("l’équipe").And.Contain("120 €").And.Contain("1 84 12 76 451 089 46");
    }

    [Fact]
    public async Task A_file_saved_in_utf_16_without_a_mark_is_read()
    {
        var part = await Reading.ReadSampleAsync("export-contacts-utf-16le.txt");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Contain("comptabilité").And.Contain("Łukasz Noël").And.Contain("FR58 9999 9000 420A 7B3C 9D15 K76");
    }

    [Fact]
    public async Task Formats_written_as_text_are_read_as_they_stand()
    {
        using var scope = new AssertionScope();
        foreach (var text in new[] { "a;b\n1;2\n", "{\"a\": 1}", "# Titre\n\n<b>9,3 M€</b>\n", "a: 1\nb: [2]\n", "#!/bin/sh\nexit 0\n", "\u001B[31mERROR\u001B[0m 12:00" })
        {
            var part = await Reading.ReadAsync(Encoding.UTF8.GetBytes(text));
            part.Status.Should().Be(PartStatus.Scanned, text);
            part.Text.Should().Be(text);
        }
    }

    [Fact]
    public async Task Binary_rubbish_is_unsupported_and_is_not_text()
    {
        var rubbish = new byte[4000];
        new Random(7).NextBytes(rubbish);
        rubbish[0] = 0x01;

        var part = await Reading.ReadAsync(rubbish);

        part.Status.Should().Be(PartStatus.Unsupported);
        part.Text.Should().BeEmpty();
        part.Said().Should().Contain("binary data");
    }

    [Fact]
    public async Task Zeros_are_not_a_text() => (await Reading.ReadAsync(new byte[100])).Status.Should().Be(PartStatus.Unsupported);

    [Fact]
    public async Task A_text_with_a_few_characters_that_are_none_is_read_and_partial()
    {
        var part = await Reading.ReadAsync("IBAN FR58 9999 9000\0 420A 7B3C 9D15 K76"u8.ToArray());

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain("420A 7B3C");
        part.Said().Should().Be("it is read as text, but 1 of its characters are not text");
    }

    [Fact]
    public async Task Encoded_parts_of_what_only_looks_like_an_email_make_it_partial()
    {
        var part = await Reading.ReadAsync("a log\r\nContent-Transfer-Encoding: base64\r\n\r\nUTMgMjAyNg==\r\n"u8.ToArray());

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Contain("e-mail");
    }

    [Fact]
    public void A_text_that_is_read_in_pieces_is_the_text_that_is_read_as_a_whole() =>
        Gen.Select(Gen.Int[0, Runs.Length - 1], Gen.Int[1, 150_000]).Array[1, 5].Sample(
            runs =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(runs.Select(run => string.Concat(Enumerable.Repeat(Runs[run.Item1], run.Item1 < 5 ? run.Item2 : run.Item2 % 2)))));
                var pieces = TextDecoder.InPieces(bytes)?.Select(piece => piece.ToString()).ToList();
                var whole = TextDecoder.Decode(bytes);
                return pieces is null ? OddCharacters.Count(whole) > 0 || bytes.AsSpan().IndexOf("\u001B$"u8) >= 0 : string.Concat(pieces) == whole;
            },
            iter: 150);

    [Fact]
    public async Task No_file_makes_the_reader_throw() =>
        await Gen.Byte.Array[0, 600].SampleAsync(async bytes =>
        {
            // More than one part when the bytes happen to begin as an archive does.
            var parts = await Reading.ReadAllAsync(bytes);
            return parts.Count > 0 && parts.All(part => part.Status == PartStatus.Scanned || part.Said() is not null);
        }, iter: 500);
}

using System.Text;
using CsCheck;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Archives;

public class TarReaderTests
{
    private const string Secret = "IBAN FR58 9999 9000 420A 7B3C 9D15 K76";

    [Fact]
    public async Task A_file_that_states_more_than_there_is_is_read_as_far_as_it_goes()
    {
        var parts = await Parts.ReadAsync("a.tar", new RawTar().Add("big.txt", Secret.PadRight(512, '.'), statedSize: 8_000_000_000).ToArray());

        parts.Named("big.txt").Text.Should().StartWith(Secret);
        parts.Should().OnlyContain(part => part.Status == PartStatus.Partial);
    }

    [Fact]
    public async Task Files_behind_the_end_of_the_archive_are_read()
    {
        var archive = new RawTar().Add("first.txt", "nothing").End().Add("second.txt", Secret).End().ToArray();

        (await Parts.ReadAsync("a.tar", archive)).Named("second.txt").Text.Should().Be(Secret);
    }

    [Fact]
    public async Task Other_bytes_behind_the_end_are_told_of()
    {
        var archive = new RawTar().Add("first.txt", "nothing").End().Raw(Encoding.ASCII.GetBytes(Secret)).ToArray();

        var parts = await Parts.ReadAsync("a.tar", archive);

        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Said().Should().Contain("follows the end");
    }

    [Fact]
    public async Task A_damaged_header_keeps_the_files_before_it()
    {
        var archive = new RawTar().Add("first.txt", Secret).Add("second.txt", "x").End().ToArray();
        archive[1024 + 10] ^= 0xFF;

        var parts = await Parts.ReadAsync("a.tar", archive);

        parts.Should().HaveCount(2);
        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[1].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task Names_that_climb_out_of_the_archive_are_only_names()
    {
        var parts = await Parts.ReadAsync("a.tar", new RawTar().Add("../../etc/passwd", Secret).End().ToArray());

        parts[1].Name.Should().Be("a.tar › ../../etc/passwd");
        parts[1].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task A_name_that_turns_the_direction_of_writing_is_told_of_and_cleaned()
    {
        var parts = await Parts.ReadAsync("a.tar", new RawTar().Add("annexe\u202Efdp.exe", Secret).End().ToArray());

        parts[1].Name.Should().Be("a.tar › annexefdp.exe");
        parts[1].Said().Should().Contain("direction of writing");
        parts[1].Signals.Should().Equal(PartSignal.TurnedName);
        parts[1].Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task The_comment_of_a_pax_header_is_text_of_the_archive()
    {
        var archive = new RawTar().Add("pax", RawTar.Record("comment", Secret), type: 'g').Add("a.txt", "x").End().ToArray();

        var parts = await Parts.ReadAsync("a.tar", archive);

        parts[0].LocationOf("FR58").Should().Be("comment");
    }

    [Fact]
    public async Task More_files_than_the_limit_are_not_read_and_the_archive_says_so()
    {
        var tar = new RawTar();
        for (var i = 0; i < 30; i++)
            tar.Add($"f{i}", "x");

        var parts = await Parts.ReadAsync("a.tar", tar.End().ToArray(), new AttachmentOptions { MaxEntries = 20 });

        parts.Should().HaveCount(21);
        parts[0].Status.Should().Be(PartStatus.TooLarge);
        parts[0].Said().Should().Contain("20 files");
    }

    [Fact]
    public void Nothing_makes_the_reader_throw_or_hang()
    {
        var archive = new RawTar().Add("pax", RawTar.Record("path", "x/y.txt"), type: 'x').Add("a.txt", Secret).Add("b.txt", "x").End().ToArray();
        Gen.Select(Gen.Int[0, archive.Length - 1], Gen.Byte, Gen.Int[0, archive.Length]).Array[1, 5].Sample(
            changes =>
            {
                var hostile = archive.ToArray();
                foreach (var (at, value, _) in changes)
                    hostile[at] = value;
                var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                reading.Read("a.tar", hostile.AsMemory(0, changes[0].Item3), depth: 0);
                return reading.Parts.Select(part => part.State()).All(part => part.Status == PartStatus.Scanned || part.Detail is not null);
            },
            iter: 500);
    }
}

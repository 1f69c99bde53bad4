using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Dlp.Documents.Archives;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Disc images, of which the sample was written by genisoimage.</summary>
public class DiscImageReaderTests
{
    private const int Sector = 2048;

    private static readonly byte[] Sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "dossier.iso"));

    [Fact]
    public async Task Files_bear_their_long_names_and_are_read_once()
    {
        var parts = await Parts.ReadAsync("a.iso", Sample);

        parts.Select(part => part.Name).Should().Equal("a.iso", "a.iso › export-contacts.txt", "a.iso › note-interne.txt");
        parts[0].LocationOf("DOSSIER").Should().Be("metadata: volume");
        parts[0].LocationOf("Atelier Saphir").Should().Be("metadata: publisher");
        parts.Named("a.iso › note-interne.txt").Text.Should().Contain("1 84 12 76 451 089 46");
    }

    [Fact]
    public async Task A_file_that_only_the_first_volume_lists_is_read_too()
    {
        var image = Sample.ToArray();

        // The Joliet volume lists one file less: its record gives its room to the one before.
        var name = image.AsSpan().LastIndexOf(Encoding.BigEndianUnicode.GetBytes("note-interne.txt")) - 33;
        image.AsSpan(name, image[name]).Clear();

        var parts = await Parts.ReadAsync("a.iso", image);

        parts.Should().HaveCount(3);
        parts[^1].Name.Should().Be("a.iso › NOTE_INT.TXT");
        parts[^1].Text.Should().Contain("1 84 12 76 451 089 46");
    }

    [Fact]
    public async Task Folders_that_lead_into_themselves_end()
    {
        var image = Image(folderOf: 20, ("LOOP", 20, Sector, true), ("A.TXT;1", 21, 8, false));
        "TK123456"u8.CopyTo(image.AsSpan(21 * Sector));

        var parts = await Parts.ReadAsync("a.iso", image);

        parts[^1].Name.Should().Be("a.iso › A.TXT");
        parts[^1].Text.Should().Be("TK123456");
    }

    [Fact]
    public async Task A_file_is_not_hidden_by_a_folder_that_is_said_to_lie_where_it_does()
    {
        var image = Image(folderOf: 20, ("AAA", 21, 9, true), ("B.TXT;1", 21, 9, false));
        "\0TK123456"u8.CopyTo(image.AsSpan(21 * Sector));

        (await Parts.ReadAsync("a.iso", image))[^1].Text.Should().Contain("TK123456");
    }

    [Fact]
    public async Task A_file_that_lies_behind_the_end_makes_the_image_say_so()
    {
        var parts = await Parts.ReadAsync("a.iso", Image(folderOf: 20, ("A.TXT;1", 4_000, 100, false)));

        parts[^1].Status.Should().Be(PartStatus.Partial);
        parts[^1].Said().Should().Contain("cut short");
    }

    [Fact]
    public void No_change_of_a_byte_makes_the_reader_throw() =>
        Gen.Select(Gen.Byte, Gen.Int[16 * Sector, 1 << 20]).Array[1, 8].Sample(
            changes =>
            {
                var image = Sample.ToArray();
                foreach (var (value, at) in changes)
                    image[at % image.Length] = value;
                var reading = new AttachmentReading(new AttachmentOptions { MaxEntries = 200 }, new TextRecognition(new OcrOptions()), CancellationToken.None);
                DiscImageReader.Read(new OpenedFile(image, reading.Open("a"), 0, reading));
            },
            iter: 500);

    private static byte[] Image(int folderOf, params (string Name, int Sector, int Length, bool IsFolder)[] records)
    {
        var image = new byte[22 * Sector];
        image[16 * Sector] = 1;
        "CD001"u8.CopyTo(image.AsSpan(16 * Sector + 1));
        image[17 * Sector] = 255;
        "CD001"u8.CopyTo(image.AsSpan(17 * Sector + 1));
        Record("\0", folderOf, Sector, true).CopyTo(image, 16 * Sector + 156);
        var at = folderOf * Sector;
        foreach (var (name, sector, length, isFolder) in records)
        {
            var record = Record(name, sector, length, isFolder);
            record.CopyTo(image, at);
            at += record.Length;
        }

        return image;
    }

    private static byte[] Record(string name, int sector, int length, bool isFolder)
    {
        var record = new byte[34 + name.Length];
        record[0] = (byte)record.Length;
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(2), sector);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(10), length);
        record[25] = (byte)(isFolder ? 2 : 0);
        record[32] = (byte)name.Length;
        Encoding.ASCII.GetBytes(name).CopyTo(record, 33);
        return record;
    }
}

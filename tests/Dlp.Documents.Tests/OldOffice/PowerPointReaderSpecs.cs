using System.IO.Compression;
using System.Text;
using Dlp.Documents.Tests.CompoundFiles;

namespace Dlp.Documents.Tests.OldOffice;

public class PowerPointReaderSpecs
{
    [Fact]
    public async Task A_presentation_of_a_presentation_program_is_read()
    {
        var part = await Reading.ReadSampleAsync("expose-saphir.ppt");

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.Places.Select(place => place.Location.En).Should().Contain(["slide 1", "slide 2 (hidden)", "slide 3", "slide 1, notes", "slide 3, notes", "master"]);
        part.LocationOf("Secret interne").Should().Be("sensitivity label");
        part.LocationOf("Camille Orvalis").Should().Be("metadata: Author");
    }

    [Fact]
    public async Task Slides_are_read_in_the_order_of_the_list_with_comments_and_what_was_replaced()
    {

        // As PowerPoint writes it: in the data of a tag, which is no container.
        byte[] tag = Atom(0x138B, Container(0x2EE0, Atom(0x0FBA, Encoding.Unicode.GetBytes("remarque"))));
        byte[] comment = Container(0x1388, Container(0x138A, [.. Atom(0x0FBA, Encoding.Unicode.GetBytes("___PPT10")), .. tag]));
        byte[] second = Container(0x03EE, [.. Atom(0x0FA0, Encoding.Unicode.GetBytes("Łódź")), .. comment]);
        byte[] first = Container(0x03EE, [.. Atom(0x03F9, [.. new byte[10], 4, 0, 0, 0, 0, 0]), .. Atom(0x0FA8, [.. "d\u00E9but"u8.ToArray().Take(1), 0xE9, .. "but"u8])]);
        byte[] replaced = Container(0x03EE, Atom(0x0FA8, "ancien 451089"u8.ToArray()));

        var part = await Reading.ReadAsync(Presentation(replaced, [first, second], reverse: true).ToBytes());

        using var scope = new AssertionScope();
        part.LocationOf("début").Should().Be("slide 1 (hidden)");
        part.LocationOf("Łódź").Should().Be("slide 2");
        part.LocationOf("remarque").Should().Be("slide 2, comment");
        part.LocationOf("ancien 451089").Should().Be("unlisted or earlier slide");
    }

    [Fact]
    public async Task Embedded_objects_are_inflated_and_read()
    {
        var inner = new CompoundFileWriter().With("Package", "in an object"u8.ToArray()).ToBytes();
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(inner);
        byte[] record = Record(0x10, 0x1011, [.. BitConverter.GetBytes(inner.Length), .. compressed.ToArray()]);

        var parts = await Inside.ReadAsync(Presentation(record, []).ToBytes());

        parts.Named("embedded object › embedded document").Text.Should().Be("in an object");
    }

    [Fact]
    public async Task An_object_that_inflates_to_a_gigabyte_ends_at_the_budget()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 100; i++)
                zlib.Write(zeros);
        }

        byte[] record = Record(0x10, 0x1011, [0xFF, 0xFF, 0xFF, 0x7F, .. compressed.ToArray()]);
        var parts = await Inside.ReadAsync(Presentation(record, []).ToBytes(), new AttachmentOptions { MaxDecodedBytes = 1_000_000 });

        parts.Should().Contain(part => part.Status != PartStatus.Scanned);
    }

    [Fact]
    public async Task An_encrypted_presentation_is_encrypted()
    {
        var file = Presentation([], [Container(0x03EE, Atom(0x0FA8, "not the text"u8.ToArray()))]).With("Current User", [.. new byte[12], 0xDF, 0xC4, 0xD1, 0xF3, .. new byte[8]]);

        var part = await Reading.ReadAsync(file.ToBytes());

        part.Status.Should().Be(PartStatus.Encrypted);
        part.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task A_presentation_without_its_list_is_read_and_partial()
    {
        var part = await Reading.ReadAsync(Presentation([], [Container(0x03EE, Atom(0x0FA8, "kept"u8.ToArray()))]).With("Current User", []).ToBytes());

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain("kept");
    }

    [Fact]
    public async Task Records_in_one_another_end_at_the_limit_of_depth()
    {
        var record = Atom(0x0FA8, "deep"u8.ToArray());
        for (var i = 0; i < 5000; i++)
            record = Container(0x03EE, record);

        var part = await Reading.ReadAsync(new CompoundFileWriter().With("PowerPoint Document", record).ToBytes());

        part.Status.Should().NotBe(PartStatus.Scanned);
    }

    [Fact]
    public async Task No_damage_makes_the_reader_throw() => await Inside.SurvivesDamageAsync(Inside.Sample("expose-saphir.ppt"), 300);

    /// <summary>A presentation ([MS-PPT] 2.1.2): what comes first in the file, slides, document, directory, edit.</summary>
    private static CompoundFileWriter Presentation(byte[] before, byte[][] slides, bool reverse = false)
    {
        var stream = new MemoryStream();
        stream.Write(before);
        var offsets = new int[slides.Length];
        foreach (var i in reverse ? Enumerable.Range(0, slides.Length).Reverse() : Enumerable.Range(0, slides.Length))
        {
            offsets[i] = (int)stream.Length;
            stream.Write(slides[i]);
        }

        var document = (int)stream.Length;
        byte[] list = [.. slides.SelectMany((_, i) => Atom(0x03F3, [.. BitConverter.GetBytes(i + 2), .. new byte[8], .. BitConverter.GetBytes(256 + i), 0, 0, 0, 0]))];
        stream.Write(Container(0x03E8, Record(0x0F, 0x0FF0, list)));
        var directory = (int)stream.Length;
        stream.Write(Atom(0x1772, [.. BitConverter.GetBytes(1 | ((slides.Length + 1) << 20)), .. BitConverter.GetBytes(document), .. offsets.SelectMany(BitConverter.GetBytes)]));
        var edit = (int)stream.Length;
        stream.Write(Atom(0x0FF5, [.. new byte[12], .. BitConverter.GetBytes(directory), 1, 0, 0, 0, .. new byte[8]]));
        return new CompoundFileWriter()
            .With("PowerPoint Document", stream.ToArray())
            .With("Current User", [.. new byte[12], 0x5F, 0xC0, 0x91, 0xE3, .. BitConverter.GetBytes(edit)]);
    }

    private static byte[] Container(int type, byte[] content) => Record(0x0F, type, content);

    private static byte[] Atom(int type, byte[] content) => Record(0, type, content);

    private static byte[] Record(int versionAndInstance, int type, byte[] content) =>
        [.. BitConverter.GetBytes((ushort)versionAndInstance), .. BitConverter.GetBytes((ushort)type), .. BitConverter.GetBytes(content.Length), .. content];
}

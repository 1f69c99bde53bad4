using CsCheck;
using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

public class HostileImageTests
{
    private static readonly byte[] Png = Drawn.Image(40, 30, canvas => canvas.Clear(SKColors.White));
    private static readonly byte[] Jpeg = Drawn.Image(40, 30, canvas => canvas.Clear(SKColors.White), SKEncodedImageFormat.Jpeg);

    [Theory]
    [InlineData("tEXt")]
    [InlineData("iTXt")]
    [InlineData("iCCP")]
    [InlineData("eXIf")]
    public async Task A_section_that_says_it_is_gigabytes_long_takes_no_memory(string type)
    {
        var file = ImageFiles.WithChunk(Png, type, [.. "Comment\0\0\0\0\0a few bytes"u8], length: 1_850_000_000);
        var before = GC.GetTotalAllocatedBytes();

        var part = await Reading.ReadAsync(file);

        part.Status.Should().NotBe(PartStatus.Scanned);
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(200_000_000);
    }

    [Theory]
    [InlineData("PNG")]
    [InlineData("JPEG")]
    public async Task What_hangs_behind_the_end_of_an_image_is_read(string kind)
    {
        var image = kind == "PNG" ? Png : ImageFiles.WithExif(Jpeg, new Ifd().Text(0x013B, "Camille"));
        var options = new AttachmentOptions { Ocr = new OcrOptions { Command = null } };

        var document = await Reading.ReadAllAsync([.. image, .. Pdf.RawPdf.Page(Pdf.RawPdf.Line("a document behind"))], options);
        var text = await Reading.ReadAllAsync([.. image, .. "a text behind"u8], options);
        var rubbish = await Reading.ReadAsync([.. image, .. Enumerable.Range(0, 100_000).Select(i => (byte)(i * i >> 3))], options);
        var nothing = await Reading.ReadAsync([.. image, .. new byte[1000]], options);

        using var scope = new AssertionScope();
        document.Select(part => part.Name).Should().Equal("q3.bin", "q3.bin › behind the image");
        document[1].Text.Should().Be("a document behind\n");
        text[1].Text.Should().Be("a text behind");
        rubbish.Said().Should().Contain("data of an unknown kind follow the image");
        nothing.Said().Should().NotContain("follow");
    }

    [Fact]
    public async Task A_text_that_becomes_a_hundred_megabytes_is_cut()
    {
        var part = await Reading.ReadAsync(ImageFiles.WithChunk(Png, "zTXt", [.. "Comment\0\0"u8, .. ImageFiles.Deflated([.. Enumerable.Repeat((byte)'a', 100_000_000)])]));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Length.Should().BeInRange(4_000_000, 4_100_000);
        part.Said().Should().Be("a text in its metadata is over the limit of 4,000,000 bytes");
    }

    [Fact]
    public async Task An_image_of_more_pixels_than_the_limit_is_not_decoded()
    {
        var part = await Reading.ReadAsync(ImageFiles.BlankPng(40_000, 40_000));

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Said().Should().Be("PNG image: it has more than the limit of 50,000,000 pixels and was not decoded");
    }

    [Fact]
    public async Task Directories_of_EXIF_in_one_another_without_end_do_not_bring_the_reader_down()
    {
        // Each directory holds one entry: where the next is.
        const int count = 500_000;
        var file = new MemoryStream();
        file.Write([(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0]);
        for (var i = 0; i < count; i++)
            file.Write([1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(8 + ((i + 1) * 18)), 0, 0, 0, 0]);

        var part = await Reading.ReadAsync(file.ToArray());

        part.Status.Should().NotBe(PartStatus.Scanned);
    }

    [Fact]
    public async Task A_directory_that_leads_into_itself_ends()
    {
        byte[] tiff = [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0];

        (await Reading.ReadAsync(tiff)).Status.Should().NotBe(PartStatus.Scanned);
    }

    [Fact]
    public async Task XMP_that_multiplies_is_not_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"));
        var xmp = System.Text.Encoding.ASCII.GetBytes($"<x:xmpmeta><!DOCTYPE a [<!ENTITY a0 \"lol\">{entities}]><a>&a9;</a></x:xmpmeta>");

        var part = await Reading.ReadAsync(ImageFiles.WithSegment(Jpeg, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. xmp]));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().BeEmpty();
        part.Said().Should().Be("its XMP metadata could not be read: damaged");
    }

    [Fact]
    public async Task An_image_that_is_cut_short_is_never_wholly_scanned()
    {
        var png = Drawn.Lines(["the quick brown fox"], 30);

        using var scope = new AssertionScope();
        for (var tenths = 1; tenths < 10; tenths++)
        {
            var part = await Reading.ReadAsync(png[..(png.Length * tenths / 10)], TextRecognitionTests.Patient);
            part.Status.Should().NotBe(PartStatus.Scanned, $"{tenths} tenths");
            part.Said().Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_mutilated_image_gives_a_status_and_never_an_exception()
    {
        var exif = new Ifd().Text(0x013B, "Camille").Directory(0x8769, new Ifd().Text(0xA431, "BODY-0042"));
        byte[][] files =
        [
            ImageFiles.WithExif(Jpeg, exif),
            ImageFiles.WithChunk(Png, "tEXt", [.. "Author\0Camille"u8]),
            ImageFiles.Gif("a comment", new bool[8, 8], new bool[8, 8]),
            ImageFiles.Tiff(Png, Png),
            exif.ToTiff(),
        ];
        var options = new AttachmentOptions { Ocr = new OcrOptions { Command = null, HeifCommands = [] } };

        await Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[1, 8]).SampleAsync(
            async (index, changes) =>
            {
                var file = (byte[])files[index].Clone();
                foreach (var (at, value) in changes)
                    file[4 + (at % (file.Length - 4))] = value;
                var parts = await Reading.ReadAllAsync(file, options);
                return parts.All(part => part.Status == PartStatus.Scanned || part.Said() is not null);
            },
            iter: 300);
    }

    [Theory]
    [InlineData("GIF")]
    [InlineData("BMP")]
    [InlineData("HEIC")]
    public async Task An_archive_behind_an_image_of_any_kind_is_read(string kind)
    {
        byte[] image = kind switch
        {
            "GIF" => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, 2, (byte)'h', (byte)'i', 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B],
            "BMP" => [.. "BM"u8, 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, .. new byte[29]],
            _ => ImageFiles.Sample("mot-de-passe.heic"),
        };

        var parts = await Reading.ReadAllAsync([.. image, .. Archives.RawZip.Of(("a.txt", "an entry behind"))], new AttachmentOptions { Ocr = new OcrOptions { Command = null } });

        parts.Named("behind the image › a.txt").Text.Should().Be("an entry behind");
    }
}

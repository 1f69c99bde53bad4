using System.Text;
using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

public class ImageMetadataTests
{
    private const string Xmp = """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
          aux:SerialNumber="SN-4471" exif:GPSLatitude="48,23.4247N" exif:GPSLongitude="4,29,10W">
        <dc:creator><rdf:Seq><rdf:li>Camille Lefèvre</rdf:li></rdf:Seq></dc:creator>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """;

    private static readonly AttachmentOptions WithoutOcr = new() { Ocr = new OcrOptions { Command = null } };

    private static readonly byte[] Jpeg = Drawn.Image(40, 30, canvas => canvas.Clear(SKColors.White), SKEncodedImageFormat.Jpeg);
    private static readonly byte[] Png = Drawn.Image(40, 30, canvas => canvas.Clear(SKColors.White));

    [Fact]
    public async Task Who_made_it_with_what_and_where_stand_in_EXIF()
    {
        var part = await ReadAsync(ImageFiles.WithExif(Jpeg, Everything()));

        using var scope = new AssertionScope();
        part.LocationOf("Camille Lef").Should().Be("metadata: Artist");
        part.LocationOf("(c) Orvalis").Should().Be("metadata: Copyright");
        part.LocationOf("the white board of Alizé").Should().Be("metadata: Image Description");
        part.LocationOf("Darkroom 4.2").Should().Be("metadata: Software");
        part.LocationOf("BODY-0042").Should().Be("metadata: Body Serial Number");
        part.LocationOf("LENS-0007").Should().Be("metadata: Lens Serial Number");
        part.LocationOf("Nadia Benali").Should().Be("metadata: Camera Owner Name");
        part.LocationOf("ne pas diffuser").Should().Be("metadata: User Comment");
        part.LocationOf("Title of Windows").Should().Be("metadata: Windows XP Title");
        part.LocationOf("GPS position 48.39041, -4.48611").Should().Be("metadata: GPS position");
        part.Text.Should().NotContain("2026:");
    }

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("tiff")]
    [InlineData("psd")]
    [InlineData("raw profile")]
    public async Task EXIF_is_read_in_every_kind_of_file(string kind)
    {
        var exif = Everything().ToTiff();
        byte[] prefixed = [.. "Exif\0\0"u8, .. exif];
        var file = kind switch
        {
            "png" => ImageFiles.WithChunk(Png, "eXIf", exif),
            "webp" => [.. "RIFF\0\0\0\0WEBP"u8, .. "EXIF"u8, .. BitConverter.GetBytes(exif.Length), .. exif],
            "tiff" => exif,
            "psd" => [.. "8BPS\0\u0001\0\0\0\0\0\0\0\u0003\0\0\0\u0010\0\0\0\u0010\0\u0008\0\u0003"u8, 0, 0, 0, 0, .. Length(exif.Length + 12), .. "8BIM\u0004\u0022\0\0"u8, .. Length(exif.Length), .. exif],
            _ => ImageFiles.WithChunk(Png, "zTXt", [.. "Raw profile type exif\0\0"u8, .. ImageFiles.Deflated(Encoding.ASCII.GetBytes($"\nexif\n    {prefixed.Length}\n{Convert.ToHexString(prefixed)}\n"))]),
        };

        var part = await ReadAsync(file);

        part.LocationOf("BODY-0042").Should().Be("metadata: Body Serial Number");
        part.LocationOf("GPS position 48.39041, -4.48611").Should().Be("metadata: GPS position");
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("compressed png")]
    [InlineData("gif")]
    [InlineData("extended")]
    public async Task XMP_is_read_in_every_kind_of_file(string kind)
    {
        var xmp = Encoding.UTF8.GetBytes(Xmp);
        byte[] keyword = [.. "XML:com.adobe.xmp\0"u8];
        var half = xmp.Length / 2;
        var file = kind switch
        {
            "jpeg" => ImageFiles.WithSegment(Jpeg, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. xmp]),
            "png" => ImageFiles.WithChunk(Png, "iTXt", [.. keyword, 0, 0, 0, 0, .. xmp]),
            "compressed png" => ImageFiles.WithChunk(Png, "iTXt", [.. keyword, 1, 0, 0, 0, .. ImageFiles.Deflated(xmp)]),
            "gif" => [.. ImageFiles.Gif("", ImageFiles.Mono("a"))[..^1], .. "!\u00FF\u000BXMP DataXMP"u8, .. xmp, 0x3B],
            _ => ImageFiles.WithSegment(ImageFiles.WithSegment(Jpeg, 0xE1, Extension(xmp[half..], half)), 0xE1, Extension(xmp[..half], 0)),
        };

        var part = await ReadAsync(file);

        using var scope = new AssertionScope();
        part.LocationOf("Camille Lefèvre").Should().Be("metadata: creator");
        part.LocationOf("SN-4471").Should().Be("metadata: SerialNumber");
        part.LocationOf("GPS position 48.39041, -4.48611").Should().Be("metadata: GPS position");

        byte[] Extension(byte[] data, int offset) => [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. new byte[32], .. Length(xmp.Length), .. Length(offset), .. data];
    }

    [Fact]
    public async Task Captions_and_credits_of_the_press_are_read()
    {
        byte[] records = [.. Record(80, "Julien Marchand"), .. Record(120, "Le site de Brest avant sa fermeture"), .. Record(25, "Alizé"), .. Record(25, "confidentiel")];
        byte[] blocks = [.. "Photoshop 3.0\0"u8, .. "8BIM\u0004\u0004\0\0"u8, .. Length(records.Length), .. records];

        var part = await ReadAsync(ImageFiles.WithSegment(Jpeg, 0xED, blocks));

        using var scope = new AssertionScope();
        part.LocationOf("Julien Marchand").Should().Be("metadata: By-line");
        part.LocationOf("avant sa fermeture").Should().Be("metadata: Caption/Abstract");
        part.LocationOf("confidentiel").Should().Be("metadata: Keywords");

        static byte[] Record(byte set, string value)
        {
            var text = Encoding.UTF8.GetBytes(value);
            return [0x1C, 2, set, 0, (byte)text.Length, .. text];
        }
    }

    [Fact]
    public async Task Texts_and_comments_are_read()
    {
        var png = ImageFiles.WithChunk(
            ImageFiles.WithChunk(
                ImageFiles.WithChunk(Png, "tEXt", Encoding.Latin1.GetBytes("Author\0Camille Lefèvre")),
                "zTXt",
                [.. "Comment\0\0"u8, .. ImageFiles.Deflated(Encoding.Latin1.GetBytes("à ne pas montrer"))]),
            "iTXt",
            [.. "Title\0\0\0fr\0Titre\0"u8, .. Encoding.UTF8.GetBytes("Résultats €")]);

        var read = await ReadAsync(png);
        var jpeg = await ReadAsync(ImageFiles.WithSegment(Jpeg, 0xFE, Encoding.UTF8.GetBytes("à ne pas montrer")));
        var gif = await ReadAsync(ImageFiles.Gif("made by Camille", ImageFiles.Mono("a")));

        using var scope = new AssertionScope();
        read.LocationOf("Author: Camille Lefèvre").Should().Be("metadata: Author");
        read.LocationOf("à ne pas montrer").Should().Be("metadata: Comment");
        read.LocationOf("Résultats €").Should().Be("metadata: Title");
        jpeg.Text.Should().Be("Comment: à ne pas montrer\n");
        gif.Text.Should().Be("Comment: made by Camille\n");
    }

    [Fact]
    public async Task A_thumbnail_is_read_as_an_image_of_its_own()
    {
        var thumbnail = ImageFiles.WithExif(Jpeg, new Ifd().Text(0x013B, "Camille"));
        var ifd = new Ifd().Text(0x0131, "Darkroom 4.2").Next(new Ifd().Short(0x0103, 6).Long(0x0201, 0).Long(0x0202, (uint)thumbnail.Length));

        var parts = await Reading.ReadAllAsync(ImageFiles.WithExif(Jpeg, ifd, thumbnail), WithoutOcr);

        parts.Select(part => part.Name).Should().Equal("q3.bin", "q3.bin › thumbnail");
        parts[1].Text.Should().Be("Artist: Camille\n");
    }

    internal static byte[] Length(int length) => [(byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length];

    private static Task<DraftPart> ReadAsync(byte[] file) => Reading.ReadAsync(file, WithoutOcr);

    private static Ifd Everything() => new Ifd()
        .Text(0x010E, "the white board of Alizé")
        .Text(0x0131, "Darkroom 4.2")
        .Text(0x0132, "2026:09:30 10:00:00")
        .Text(0x013B, "Camille Lefevre")
        .Text(0x8298, "(c) Orvalis")
        .Bytes(0x9C9B, Encoding.Unicode.GetBytes("Title of Windows\0"))
        .Directory(
            0x8769,
            new Ifd().Bytes(0x9286, [.. "ASCII\0\0\0"u8, .. "ne pas diffuser"u8]).Text(0xA430, "Nadia Benali").Text(0xA431, "BODY-0042").Text(0xA435, "LENS-0007"))
        .Directory(
            0x8825,
            new Ifd().Text(1, "N").Rationals(2, (48, 1), (23, 1), (2548, 100)).Text(3, "W").Rationals(4, (4, 1), (29, 1), (1000, 100)));
}

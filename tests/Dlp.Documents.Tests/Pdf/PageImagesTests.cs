using System.Globalization;
using System.Text;
using Dlp.Documents.Tests.Images;
using SkiaSharp;

namespace Dlp.Documents.Tests.Pdf;

/// <summary>These need <c>tesseract</c>, which <c>tests/run.sh</c> installs.</summary>
public class PageImagesTests
{
    private const string Sentence = "Le mot de passe est Tramontane";
    private const int Width = 900;
    private const int Height = 120;

    [Fact]
    public async Task A_page_that_is_a_photograph_of_text_is_read()
    {
        var part = await ReadAsync("q 500 0 0 66.7 40 700 cm /I Do Q", Jpeg());

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be(Sentence + "\n");
        part.LocationOf(Sentence).Should().Be("page 1 (image)");
    }

    [Theory]
    [InlineData("/ColorSpace /DeviceGray /BitsPerComponent 8", 0)]
    [InlineData("/ColorSpace /DeviceRGB /BitsPerComponent 8", 1)]
    [InlineData("/ColorSpace /DeviceGray /BitsPerComponent 1", 2)]
    [InlineData("/ImageMask true /BitsPerComponent 1", 2)]
    [InlineData("/ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>] /BitsPerComponent 1", 2)]
    public async Task Pixels_in_any_common_form_are_read(string entries, int form)
    {
        var grey = Grey();
        var samples = form switch
        {
            0 => grey,
            1 => [.. grey.SelectMany(value => new[] { value, value, value })],
            _ => Bits(grey),
        };

        var part = await ReadAsync("q 500 0 0 66.7 40 700 cm /I Do Q", Image(ImageFiles.Deflated(samples), entries + " /Filter /FlateDecode"));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be(Sentence + "\n");
    }

    [Theory]
    [InlineData("[/Indexed /DeviceRGB 3 <000000555555AAAAAAFFFFFF>] /BitsPerComponent 2")]
    [InlineData("[/Indexed /DeviceGray 3 <0055AAFF>] /BitsPerComponent 2")]
    [InlineData("[/CalRGB << /WhitePoint [0.95 1 1.09] >>] /BitsPerComponent 8")]
    [InlineData("/DeviceGray /BitsPerComponent 8 /Decode [1 0]")]
    public async Task Pixels_in_rarer_forms_are_read(string space)
    {
        var grey = Grey();
        byte[] samples = space.Contains("Cal", StringComparison.Ordinal) ? [.. grey.SelectMany(value => new[] { value, value, value })]
            : space.Contains("Decode", StringComparison.Ordinal) ? [.. grey.Select(value => (byte)(255 - value))]
            : [.. grey.Chunk(Width).SelectMany(row => row.Chunk(4).Select(four => (byte)four.Select((value, i) => (value >> 6) << (6 - (2 * i))).Sum()))];

        var part = await ReadAsync("q 500 0 0 66.7 40 700 cm /I Do Q", Image(ImageFiles.Deflated(samples), $"/ColorSpace {space} /Filter /FlateDecode"));

        part.Text.Should().Be(Sentence + "\n");
    }

    [Theory]
    [InlineData(Width, Height)]
    [InlineData(Width / 2, Height / 2)]
    public async Task What_a_soft_mask_leaves_of_a_black_image_is_read(int width, int height)
    {
        // All ink; its mask shows the letters.
        var grey = Grey();
        byte[] mask = [.. from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select (byte)(255 - grey[(y * Height / height * Width) + (x * Width / width)])];

        var part = await Reading.ReadAsync(
            RawPdf.Page(
                "q 500 0 0 66.7 40 700 cm /I Do Q",
                resources: "/XObject << /I 6 0 R >>",
                more: [
                    Image(new byte[Width * Height * 3], "/ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask 7 0 R"),
                    RawPdf.Stream(Encoding.Latin1.GetString(mask), $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"),
                ]),
            TextRecognitionTests.Patient);

        part.Text.Should().Be(Sentence + "\n");
    }

    [Fact]
    public async Task A_page_of_several_images_shows_each_in_its_place()
    {
        // The letters in two halves, side by side, one of them coarser and one of them stretched.
        var grey = Grey();
        byte[] left = [.. grey.Chunk(Width).SelectMany(row => row[..(Width / 2)])];
        byte[] right = [.. grey.Chunk(Width).Where((_, y) => y % 2 == 0).SelectMany(row => row[(Width / 2)..])];

        var part = await Reading.ReadAsync(
            RawPdf.Page(
                "q 250 0 0 66.7 40 700 cm /I Do Q q 250 0 0 66.7 290 700 cm /J Do Q",
                resources: "/XObject << /I 6 0 R /J 7 0 R >>",
                more: [Half(left, Height), Half(right, Height / 2)]),
            TextRecognitionTests.Patient);

        part.Text.Should().Be(Sentence + "\n");

        static string Half(byte[] samples, int height) => RawPdf.Stream(
            Encoding.Latin1.GetString(samples), $"/Type /XObject /Subtype /Image /Width {Width / 2} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8");
    }

    [Fact]
    public async Task A_scan_that_is_cut_into_stripes_is_put_together()
    {
        var grey = Grey();
        const int rows = 10;
        var stripes = Enumerable.Range(0, Height / rows).Select(i => Image(grey[(i * rows * Width)..((i + 1) * rows * Width)], "/ColorSpace /DeviceGray /BitsPerComponent 8", rows)).ToArray();
        var content = string.Concat(stripes.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"q 900 0 0 10 0 {700 - (i * rows)} cm /I{i} Do Q\n")));
        var names = string.Concat(stripes.Select((_, i) => $"/I{i} {6 + i} 0 R "));

        var part = await Reading.ReadAsync(RawPdf.Page(content, resources: $"/XObject << {names} >>", more: stripes), TextRecognitionTests.Patient);

        part.Text.Should().Be(Sentence + "\n");
    }

    [Theory]
    [InlineData("q 0 500 -66.7 0 300 100 cm /I Do Q", "/Rotate 90")]
    [InlineData("q -500 0 0 -66.7 540 700 cm /I Do Q", "/Rotate 180")]
    public async Task A_page_that_was_scanned_sideways_is_turned_as_it_is_shown(string content, string pageEntries)
    {
        var part = await ReadAsync(content, Jpeg(), pageEntries);

        part.Text.Should().Be(Sentence + "\n");
    }

    [Fact]
    public async Task A_screenshot_in_a_page_of_text_is_read_and_a_logo_on_every_page_once()
    {
        var pages = Enumerable.Range(0, 3).Select(i => $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + i} 0 R /Resources << /Font << /F1 9 0 R >> /XObject << /I 10 0 R >> >> >>");
        var contents = Enumerable.Range(1, 3).Select(i => RawPdf.Stream(string.Concat(Enumerable.Range(0, 8).Select(line => RawPdf.Line($"page {i} says a good deal of its own", 500 - (line * 20)))) + "q 500 0 0 66.7 40 700 cm /I Do Q"));
        var file = RawPdf.Of(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>", .. pages, .. contents, RawPdf.Font, Jpeg()]);

        var part = await Reading.ReadAsync(file, TextRecognitionTests.Patient with { Ocr = TextRecognitionTests.Patient.Ocr with { MaxImages = 1 } });
        var without = await Reading.ReadAsync(file, new AttachmentOptions { Ocr = new OcrOptions { Command = null } });

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Split(Sentence).Should().HaveCount(4);
        part.Places.Select(place => place.Location.En).Should().Equal("page 1", "page 2", "page 3", "page 1 (image)", "page 2 (image)", "page 3 (image)");
        without.Cause.Should().Be(UnreadCause.NoOcr);
        without.Said().Should().Be("the images on pages 1-3 need text recognition (OCR)");
    }

    [Theory]
    [InlineData("/JPXDecode")]
    [InlineData("/JBIG2Decode")]
    public async Task An_image_that_is_compressed_otherwise_is_told_of(string filter)
    {
        var part = await ReadAsync("q 500 0 0 66.7 40 700 cm /I Do Q", Image(new byte[500], $"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter {filter}"));

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Be("page 1 (image): an image on it is damaged, or compressed in a way that is not read (JPEG 2000, JBIG2)");
    }

    [Fact]
    public async Task An_image_in_the_content_itself_is_read()
    {
        var bits = Encoding.Latin1.GetString(Bits(Grey()).SelectMany(value => Encoding.ASCII.GetBytes(value.ToString("X2", CultureInfo.InvariantCulture))).ToArray());

        var part = await Reading.ReadAsync(
            RawPdf.Page($"q 500 0 0 66.7 40 700 cm BI /W {Width} /H {Height} /CS /G /BPC 1 /F /AHx ID {bits}>\nEI Q"), TextRecognitionTests.Patient);

        part.Text.Should().Be(Sentence + "\n");
    }

    private static async Task<DraftPart> ReadAsync(string content, string image, string pageEntries = "") =>
        await Reading.ReadAsync(RawPdf.Page(content, pageEntries, "/XObject << /I 6 0 R >>", more: image), TextRecognitionTests.Patient);

    private static string Image(byte[] data, string entries, int height = Height) =>
        RawPdf.Stream(Encoding.Latin1.GetString(data), $"/Type /XObject /Subtype /Image /Width {Width} /Height {height} {entries}");

    private static string Jpeg() => Image(Draw(SKEncodedImageFormat.Jpeg), "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode");

    private static byte[] Draw(SKEncodedImageFormat format) => Drawn.Image(
        Width,
        Height,
        canvas =>
        {
            canvas.Clear(SKColors.White);
            canvas.Text(Sentence, 60, 75, 36, SKColors.Black);
        },
        format);

    private static byte[] Grey()
    {
        using var bitmap = SKBitmap.Decode(Draw(SKEncodedImageFormat.Png));
        return [.. from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select bitmap.GetPixel(x, y).Green];
    }

    /// <summary>Eight pixels a byte, the rows filled up; 1 is white.</summary>
    private static byte[] Bits(byte[] grey) =>
        [.. grey.Chunk(Width).SelectMany(row => row.Chunk(8).Select(eight => (byte)eight.Select((value, i) => value >= 128 ? 128 >> i : 0).Sum()))];
}

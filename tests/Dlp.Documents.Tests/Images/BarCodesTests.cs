using Dlp.Documents.Images;
using SkiaSharp;
using ZXing;

namespace Dlp.Documents.Tests.Images;

public class BarCodesTests
{
    private const string Wifi = "WIFI:T:WPA;S:Orvalis;P:Tramontane-4471;;";

    private static readonly AttachmentOptions WithoutOcr = new() { Ocr = new OcrOptions { Command = null } };

    [Theory]
    [InlineData(BarcodeFormat.QR_CODE, "QR code", Wifi)]
    [InlineData(BarcodeFormat.DATA_MATRIX, "bar code", "CT-2026-00417")]
    [InlineData(BarcodeFormat.AZTEC, "bar code", "CT-2026-00417")]
    [InlineData(BarcodeFormat.PDF_417, "bar code", "CT-2026-00417")]
    [InlineData(BarcodeFormat.CODE_128, "bar code", "CT-2026-00417")]
    [InlineData(BarcodeFormat.EAN_13, "bar code", "3012345678902")]
    public async Task Codes_are_read_turned_and_light_on_dark_too(BarcodeFormat format, string place, string value)
    {
        using var scope = new AssertionScope();
        foreach (var (degrees, inverted) in new[] { (0, false), (90, false), (180, false), (0, true) })
        {
            var part = await Reading.ReadAsync(Drawn.Image(700, 700, canvas => Draw(canvas, format, value, 150, 150, 400, degrees, inverted)), WithoutOcr);

            part.Text.Should().Be(value + "\n", $"{format} {degrees}° {inverted}");
            part.Places.Should().ContainSingle().Which.Location.En.Should().Be(place);
        }
    }

    [Fact]
    public async Task Several_codes_in_a_screenshot_are_read()
    {
        var file = Drawn.Image(1920, 1080, canvas =>
        {
            canvas.Clear(SKColors.White);
            Draw(canvas, BarcodeFormat.QR_CODE, Wifi, 100, 200, 300);
            Draw(canvas, BarcodeFormat.QR_CODE, "https://intranet.example/join?key=4471", 900, 500, 200);
            canvas.Text("Two ways into the network", 100, 120, 24, SKColors.Black);
        });

        var part = await Reading.ReadAsync(file, TextRecognitionTests.Patient);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf(Wifi).Should().Be("QR code");
        part.LocationOf("https://intranet.example/join?key=4471").Should().Be("QR code");
        part.LocationOf("Two ways into the network").Should().Be("image");
    }

    [Theory]
    [InlineData(BarcodeFormat.QR_CODE, Wifi, 110)]
    [InlineData(BarcodeFormat.PDF_417, "CT-2026-00417", 300)]
    [InlineData(BarcodeFormat.CODE_128, "CT-2026-00417", 200)]
    [InlineData(BarcodeFormat.CODE_128, "A1", 90)]
    [InlineData(BarcodeFormat.EAN_13, "3012345678902", 120)]
    public async Task A_small_code_that_slants_beside_text_is_read(BarcodeFormat format, string value, int size)
    {
        using var scope = new AssertionScope();
        foreach (var degrees in new[] { 0, 3, 90 })
        {
            var page = Drawn.Image(900, 700, canvas =>
            {
                canvas.Clear(SKColors.White);
                for (var y = 20; y < 700; y += 18)
                {
                    if (y is < 150 or > 550)
                        canvas.Text("illicit minimum, million 1111 mmmm lllll and the quick brown fox", 10, y, 12, SKColors.Black);
                }

                Draw(canvas, format, value, 300, 301, size, degrees);
            });

            (await Reading.ReadAsync(page, WithoutOcr)).Text.Should().Be(value + "\n", $"{format} {degrees}°");
        }
    }

    [Theory]
    [InlineData(BarcodeFormat.QR_CODE, Wifi, 300)]
    [InlineData(BarcodeFormat.CODE_128, "CT-2026-00417", 800)]
    [InlineData(BarcodeFormat.PDF_417, "CT-2026-00417", 900)]
    public async Task A_code_in_a_large_photograph_is_read(BarcodeFormat format, string value, int size)
    {
        var random = new Random(7);
        var file = Drawn.Image(4000, 3000, canvas =>
        {
            canvas.Clear(new SKColor(0xE8, 0xE8, 0xE0));
            using var paint = new SKPaint();
            for (var i = 0; i < 3000; i++)
            {
                paint.Color = new SKColor((byte)random.Next(160, 255), (byte)random.Next(160, 255), (byte)random.Next(160, 255));
                canvas.DrawRect(random.Next(4000), random.Next(3000), random.Next(60), random.Next(60), paint);
            }

            Draw(canvas, format, value, 2000 - (size / 2), 1501 - (size / 2), size, 2);
        });

        (await Reading.ReadAsync(file, WithoutOcr)).Text.Should().Be(value + "\n");
    }

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    public void A_page_of_text_bears_no_marks_of_a_code(int size)
    {
        var page = Drawn.Lines(
            [
                "Dear all, please find below the summary of our meeting with the supplier.",
                "We agreed to send the revised offer before Friday, and to review the budget",
                "with the finance team next week. Reference ORV-2026-00417, 1,284,000.00 pounds.",
                "Nobody should share these figures outside the company until the board has",
                "approved them; call Benoît (06 12 34 56 78) when in doubt.",
            ],
            size);
        var image = SkiaDecoder.Decode(page, new OcrOptions(), new AttachmentBudget(new AttachmentOptions())).Single().Image!;
        var marks = CodeMarks.Of(new ZXing.Common.HybridBinarizer(new RGBLuminanceSource(image.Pixels, image.Width, image.Height, RGBLuminanceSource.BitmapFormat.Gray8)).BlackMatrix);

        marks.HasSquares.Should().BeFalse();
        marks.HasBars.Should().BeFalse();
    }

    [Fact]
    public async Task What_looks_a_little_like_a_code_is_none()
    {
        var random = new Random(7);
        var noise = Drawn.Image(600, 600, canvas =>
        {
            canvas.Clear(SKColors.White);
            using var paint = new SKPaint { Color = SKColors.Black };
            for (var i = 0; i < 4000; i++)
                canvas.DrawRect(random.Next(600), random.Next(600), random.Next(12), random.Next(12), paint);
        });

        (await Reading.ReadAsync(noise, WithoutOcr)).Text.Should().BeEmpty();
    }

    private static void Draw(SKCanvas canvas, BarcodeFormat format, string value, int x, int y, int size, int degrees = 0, bool inverted = false)
    {
        var matrix = new MultiFormatWriter().encode(value, format, size, format is BarcodeFormat.CODE_128 or BarcodeFormat.EAN_13 or BarcodeFormat.PDF_417 ? size / 3 : size, new Dictionary<EncodeHintType, object> { [EncodeHintType.MARGIN] = 10 });
        if (x == y)
            canvas.Clear(inverted ? SKColors.Black : SKColors.White);
        canvas.Save();
        canvas.RotateDegrees(degrees, x + (size / 2), y + (size / 2));
        using var paint = new SKPaint { Color = inverted ? SKColors.White : SKColors.Black };
        for (var row = 0; row < matrix.Height; row++)
        {
            for (var column = 0; column < matrix.Width; column++)
            {
                if (matrix[column, row])
                    canvas.DrawRect(x + column, y + row, 1, 1, paint);
            }
        }

        canvas.Restore();
    }
}

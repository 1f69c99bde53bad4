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
        if (degrees != 0 || inverted || x == y)
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

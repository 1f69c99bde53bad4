using System.Globalization;
using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

/// <summary>These need the command <c>tesseract</c> with its French and English data, which <c>tests/run.sh</c> installs.</summary>
public class TextRecognitionTests
{
    private static readonly string[] French =
    [
        "Le numéro de sécurité sociale est 1 84 12 76 451 089 46", "à verser sur le compte FR58 9999 9000 420A 7B3C 9D15 K76", "avant la fin du mois, écris à camille.lefevre@orvalis.example",
    ];

    private static readonly string[] English =
    [
        "The revenue of the third quarter was 48,700,000 euros", "please do not share it before the announcement", "charged to card 4970 1012 3456 7893 yesterday morning",
    ];

    /// <summary>The tests share two cores with each other: these limits are for what is lost, not for how quickly.</summary>
    internal static AttachmentOptions Patient { get; } = new() { Timeout = TimeSpan.FromMinutes(5), Ocr = new OcrOptions { Timeout = TimeSpan.FromMinutes(1) } };

    [Theory]
    [InlineData(11, false)]
    [InlineData(15, false)]
    [InlineData(15, true)]
    [InlineData(24, true)]
    public async Task Letters_on_a_screen_are_read_light_and_dark_small_and_large(float size, bool dark)
    {
        using var scope = new AssertionScope();
        foreach (var lines in new[] { French, English })
        {
            var part = await Reading.ReadAsync(Drawn.Lines(lines, size, dark), Patient);

            part.Status.Should().Be(PartStatus.Scanned);
            part.Said().Should().BeNull();
            Recall(lines.SelectMany(line => line.Split(' ')), part.Text).Should().BeGreaterThanOrEqualTo(0.98, part.Text);
        }
    }

    [Fact]
    public async Task A_screenshot_of_a_mail_program_is_read_with_all_its_identifiers()
    {
        var part = await Reading.ReadAsync(MailScreenshot.Draw(), Patient);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        Recall(MailScreenshot.Words, part.Text).Should().BeGreaterThanOrEqualTo(0.98, part.Text);
        foreach (var identifier in MailScreenshot.Identifiers)
            part.LocationOf(identifier).Should().Be("image");
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Other_kinds_of_images_are_read(SKEncodedImageFormat format)
    {
        var part = await Reading.ReadAsync(Drawn.Lines(French, 18, format: format), Patient);

        part.Text.Should().Contain("1 84 12 76 451 089 46").And.Contain("FR58 9999 9000 420A 7B3C 9D15 K76");
    }

    [Fact]
    public async Task Light_letters_without_a_background_are_read()
    {
        var image = Drawn.Image(900, 120, canvas => canvas.Text("Le mot de passe est Tramontane", 30, 70, 30, SKColors.White));

        (await Reading.ReadAsync(image, Patient)).Text.Should().Be("Le mot de passe est Tramontane\n");
    }

    [Fact]
    public async Task An_image_that_lies_on_its_side_is_turned_as_its_orientation_says()
    {
        // Drawn turned left by a quarter; orientation 6 tells viewers to turn it right.
        var turned = Drawn.Image(
            200,
            900,
            canvas =>
            {
                canvas.Clear(SKColors.White);
                canvas.Translate(0, 900);
                canvas.RotateDegrees(-90);
                canvas.Text("Le mot de passe est Tramontane", 30, 110, 30, SKColors.Black);
            },
            SKEncodedImageFormat.Jpeg);

        var part = await Reading.ReadAsync(ImageFiles.WithExif(turned, new Ifd().Short(0x0112, 6)), Patient);

        part.Text.Should().Be("Le mot de passe est Tramontane\n");
    }

    [Fact]
    public async Task An_image_without_text_is_scanned()
    {
        using var scope = new AssertionScope();
        foreach (var color in new[] { SKColors.White, SKColors.Navy, SKColors.Transparent })
        {
            var part = await Reading.ReadAsync(Drawn.Image(400, 300, canvas => canvas.Clear(color)), Patient);
            part.Should().BeEquivalentTo(new DraftPart("q3.bin", DraftPartKind.Attachment, ""));
        }

        var circle = await Reading.ReadAsync(
            Drawn.Image(
                400,
                300,
                canvas =>
                {
                    canvas.Clear(SKColors.White);
                    using var paint = new SKPaint { Color = SKColors.SteelBlue };
                    canvas.DrawCircle(200, 150, 90, paint);
                }),
            Patient);
        circle.Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task Every_page_of_a_TIFF_image_is_read_with_its_number()
    {
        var file = ImageFiles.Tiff(Drawn.Lines([French[0]], 20), Drawn.Lines([English[2]], 20));

        var part = await Reading.ReadAsync(file, Patient);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("1 84 12 76 451 089 46").Should().Be("page 1 (image)");
        part.LocationOf("4970 1012 3456 7893").Should().Be("page 2 (image)");
    }

    [Fact]
    public async Task Every_frame_of_a_GIF_image_is_read_and_those_that_look_the_same_once()
    {
        var first = ImageFiles.Mono("Le code est Mistral");
        var second = ImageFiles.Mono("Le code est Tramontane");

        var part = await Reading.ReadAsync(ImageFiles.Gif("", first, first, second), Patient);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("Le code est Mistral\nLe code est Tramontane\n");
        part.LocationOf("Tramontane").Should().Be("frame 3 (image)");
    }

    [Fact]
    public async Task Images_over_the_limit_are_told_of()
    {
        var file = ImageFiles.Tiff([.. Enumerable.Range(1, 5).Select(number => Drawn.Lines([string.Create(CultureInfo.InvariantCulture, $"Le dossier numéro {number}{number}{number}")], 20))]);

        var part = await Reading.ReadAsync(file, Patient with { Ocr = Patient.Ocr with { MaxImages = 2 } });

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Be("Le dossier numéro 111\nLe dossier numéro 222\n");
        part.Said().Should().Be("the image: from page 3 on it was not read: it lies behind the first 2 images of the attachment");
    }

    [Theory]
    [InlineData(SKEncodedOrigin.RightTop)]
    [InlineData(SKEncodedOrigin.BottomRight)]
    [InlineData(SKEncodedOrigin.LeftBottom)]
    public async Task A_page_that_stands_on_its_side_or_its_head_is_read(SKEncodedOrigin origin)
    {
        var upright = SKBitmap.Decode(Drawn.Lines(["Le mot de passe du coffre est Tramontane,", "et celui de la salle des serveurs est Mistral.", "Merci de ne pas les faire suivre."], 18));
        var isOnItsSide = origin != SKEncodedOrigin.BottomRight;
        var turned = Drawn.Image(isOnItsSide ? upright.Height : upright.Width, isOnItsSide ? upright.Width : upright.Height, canvas =>
        {
            canvas.Translate(origin == SKEncodedOrigin.LeftBottom ? 0 : isOnItsSide ? upright.Height : upright.Width, origin == SKEncodedOrigin.RightTop ? 0 : isOnItsSide ? upright.Width : upright.Height);
            canvas.RotateDegrees(origin switch { SKEncodedOrigin.RightTop => 90, SKEncodedOrigin.BottomRight => 180, _ => -90 });
            canvas.DrawBitmap(upright, 0, 0, SKSamplingOptions.Default);
        });

        var part = await Reading.ReadAsync(turned, Patient);

        part.Text.Should().Be("Le mot de passe du coffre est Tramontane,\net celui de la salle des serveurs est Mistral.\nMerci de ne pas les faire suivre.\n");
    }

    [Fact]
    public async Task A_HEIC_image_is_read_where_its_decoder_is_installed()
    {
        using var command = new WatchedCommand("heif-convert");

        var part = await Reading.ReadAsync(ImageFiles.Sample("mot-de-passe.heic"), Patient with { Ocr = Patient.Ocr with { HeifCommands = [command.Path] } });
        var without = await Reading.ReadAsync(ImageFiles.Sample("mot-de-passe.heic"), Patient with { Ocr = Patient.Ocr with { HeifCommands = [] } });

        using var scope = new AssertionScope();
        part.Text.Should().Contain("Le mot de passe est Tramontane");
        part.LocationOf("GPS position 48.39041, -4.48611").Should().Be("metadata: GPS position");
        without.Status.Should().Be(PartStatus.Partial);
        without.Said().Should().Be("HEIC image: its pixels were not read");
        command.ShouldHaveLeftNothingBehind();
    }

    [Fact]
    public async Task A_directory_that_a_crash_left_behind_is_removed()
    {
        // No process has this number: Linux ends at 2^22.
        var forgotten = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "dlp-image-2000000000-a"));

        await Reading.ReadSampleAsync("mot-de-passe.heic");

        forgotten.Refresh();
        forgotten.Exists.Should().BeFalse();
    }

    [Fact]
    public async Task Without_tesseract_the_part_says_that_the_image_was_not_read()
    {
        var options = new AttachmentOptions { Ocr = new OcrOptions { Command = "no-such-command" } };

        var bare = await Reading.ReadAsync(Drawn.Lines(French), options);
        var described = await Reading.ReadAsync(ImageFiles.WithExif(Drawn.Lines(French, format: SKEncodedImageFormat.Jpeg), new Ifd().Text(0x013B, "Camille")), options);

        using var scope = new AssertionScope();
        bare.Status.Should().Be(PartStatus.Unsupported);
        bare.Cause.Should().Be(UnreadCause.NoOcr);
        bare.Said().Should().Be("PNG image: no text recognition (OCR) is installed");
        described.Status.Should().Be(PartStatus.Partial);
        described.Cause.Should().Be(UnreadCause.NoOcr);
        described.Text.Should().Be("Artist: Camille\n");
    }

    [Fact]
    public async Task A_language_that_is_not_installed_is_left_out()
    {
        var options = Patient with { Ocr = Patient.Ocr with { Languages = ["xyz"] } };

        (await Reading.ReadAsync(Drawn.Lines(English, 20), options)).Text.Should().Contain("48,700,000");
    }

    /// <summary>Share of the words that stand in the text, each as often.</summary>
    internal static double Recall(IEnumerable<string> expected, string text)
    {
        var words = expected.ToList();
        var found = text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var hits = words.GroupBy(word => word).Sum(group => Math.Min(group.Count(), found.GetValueOrDefault(group.Key)));
        return (double)hits / words.Count;
    }
}

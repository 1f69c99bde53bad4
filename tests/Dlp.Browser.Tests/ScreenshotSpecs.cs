using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Dlp.Tests;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>
/// The pictures of the dialog in the README. DLP_UPDATE_GOLDEN=1 takes them anew; pixels differ between machines, so otherwise the test only holds that they are there
/// and that the dialog is as large as in them.
/// </summary>
public sealed class ScreenshotSpecs(World world) : BrowserSpecs(world)
{
    private const string Post = """
        Great first day with the new team!
        For the hotel, use my card 4539 1488 0343 6467, it is valid until 12/27.
        """;

    private const string FrenchPost = """
        Très belle première journée avec la nouvelle équipe !
        Pour l’hôtel, prenez ma carte 4539 1488 0343 6467, valable jusqu’au 12/27.
        """;

    [Theory, InlineData("en", ColorScheme.Light, "dialog-en.png"), InlineData("fr", ColorScheme.Light, "dialog-fr.png"), InlineData("en", ColorScheme.Dark, "dialog-dark.png")]
    public async Task The_README_shows_the_dialog(string locale, ColorScheme scheme, string file)
    {
        await World.Configure(Browser, new { locale });
        var page = await OpenBlank();
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        var composer = await Composer.Open(Browser, page, "react-textarea");
        await composer.Editor.FillAsync((locale == "fr" ? FrenchPost : Post).ReplaceLineEndings("\n"));
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        var picture = await composer.Dialog.Root.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        var path = Path.Combine(Golden.RepositoryRoot(), "src/extension/docs", file);
        if (Environment.GetEnvironmentVariable("DLP_UPDATE_GOLDEN") == "1")
            await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
        File.Exists(path).Should().BeTrue($"{file} is checked in; run the tests once with DLP_UPDATE_GOLDEN=1 to make it");
        WidthOf(picture).Should().BeCloseTo(WidthOf(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)), 20);
    }

    /// <summary>In pixels, from the header of a PNG.</summary>
    private static int WidthOf(byte[] png) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
}

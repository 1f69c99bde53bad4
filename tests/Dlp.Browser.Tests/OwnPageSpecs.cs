using Deque.AxeCore.Playwright;
using Dlp.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>The extension's own pages: options and popup.</summary>
public sealed class OwnPageSpecs(World world) : BrowserSpecs(world)
{
    public static readonly MatrixTheoryData<string, string> Pages = new(["options/options.html", "popup/popup.html"], ["en", "fr", "dark"]);

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string path, string rendering)
    {
        await World.Configure(Browser, new { locale = rendering == "fr" ? "fr" : "en" });
        var page = await OpenBlank();
        await page.EmulateMediaAsync(new() { ColorScheme = rendering == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        await page.GotoAsync(Extension.PageAddress(path));
        await page.GetByRole(AriaRole.Heading).First.WaitForAsync();
        (await page.GetAttributeAsync("html", "lang")).Should().Be(rendering == "fr" ? "fr" : "en");
        var result = await page.RunAxe();
        result.Passes.Should().NotBeEmpty();
        result.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
    }

    [Fact]
    public async Task The_connection_is_tested_where_it_is_set()
    {
        var page = await OpenBlank();
        await page.GotoAsync(Extension.PageAddress("options/options.html"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Test the connection" }).ClickAsync();
        await page.GetByText("It works").WaitForAsync();
        await page.GetByLabel("Address of the checking service").FillAsync((await FaultyApi.Down()).GetLeftPart(UriPartial.Authority));
        await page.GetByRole(AriaRole.Button, new() { Name = "Test the connection" }).ClickAsync();
        await page.GetByText("The service does not answer").WaitForAsync();
    }

    [Fact]
    public async Task What_the_options_page_saves_is_in_force_in_open_pages()
    {
        var composer = await Open("quill");
        var options = await OpenBlank();
        await options.GotoAsync(Extension.PageAddress("options/options.html"));
        await options.GetByLabel("Language").SelectOptionAsync("fr");
        await options.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await options.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).WaitForAsync();
        await composer.Page.BringToFrontAsync();
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Root.GetAttributeAsync("lang")).Should().Be("fr");
    }
}

using System.Text.Json;
using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>What the popup says of a page and of what was decided: nothing that is not so.</summary>
public sealed class PopupSpecs(World world) : BrowserSpecs(world)
{
    [Fact]
    public async Task What_was_only_being_written_is_not_told_as_decided()
    {
        await World.Configure(Browser, new { asYouType = true });
        var composer = await Open("quill");
        var before = await LastDecided();
        var checks = World.Api.Checks;
        await composer.Write(Samples.Allowed);
        await Eventually.Holds(() => Task.FromResult(World.Api.Checks > checks), "the text is checked at a pause");
        await composer.PublishedNothing();
        (await LastDecided()).Should().Be(before);
        await composer.Publish.ClickAsync();
        await composer.PublishedOnce();
        (await LastDecided()).Should().NotBe(before).And.Contain("allow").And.Contain("post.example");
    }

    [Fact]
    public async Task A_tab_that_went_where_nothing_is_watched_is_not_called_protected()
    {
        var composer = await Open("quill");
        (await Status()).GetProperty("protection").GetString().Should().Be("waiting");
        await composer.Page.GotoAsync("chrome://version");
        (await Status()).GetProperty("protection").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_tab_that_went_to_another_site_is_told_by_its_new_name()
    {
        var composer = await Open("quill");
        await Composer.Open(Browser, composer.Page, "quill", "other.example");
        (await Status()).GetProperty("site").GetString().Should().Be("other.example");
    }

    [Fact]
    public async Task A_pause_holds_though_the_site_has_a_shorter_name_than_its_page()
    {
        await World.Configure(Browser, new { pauseAllowed = true });
        var composer = await Open("site-facebook", "www.facebook.com");
        await composer.Write(Samples.Blocked);
        await Eventually.Holds(async () => (await Status()).GetProperty("site").GetString() == "facebook.com", "the page's editor is tested");
        await Pause(true);
        await composer.Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Blocked);
        await Pause(false);
        (await Status()).GetProperty("protection").GetString().Should().Be("protected");
    }

    private async Task<JsonElement> Status() => await Browser.Ask(new { type = "status", tabId = await Browser.LastTab() });

    private async Task Pause(bool paused) => await Browser.Ask(new { type = "pause", tabId = await Browser.LastTab(), paused });

    private async Task<string?> LastDecided() => (await Status()).GetProperty("lastVerdicts").EnumerateArray().Select(verdict => verdict.GetRawText()).FirstOrDefault();
}

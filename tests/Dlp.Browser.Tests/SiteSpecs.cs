using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>
/// Sites that the extension knows, under their own names, as pages built after what other extensions publish about them. The sites themselves are not reached:
/// these tests hold that an adapter reads what it says it reads, not that a site still looks like this.
/// </summary>
public sealed class SiteSpecs(World world) : BrowserSpecs(world)
{
    [Theory, InlineData("", "public", "block"), InlineData("&audience=Post to Connections only", "connections", "justify")]
    public async Task LinkedIn_tells_who_will_read_the_post(string query, string audience, string verdict)
    {
        var composer = await OpenSite("site-linkedin", "www.linkedin.com", query);
        await composer.Editor.ClickAsync();
        // Stock Quill misplaces the first character that is typed into a shadow root.
        await composer.Page.Keyboard.InsertTextAsync("The card is " + Samples.BlockedValue);
        var draft = await composer.Text();
        await composer.Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Marked()).Should().Contain(Samples.BlockedValue);
        World.Api.Incidents()[^1].Should().Be($"linkedin.com {audience} {verdict}");
        await composer.PublishedNothing();
        (await composer.Text()).Should().Be(draft);
    }

    [Fact]
    public async Task X_reads_all_posts_of_a_thread_and_rewrites_the_one_that_leaks()
    {
        var composer = await OpenSite("site-x", "x.com");
        var posts = composer.Page.Locator("[contenteditable=true]");
        await posts.Nth(0).ClickAsync();
        await composer.Page.Keyboard.TypeAsync("A thread about travelling");
        await posts.Nth(1).ClickAsync();
        await composer.Page.Keyboard.TypeAsync("My card 4539 1488 0343 6467 was refused");
        var button = composer.Page.GetByTestId("tweetButton");
        await button.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Marked()).Should().Equal(Samples.BlockedValue);
        await composer.PublishedNothing();
        await composer.Dialog.Redact();
        await composer.Becomes("A thread about travelling\n---\nMy card [card] was refused");
        await button.ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be("A thread about travelling\n---\nMy card [card] was refused");
    }

    [Fact]
    public async Task X_publishes_by_Ctrl_and_Enter()
    {
        var composer = await OpenSite("site-x", "x.com");
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.TypeAsync(Samples.Warned);
        await composer.Page.Keyboard.PressAsync("Control+Enter");
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).By.Should().Be("keys");
    }

    [Fact]
    public async Task Facebook_has_buttons_that_are_no_buttons()
    {
        var composer = await OpenSite("site-facebook", "www.facebook.com");
        await composer.Write(Samples.Blocked);
        var post = composer.Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true });
        await post.ClickAsync();
        await composer.Dialog.Shown();
        World.Api.Incidents()[^1].Should().Be("facebook.com public block");
        await composer.PublishedNothing();
        await composer.Dialog.Redact();
        await composer.Becomes(Samples.BlockedRedacted);
        await post.ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.BlockedRedacted);
    }

    [Theory, InlineData("keys"), InlineData("")]
    public async Task ChatGPT_is_asked_by_Enter_and_by_its_button(string by)
    {
        var composer = await OpenSite("site-chatgpt", "chatgpt.com");
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.TypeAsync(Samples.Warned);
        if (by == "keys")
            await composer.Page.Keyboard.PressAsync("Enter");
        else
            await composer.Page.GetByTestId("send-button").ClickAsync();
        await composer.Dialog.Shown();
        World.Api.Incidents()[^1].Should().Be("chatgpt.com ai warn");
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        var published = await composer.PublishedOnce();
        published.Should().BeEquivalentTo(new { Text = Samples.Warned, By = by });
    }

    private async Task<Composer> OpenSite(string page, string host, string query = "") => await Composer.Open(Browser, await OpenBlank(), page, host, query);
}

using Dlp.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests.Screens;

/// <summary>A page on which an author writes and publishes.</summary>
public sealed class Composer
{
    private readonly BrowserSession _session;
    private readonly string _test;

    private Composer(BrowserSession session, IPage page, string test)
    {
        _session = session;
        _test = test;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Where the author writes; the first, if there are several.</summary>
    public ILocator Editor => Page.Locator("[contenteditable=true], textarea").First;

    public ILocator Publish => Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true });

    public CheckDialog Dialog => new(Page);

    /// <summary>What the page's server received.</summary>
    public IReadOnlyList<Publication> Published => _session.Server.PublishedBy(_test);

    /// <summary>Opens one of the pages under a host name; the extension has its settings before it returns.</summary>
    public static async Task<Composer> Open(BrowserSession session, IPage page, string name, string host = "post.example", string query = "")
    {
        var test = Guid.NewGuid().ToString("N");
        var composer = new Composer(session, page, test);
        var scheme = host == PageServer.PlainHost ? "http" : "https";
        await page.GotoAsync($"{scheme}://{host}/{name}.html?test={test}{query}");
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return composer;
    }

    /// <summary>Types as a person does; a line break is the Enter key.</summary>
    public async Task Write(string text)
    {
        await Editor.ClickAsync();
        await Page.Keyboard.TypeAsync(text);
        (await Text()).Should().Be(text, "the page must hold what was typed before it is published");
    }

    /// <summary>The text in the editor's own model.</summary>
    public Task<string> Text() => Page.EvaluateAsync<string>("() => model()");

    /// <summary>Waits until the editor's own model holds a text.</summary>
    public Task Becomes(string text) => Eventually.Holds(async () => await Text() == text, "the editor holds what it should");

    /// <summary>Waits until something was published, lets everything that is under way end, and gives the only publication.</summary>
    public async Task<Publication> PublishedOnce()
    {
        await Eventually.Holds(() => Task.FromResult(Published.Count > 0), "the post is published");
        await Settle();
        return Published.Should().ContainSingle().Subject;
    }

    /// <summary>Lets everything end that the page, its scripts and the worker have begun, then looks: nothing was published.</summary>
    public async Task PublishedNothing(bool settleWorker = true)
    {
        await Settle(settleWorker);
        Published.Should().BeEmpty();
    }

    /// <summary>Goes once through the page's tasks, its server and the worker, in the order in which they follow each other.</summary>
    private async Task Settle(bool settleWorker = true)
    {
        await Finish();
        if (settleWorker)
            await _session.Ask(new { type = "settings" });
        await Finish();
    }

    private async Task Finish()
    {
        try
        {
            await Page.EvaluateAsync("async () => { await fetch('/publishing.js', { cache: 'no-store' }); await new Promise(done => requestAnimationFrame(() => setTimeout(done))); }");
        }
        catch (PlaywrightException) when (!Page.IsClosed)
        {
            // A form that was submitted leads to another page, whose arrival ends what the old one began.
            await Page.WaitForLoadStateAsync();
        }
    }
}

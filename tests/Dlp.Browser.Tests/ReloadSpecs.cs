using Dlp.Browser.Tests.Hosting;

namespace Dlp.Browser.Tests;

/// <summary>An extension that is updated, or reloaded, leaves scripts without an extension in the open pages.</summary>
public sealed class ReloadSpecs(World world) : BrowserSpecs(world), IAsyncLifetime
{
    private BrowserSession? _session;

    protected override BrowserSession Browser => _session!;

    public override async ValueTask InitializeAsync()
    {
        _session = await BrowserSession.Start(Extension.Open, World.Server);
        await World.Configure(_session);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Browser.DisposeAsync();
    }

    [Theory, InlineData("quill"), InlineData("closed-shadow"), InlineData("form")]
    public async Task A_draft_begun_before_the_reload_is_checked_after_it(string page)
    {
        var composer = await Open(page);
        var box = (await composer.Page.Locator("#host, #editor, textarea").First.BoundingBoxAsync())!;
        await composer.Page.Mouse.ClickAsync(box.X + 20, box.Y + 15);
        await composer.Page.Keyboard.TypeAsync(Samples.Warned);
        await Browser.Control.EvaluateAsync("() => chrome.runtime.reload()");
        await Browser.OpenControl();
        if (page == "closed-shadow")
            await composer.Page.Mouse.ClickAsync(box.X + 30, box.Y + box.Height - 10);
        else
            await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
        (await composer.Text()).Should().Be(Samples.Warned);
        (await composer.Dialog.Marked()).Should().Equal(Samples.WarnedValue);
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task A_post_pressed_while_the_extension_is_gone_stays_where_it_is()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        // Nobody puts new scripts into the page: the one there has no extension to ask.
        await Browser.RemoveExtension();
        await composer.Publish.ClickAsync();
        await composer.Dialog.Root.GetByText("reload this page").WaitForAsync();
        await composer.PublishedNothing(settleWorker: false);
        (await composer.Text()).Should().Be(Samples.Blocked);
    }
}

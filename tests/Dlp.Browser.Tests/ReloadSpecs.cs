using Dlp.Browser.Tests.Hosting;

namespace Dlp.Browser.Tests;

/// <summary>An extension that is updated, or reloaded, leaves scripts without an extension in the open pages.</summary>
public sealed class ReloadSpecs(World world) : BrowserSpecs(world), IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-reload-").FullName;
    private BrowserSession? _session;

    protected override BrowserSession Browser => _session!;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Browser.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, InlineData("quill"), InlineData("closed-shadow"), InlineData("form")]
    public async Task A_draft_begun_before_the_reload_stays_where_it_is_until_the_page_is_reloaded(string page)
    {
        await Start(Extension.Open);
        var composer = await Open(page);
        var box = (await composer.Page.Locator("#host, #editor, textarea").First.BoundingBoxAsync())!;
        await composer.Page.Mouse.ClickAsync(box.X + 20, box.Y + 15);
        await composer.Page.Keyboard.TypeAsync(Samples.Warned);
        await Browser.ReloadExtension();
        if (page == "closed-shadow")
            await composer.Page.Mouse.ClickAsync(box.X + 30, box.Y + box.Height - 10);
        else
            await composer.Publish.ClickAsync();
        await composer.Dialog.Root.GetByText("reload this page").WaitForAsync();
        await composer.PublishedNothing();
        (await composer.Text()).Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task Where_the_author_has_granted_the_site_new_scripts_take_the_draft_over()
    {
        await Start(Extension.WithEverySiteGranted(_folder));
        var composer = await Open("quill");
        await composer.Write(Samples.Warned);
        await Browser.ReloadExtension();
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Marked()).Should().Equal(Samples.WarnedValue);
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task A_post_pressed_when_the_extension_is_gone_stays_where_it_is()
    {
        await Start(Extension.Open);
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        await Browser.RemoveExtension();
        await composer.Publish.ClickAsync();
        await composer.Dialog.Root.GetByText("reload this page").WaitForAsync();
        await composer.PublishedNothing(settleWorker: false);
        (await composer.Text()).Should().Be(Samples.Blocked);
    }

    private async Task Start(Extension extension)
    {
        _session = await BrowserSession.Start(extension, World.Server);
        await World.Configure(_session);
    }
}

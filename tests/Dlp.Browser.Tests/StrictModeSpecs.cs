using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;

namespace Dlp.Browser.Tests;

/// <summary>Strict mode: the browser's network layer holds what a page's own script would send past the gate.</summary>
public sealed class StrictModeSpecs(World world, StrictModeSpecs.StrictBrowser strict) : BrowserSpecs(world), IClassFixture<StrictModeSpecs.StrictBrowser>
{
    protected override BrowserSession Browser => strict.Session;

    public override async ValueTask InitializeAsync() => await World.Configure(Browser, new { sites = new[] { new { site = "x.com", strictMode = true } } });

    [Fact]
    public async Task A_page_s_own_request_to_publish_is_blocked()
    {
        var composer = await Draft(Samples.Blocked);
        var sent = await composer.Page.EvaluateAsync<string>("() => post().then(() => 'sent', () => 'blocked')");
        sent.Should().Be("blocked");
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task A_post_that_was_allowed_passes_once()
    {
        var composer = await Draft(Samples.Allowed);
        await composer.Page.GetByTestId("tweetButton").ClickAsync();
        (await composer.PublishedOnce()).By.Should().Be("button");
    }

    [Fact]
    public async Task Without_strict_mode_the_page_s_own_request_passes()
    {
        await World.Configure(Browser);
        var composer = await Draft(Samples.Allowed);
        await composer.Page.EvaluateAsync("() => post()");
        (await composer.PublishedOnce()).By.Should().Be("own fetch");
    }

    private async Task<Composer> Draft(string text)
    {
        var composer = await Open("site-x", "x.com");
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.TypeAsync(text);
        return composer;
    }

    public sealed class StrictBrowser(World world) : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("dlp-strict-").FullName;
        private BrowserSession? _session;

        public BrowserSession Session => _session!;

        public async ValueTask InitializeAsync() => _session = await BrowserSession.Start(Extension.WithEverySiteGranted(_folder), world.Server);

        public async ValueTask DisposeAsync()
        {
            if (_session is not null)
                await _session.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}

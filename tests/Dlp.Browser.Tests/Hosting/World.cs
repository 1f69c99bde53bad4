using Dlp.Browser.Tests.Hosting;

[assembly: AssemblyFixture(typeof(World))]
// One browser serves nearly all tests, and keyboards, clipboards and settings are shared in it.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dlp.Browser.Tests.Hosting;

/// <summary>What all tests share: the API, the pages' server and an English browser with the extension.</summary>
public sealed class World : IAsyncLifetime
{
    private readonly RealApi _api = new();
    private PageServer? _server;
    private BrowserSession? _browser;

    public RealApi Api => _api;

    public PageServer Server => _server!;

    public BrowserSession Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        _server = await PageServer.Start();
        _browser = await BrowserSession.Start(Extension.Open, _server);
        await Configure();
    }

    /// <summary>Gives the shared browser the settings that tests start with, whatever the one before left.</summary>
    public Task Configure(object? more = null) => Configure(Browser, more);

    /// <summary>Gives a browser the settings that tests start with, then those of one test.</summary>
    public async Task Configure(BrowserSession browser, object? more = null)
    {
        await browser.Set(new
        {
            apiBase = Api.Address.GetLeftPart(UriPartial.Authority),
            token = (string?)null,
            failMode = "closed",
            // More than the extension's own, which a machine with much else to do may not keep.
            timeLimitMilliseconds = 20_000,
            locale = "en",
            asYouType = false,
            strictMode = false,
            pauseAllowed = false,
            sites = Array.Empty<object>(),
        });
        if (more is not null)
            await browser.Set(more);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _api.Dispose();
    }
}

using System.Security.Cryptography;
using System.Text;
using Dlp.Browser.Tests.Hosting;

namespace Dlp.Browser.Tests;

/// <summary>An administrator's settings, given by the browser's own policies.</summary>
public sealed class ManagedPolicySpecs(World world, ManagedPolicySpecs.ManagedBrowser managed) : BrowserSpecs(world), IClassFixture<ManagedPolicySpecs.ManagedBrowser>
{
    private const string Token = "made-up-token-of-the-browser-tests";

    protected override BrowserSession Browser => managed.Session;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_policy_s_address_token_and_language_are_used()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Root.GetAttributeAsync("lang")).Should().Be("fr");
        (await composer.Dialog.Marked()).Should().Equal(Samples.BlockedValue);
        managed.Api.Checks.Should().BePositive();
    }

    [Fact]
    public async Task A_site_that_the_policy_turns_off_is_left_alone()
    {
        var checks = managed.Api.Checks;
        var composer = await Open("quill", "off.example");
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Blocked);
        managed.Api.Checks.Should().Be(checks);
    }

    [Fact]
    public async Task Nobody_but_the_administrator_changes_the_settings()
    {
        var view = await Browser.Ask(new { type = "settings" });
        view.GetProperty("managed").GetBoolean().Should().BeTrue();
        view.ToString().Should().NotContain(Token);
        var answer = await Browser.Ask(new { type = "saveSettings", settings = new { locale = "en", failMode = "open" } });
        answer.GetProperty("ok").GetBoolean().Should().BeFalse();
        view = await Browser.Ask(new { type = "settings" });
        view.GetProperty("settings").GetProperty("failMode").GetString().Should().Be("closed");
    }

    [Fact]
    public async Task The_token_never_reaches_a_content_script()
    {
        var composer = await Open("quill");
        var devTools = await Browser.Context.NewCDPSessionAsync(composer.Page);
        var scripts = new List<int>();
        devTools.Event("Runtime.executionContextCreated").OnEvent += (_, created) =>
        {
            var context = created!.Value.GetProperty("context");
            if (context.GetProperty("origin").GetString()!.Contains(Extension.Id, StringComparison.Ordinal))
                scripts.Add(context.GetProperty("id").GetInt32());
        };
        await devTools.SendAsync("Runtime.enable");
        await Eventually.Holds(() => Task.FromResult(scripts.Count > 0), "the content script has a world of its own");
        var answer = await devTools.SendAsync("Runtime.evaluate", new()
        {
            ["contextId"] = scripts[0],
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
            ["expression"] = """
                (async () => JSON.stringify(await Promise.all(['managed', 'local', 'session', 'sync'].map(area =>
                  Promise.resolve().then(() => chrome.storage[area].get()).then(found => found, error => String(error))))) + JSON.stringify(await chrome.runtime.sendMessage({ type: 'settings' }) ?? null))()
                """,
        });
        var told = answer!.Value.GetProperty("result").GetProperty("value").GetString();
        told.Should().NotContain(Token).And.Contain("not allowed");
    }

    /// <summary>A browser under a policy, and an API that asks for a token.</summary>
    public sealed class ManagedBrowser(World world) : IAsyncLifetime
    {
        private RealApi? _api;
        private ManagedPolicy? _policy;
        private BrowserSession? _session;

        public RealApi Api => _api!;

        public BrowserSession Session => _session!;

        public async ValueTask InitializeAsync()
        {
            _api = new RealApi(("Dlp:Tokens:0:Name", "browser tests"), ("Dlp:Tokens:0:Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token)))));
            _policy = ManagedPolicy.OrSkip(new
            {
                apiBase = _api.Address.GetLeftPart(UriPartial.Authority),
                token = Token,
                failMode = "closed",
                locale = "fr",
                sites = new[] { new { site = "off.example", enabled = false } },
            });
            _session = await BrowserSession.Start(Extension.Open, world.Server, executable: _policy.Browser);
            await Eventually.Holds(async () => (await _session.Ask(new { type = "settings" })).GetProperty("managed").GetBoolean(), "the policy is read");
        }

        public async ValueTask DisposeAsync()
        {
            if (_session is not null)
                await _session.DisposeAsync();
            _policy?.Dispose();
            _api?.Dispose();
        }
    }
}

using System.Text.Json;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests.Hosting;

/// <summary>
/// A Chromium with the extension and a profile of its own. Every host name leads to the page server, so the browser reaches nothing else but the API.
/// </summary>
public sealed class BrowserSession : IAsyncDisposable
{
    private readonly string _profile;
    private readonly IPlaywright _playwright;
    private readonly PageServer _server;

    private BrowserSession(string profile, IPlaywright playwright, IBrowserContext context, PageServer server, IPage control)
    {
        _profile = profile;
        _playwright = playwright;
        _server = server;
        Context = context;
        Control = control;
    }

    public IBrowserContext Context { get; }

    /// <summary>A page of the extension, from which tests speak to its worker.</summary>
    public IPage Control { get; private set; }

    public PageServer Server => _server;

    /// <summary>Starts a browser in a language; <paramref name="executable"/> is another way to start it.</summary>
    public static async Task<BrowserSession> Start(Extension extension, PageServer server, string locale = "en", string? executable = null)
    {
        var profile = Directory.CreateTempSubdirectory("dlp-chromium-").FullName;
        // Without it, an unpacked extension that reloads itself does not come back.
        Directory.CreateDirectory(Path.Combine(profile, "Default"));
        await File.WriteAllTextAsync(Path.Combine(profile, "Default/Preferences"), """{"extensions": {"ui": {"developer_mode": true}}}""");
        var playwright = await Playwright.CreateAsync();
        var context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = executable ?? "/usr/bin/chromium",
            Headless = true,
            IgnoreHTTPSErrors = true,
            ViewportSize = new() { Width = 1000, Height = 800 },
            Env = new Dictionary<string, string>(Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
                .Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!)))
            {
                ["LANGUAGE"] = locale,
                ["LANG"] = locale == "fr" ? "fr_FR.UTF-8" : "en_US.UTF-8",
            },
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--remote-debugging-port=0", $"--lang={locale}", "--ignore-certificate-errors",
                $"--host-resolver-rules=MAP {PageServer.PlainHost} 127.0.0.1:{server.PlainPort}, MAP * 127.0.0.1:{server.Port}, EXCLUDE 127.0.0.1",
                $"--disable-extensions-except={extension.Folder}", $"--load-extension={extension.Folder}",
            ],
        });
        var control = context.Pages[0];
        var session = new BrowserSession(profile, playwright, context, server, control);
        await session.OpenControl();
        return session;
    }

    /// <summary>Changes settings as the options page does.</summary>
    public async Task Set(object settings)
    {
        var answer = await Ask(new { type = "saveSettings", settings });
        answer.GetProperty("ok").GetBoolean().Should().BeTrue(answer.ToString());
    }

    /// <summary>The browser's id of the tab that was opened last.</summary>
    public Task<int> LastTab() => Control.EvaluateAsync<int>("async () => Math.max(...(await chrome.tabs.query({})).map(tab => tab.id))");

    /// <summary>Sends the worker a message as the extension's own pages do.</summary>
    public async Task<JsonElement> Ask(object message) =>
        (await Control.EvaluateAsync<JsonElement?>("message => chrome.runtime.sendMessage(message)", message)).GetValueOrDefault();

    /// <summary>Ends the extension's worker as the browser does when it needs the memory, at the debugging port: Playwright has no way to.</summary>
    public async Task EndWorker()
    {
        using var http = DebuggingPort();
        var id = await Worker(http);
        id.Should().NotBeNull("the worker runs, or its death proves nothing");
        await http.GetStringAsync($"/json/close/{id}");
    }

    public async Task<bool> HasWorker()
    {
        using var http = DebuggingPort();
        return await Worker(http) is not null;
    }

    /// <summary>Reloads the extension, as an update does, and waits until the new one answers.</summary>
    public async Task ReloadExtension()
    {
        await End("chrome.runtime.reload()");
        await OpenControl();
    }

    /// <summary>Takes the extension out of the browser; its scripts stay in the open pages.</summary>
    public async Task RemoveExtension()
    {
        await End("chrome.management.uninstallSelf()");
        await Eventually.Holds(async () => !await HasWorker(), "the worker ends");
    }

    /// <summary>Has the extension end itself; its page goes with it.</summary>
    private async Task End(string call)
    {
        await Control.EvaluateAsync($"() => {{ setTimeout(() => {call}); }}");
        await Eventually.Holds(() => Task.FromResult(Control.IsClosed || !Control.Url.StartsWith("chrome-extension:", StringComparison.Ordinal)), "the extension's page closes");
    }

    private HttpClient DebuggingPort() => new() { BaseAddress = new Uri($"http://127.0.0.1:{File.ReadLines(Path.Combine(_profile, "DevToolsActivePort")).First()}") };

    private static async Task<string?> Worker(HttpClient http)
    {
        var targets = JsonDocument.Parse(await http.GetStringAsync("/json/list")).RootElement.EnumerateArray();
        return targets.Where(target => target.GetProperty("type").GetString() == "service_worker" && target.GetProperty("url").GetString()!.Contains(Extension.Id, StringComparison.Ordinal))
            .Select(target => target.GetProperty("id").GetString()).FirstOrDefault();
    }

    /// <summary>Opens the extension's page, anew after the extension was reloaded.</summary>
    public async Task OpenControl()
    {
        if (Control.IsClosed)
            Control = await Context.NewPageAsync();
        // Between its end and its new start, the extension's pages are blocked.
        await Eventually.Holds(() => Reaches(Control, Extension.PageAddress("manifest.json")), "the extension's page opens");
        await Control.WaitForFunctionAsync("async () => (await chrome.runtime.sendMessage({ type: 'settings' }))?.settings !== undefined");
    }

    private static async Task<bool> Reaches(IPage page, string address)
    {
        try
        {
            await page.GotoAsync(address);
            return true;
        }
        catch (PlaywrightException) when (!page.IsClosed)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Context.CloseAsync();
        _playwright.Dispose();
        Directory.Delete(_profile, recursive: true);
    }
}

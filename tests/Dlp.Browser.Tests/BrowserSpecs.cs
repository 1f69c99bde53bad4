using System.Collections.Concurrent;
using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Dlp.Tests;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>Tests in a browser. Of a test that failed, the pages' pictures and consoles are kept in <c>artifacts/browser-tests</c>.</summary>
public abstract class BrowserSpecs(World world) : IAsyncLifetime
{
    private readonly List<(IPage Page, ConcurrentQueue<string> Console)> _pages = [];

    protected World World { get; } = world;

    /// <summary>The browser of this test.</summary>
    protected virtual BrowserSession Browser => World.Browser;

    public virtual async ValueTask InitializeAsync() => await World.Configure(Browser);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (index, (page, console)) in _pages.Index())
        {
            if (failed)
                await Keep(page, console, index);
            await page.CloseAsync();
        }
    }

    protected async Task<Composer> Open(string name, string host = "post.example") => await Composer.Open(Browser, await OpenBlank(), name, host);

    protected async Task<IPage> OpenBlank()
    {
        var page = await Browser.Context.NewPageAsync();
        var console = new ConcurrentQueue<string>();
        page.Console += (_, message) => console.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => console.Enqueue($"uncaught: {error}");
        _pages.Add((page, console));
        return page;
    }

    private static async Task Keep(IPage page, IEnumerable<string> console, int index)
    {
        var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        var folder = Directory.CreateDirectory(Path.Combine(Golden.RepositoryRoot(), "artifacts/browser-tests", name.Length > 120 ? name[^120..] : name)).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, $"console-{index}.txt"), console);
        try
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"page-{index}.png"), Timeout = 5000 });
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"No picture of page {index}: {exception.Message}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Kept in {folder}");
    }
}

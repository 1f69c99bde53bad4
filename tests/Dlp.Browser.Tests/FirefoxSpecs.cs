using System.Diagnostics;
using System.Text.Json;
using Dlp.Browser.Tests.Hosting;
using Dlp.Tests;

namespace Dlp.Browser.Tests;

/// <summary>The same source in Firefox ESR, driven by a script: WebDriver BiDi, by which Firefox loads an extension, has no client for .NET.</summary>
public sealed class FirefoxSpecs(World world)
{
    private const string Uuid = "7d3a5d0e-6c1b-4f5e-9a58-0d1f6b1c2e3a";

    [Theory, InlineData("quill"), InlineData("lexical"), InlineData("react-textarea")]
    public async Task A_leak_is_blocked_marked_and_rewritten_and_the_rest_published_once(string editor)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/firefox-esr"), "Firefox ESR is not installed: apt-get install firefox-esr.");
        using var api = new RealApi(("Dlp:AllowedOrigins:0", $"moz-extension://{Uuid}"));
        using var extension = new FirefoxExtension(api.Address);
        var test = Guid.NewGuid().ToString("N");
        var page = $"https://127.0.0.1:{world.Server.Port}/{editor}.html?test={test}";
        var seen = await Run(extension.Folder, page, Samples.Blocked, Uuid);
        seen.GetProperty("marked").GetString().Should().Be(Samples.BlockedValue);
        seen.GetProperty("text").GetString().Should().Be(Samples.BlockedRedacted);
        world.Server.PublishedBy(test).Select(publication => publication.Text).Should().Equal(Samples.BlockedRedacted);
    }

    private static async Task<JsonElement> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", ["firefox-smoke.mjs", .. arguments])
        {
            WorkingDirectory = Path.Combine(Golden.RepositoryRoot(), "tests/Dlp.Browser.Tests/pages"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0, errors);
        return JsonDocument.Parse(await output).RootElement;
    }

    /// <summary>A copy of the build for Firefox that calls the test's API; its options page is out of a script's reach.</summary>
    private sealed class FirefoxExtension : IDisposable
    {
        public FirefoxExtension(Uri api)
        {
            var source = new Extension("test-firefox").Folder;
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var worker = Path.Combine(Folder, "worker.js");
            File.WriteAllText(worker, File.ReadAllText(worker).Replace("http://127.0.0.1:5480", api.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("dlp-firefox-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}

using System.Text.Json.Nodes;
using Dlp.Tests;

namespace Dlp.Browser.Tests.Hosting;

/// <summary>A built extension, as <c>npm run build</c> leaves it in <c>src/extension/dist</c>.</summary>
/// <param name="Build">Folder below <c>dist</c>, or an absolute one.</param>
public sealed record Extension(string Build)
{
    /// <summary>Fixed by the manifest's <c>key</c>; explained in <c>src/extension/README.md</c>.</summary>
    public const string Id = "fjgmhlgpiffgiljajfocpealplbjlmgi";

    /// <summary>Runs on every page and shows its dialog in an open shadow root, so that Playwright and axe can look into it.</summary>
    public static readonly Extension Open = new("test-chrome");

    /// <summary>Runs on every page; otherwise what is shipped.</summary>
    public static readonly Extension Closed = new("test-chrome-closed");

    public string Folder
    {
        get
        {
            var folder = Path.Combine(Golden.RepositoryRoot(), "src/extension/dist", Build);
            Directory.Exists(folder).Should().BeTrue("the extension is built by `npm ci && npm run build` in src/extension");
            return folder;
        }
    }

    /// <summary>A copy of the open build whose author has granted every site and strict mode; the browser's own question cannot be answered in a test.</summary>
    public static Extension WithEverySiteGranted(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Open.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Open.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var path = Path.Combine(folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        manifest["permissions"]!.AsArray().Add("declarativeNetRequestWithHostAccess");
        manifest["host_permissions"]!.AsArray().Add("https://*/*");
        manifest.AsObject().Remove("optional_permissions");
        File.WriteAllText(path, manifest.ToJsonString());
        return new(folder);
    }

    public static string PageAddress(string path) => $"chrome-extension://{Id}/{path}";
}

using System.Text.Json;
using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;

namespace Dlp.Browser.Tests;

/// <summary>The dialog as it is shipped, in a closed shadow root: no script looks into it, the keyboard and the accessibility tree do.</summary>
public sealed class ClosedRootSpecs(World world, ClosedRootSpecs.ClosedBrowser closed) : BrowserSpecs(world), IClassFixture<ClosedRootSpecs.ClosedBrowser>
{
    protected override BrowserSession Browser => closed.Session;

    [Fact]
    public async Task The_page_sees_an_empty_element_and_a_screen_reader_the_dialog()
    {
        var composer = await WithDialog();
        var seen = await composer.Page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('*')].filter(e => e.shadowRoot || /4539/.test(e.innerText) && !e.closest('#editor') && e !== document.body && e !== document.documentElement && e.tagName !== 'MAIN')
              .map(e => e.tagName).join() + document.activeElement.innerText
            """);
        seen.Should().BeEmpty();
        (await Roles(composer)).Should().Contain(("alertdialog", "This can’t be published as it stands")).And.Contain(("button", "Use the safer wording"));
    }

    [Fact]
    public async Task The_safer_wording_is_taken_by_keyboard()
    {
        var composer = await WithDialog();
        await TabTo(composer, "Use the safer wording");
        await composer.Page.Keyboard.PressAsync("Enter");
        await composer.Becomes(Samples.BlockedRedacted);
        await composer.Publish.PressAsync("Enter");
        (await composer.PublishedOnce()).Text.Should().Be(Samples.BlockedRedacted);
    }

    [Fact]
    public async Task Escape_gives_up()
    {
        var composer = await WithDialog();
        await composer.Page.Keyboard.PressAsync("Escape");
        await Eventually.Holds(async () => !(await Roles(composer)).Any(node => node.Role == "alertdialog"), "the dialog closes");
        await composer.PublishedNothing();
    }

    [Theory, InlineData("chrome"), InlineData("firefox")]
    public void What_is_shipped_has_a_closed_root(string build)
    {
        var script = File.ReadAllText(Path.Combine(new Extension(build).Folder, "content.js"));
        script.Should().MatchRegex("""attachShadow\(\{\s*mode:\s*"closed"|mode: *false *\?""").And.NotMatchRegex("""attachShadow\(\{\s*mode:\s*"open" """.TrimEnd());
    }

    private static async Task TabTo(Composer composer, string name)
    {
        for (var step = 0; step < 20; step++)
        {
            if ((await Nodes(composer)).Any(node => node.Name == name && node.IsFocused))
                return;
            await composer.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to the button '{name}'.");
    }

    private static async Task<List<(string Role, string Name)>> Roles(Composer composer) => [.. (await Nodes(composer)).Select(node => (node.Role, node.Name))];

    private static async Task<List<(string Role, string Name, bool IsFocused)>> Nodes(Composer composer)
    {
        var devTools = await composer.Page.Context.NewCDPSessionAsync(composer.Page);
        var tree = (await devTools.SendAsync("Accessibility.getFullAXTree"))!.Value;
        await devTools.DetachAsync();
        return [.. tree.GetProperty("nodes").EnumerateArray().Where(node => node.TryGetProperty("role", out _)).Select(node => (Value(node, "role"), Value(node, "name"), IsFocused(node)))];
    }

    private static string Value(JsonElement node, string property) =>
        node.TryGetProperty(property, out var given) && given.TryGetProperty("value", out var value) ? value.ToString() : "";

    private static bool IsFocused(JsonElement node) =>
        node.TryGetProperty("properties", out var properties)
        && properties.EnumerateArray().Any(property => property.GetProperty("name").GetString() == "focused" && property.GetProperty("value").GetProperty("value").GetBoolean());

    private async Task<Composer> WithDialog()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await Eventually.Holds(async () => (await Roles(composer)).Any(node => node.Role == "alertdialog"), "the dialog opens");
        return composer;
    }

    public sealed class ClosedBrowser(World world) : IAsyncLifetime
    {
        private BrowserSession? _session;

        public BrowserSession Session => _session!;

        public async ValueTask InitializeAsync() => _session = await BrowserSession.Start(Extension.Closed, world.Server);

        public async ValueTask DisposeAsync()
        {
            if (_session is not null)
                await _session.DisposeAsync();
        }
    }
}

using Dlp.Browser.Tests.Hosting;

namespace Dlp.Browser.Tests;

/// <summary>Nothing that is typed leaves the browser for any host but the API. Every name leads to the test's own server, which sees all the rest.</summary>
public sealed class NetworkSpecs(World world) : BrowserSpecs(world)
{
    [Fact]
    public async Task A_draft_goes_to_the_API_and_when_published_to_its_site()
    {
        var before = World.Server.Requests.Count;
        var checks = World.Api.Checks;
        var composer = await Open("quill", "network.example");
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Redact();
        await composer.Becomes(Samples.BlockedRedacted);
        await composer.Publish.ClickAsync();
        await composer.PublishedOnce();
        World.Api.Checks.Should().BeGreaterThan(checks);
        var requests = World.Server.Requests.Skip(before).ToList();
        var words = Samples.Blocked.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 5).ToList();
        requests.Where(request => words.Exists(word => request.Content.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(request => request.Line).Should().Equal("POST network.example/publish");
    }

    [Fact]
    public async Task A_page_that_is_only_read_sends_nothing_that_was_typed()
    {
        var checks = World.Api.Checks;
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        await composer.PublishedNothing();
        World.Api.Checks.Should().Be(checks, "as-you-type is off");
    }
}

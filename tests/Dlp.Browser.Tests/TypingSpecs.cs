using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;

namespace Dlp.Browser.Tests;

/// <summary>Checks at a pause in typing, where the policy asks for them.</summary>
public sealed class TypingSpecs(World world) : BrowserSpecs(world)
{
    private const string Underlined = "() => [...(CSS.highlights.get('dlp-finding') ?? [])].map(range => range.toString())";

    [Theory, InlineData("quill"), InlineData("lexical"), InlineData("contenteditable")]
    public async Task What_leaks_is_underlined_at_a_pause(string editor)
    {
        await World.Configure(Browser, new { asYouType = true });
        var composer = await Open(editor);
        await composer.Write(Samples.Blocked);
        await Eventually.Holds(async () => (await composer.Page.EvaluateAsync<string[]>(Underlined)) is [Samples.BlockedValue], "the number is underlined");
        (await composer.Text()).Should().Be(Samples.Blocked, "underlining changes nothing in the editor");
    }

    [Fact]
    public async Task An_allowed_draft_that_was_checked_while_it_was_written_leaves_by_the_author_s_own_click()
    {
        await World.Configure(Browser, new { asYouType = true });
        var page = await OpenBlank();
        await page.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => document.querySelector('#publish')?.addEventListener('click', event => { window.wasTrusted = event.isTrusted; }))");
        var composer = await Composer.Open(Browser, page, "quill");
        var checks = World.Api.Checks;
        await composer.Write(Samples.Allowed + Guid.NewGuid());
        await Eventually.Holds(async () => World.Api.Checks > checks && await Answered(), "the draft is checked at the pause");
        checks = World.Api.Checks;
        await composer.Publish.ClickAsync();
        await composer.PublishedOnce();
        (await page.EvaluateAsync<bool>("() => wasTrusted")).Should().BeTrue();
        World.Api.Checks.Should().Be(checks);
    }

    [Fact]
    public async Task What_is_found_while_a_draft_is_written_is_recorded_once_the_author_publishes()
    {
        await World.Configure(Browser, new { asYouType = true });
        var before = World.Api.Incidents().Count;
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        await Eventually.Holds(async () => (await composer.Page.EvaluateAsync<string[]>(Underlined)).Length > 0, "the number is underlined");
        World.Api.Incidents().Should().HaveCount(before);
        await composer.Publish.ClickAsync();
        await Eventually.Holds(() => Task.FromResult(World.Api.Incidents().Count == before + 1), "the press is recorded");
    }

    [Fact]
    public async Task A_site_where_it_is_off_sends_nothing_before_the_author_publishes()
    {
        await World.Configure(Browser, new { asYouType = true, sites = new[] { new { site = "quiet.example", asYouType = false } } });
        var quiet = await Open("quill", "quiet.example");
        await quiet.Write(Samples.Blocked);
        var checks = World.Api.Checks;
        var other = await Open("quill");
        await other.Write(Samples.Blocked);
        await Eventually.Holds(async () => (await other.Page.EvaluateAsync<string[]>(Underlined)).Length > 0, "the other site, written on later, is checked");
        World.Api.Checks.Should().BeGreaterThan(checks);
        (await quiet.Page.EvaluateAsync<string[]>(Underlined)).Should().BeEmpty();
        World.Api.Incidents().Should().NotContain(incident => incident.StartsWith("quiet.example", StringComparison.Ordinal));
    }

    /// <summary>Lets the worker finish what it began.</summary>
    private async Task<bool> Answered() => (await Browser.Ask(new { type = "settings" })).ValueKind == System.Text.Json.JsonValueKind.Object;
}

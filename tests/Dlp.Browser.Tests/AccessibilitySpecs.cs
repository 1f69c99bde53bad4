using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>The dialog for everybody: axe finds nothing in any rendering, and the keyboard alone is enough.</summary>
public sealed class AccessibilitySpecs(World world) : BrowserSpecs(world)
{
    public static readonly MatrixTheoryData<string, string> Renderings = new(["english", "french", "dark", "narrow", "forced colours"], ["block", "justify", "failed"]);

    [Theory, MemberData(nameof(Renderings))]
    public async Task Axe_finds_nothing(string rendering, string state)
    {
        var composer = await Show(rendering, state);
        var result = await composer.Dialog.Root.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        result.Passes.Should().NotBeEmpty("axe must have looked at the dialog");
        result.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
    }

    [Fact]
    public async Task A_narrow_window_needs_no_sideways_scrolling()
    {
        var composer = await Show("narrow", "block");
        var overflow = await composer.Dialog.Root.EvaluateAsync<int>("dialog => Math.max(dialog.scrollWidth - dialog.clientWidth, dialog.getBoundingClientRect().right - innerWidth)");
        overflow.Should().BeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task The_focus_starts_on_the_safest_choice_stays_inside_and_comes_back()
    {
        var composer = await Show("english", "warn");
        (await Focused(composer)).Should().Be("Back to my draft");
        // Against double clicks, this one wakes up a moment after the dialog.
        await Assertions.Expect(composer.Dialog.Button("Publish anyway")).ToBeEnabledAsync();
        var seen = new HashSet<string>();
        for (var step = 0; step < 20; step++)
        {
            await composer.Page.Keyboard.PressAsync("Tab");
            seen.Add(await Focused(composer));
        }

        seen.Should().Contain(["Back to my draft", "Don’t publish", "Publish anyway"]).And.NotContain("outside");
        await composer.Page.Keyboard.PressAsync("Escape");
        await composer.Dialog.Gone();
        (await composer.Page.EvaluateAsync<bool>("() => document.activeElement !== document.body")).Should().BeTrue("the author goes on where they were");
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_ask_for_less_motion()
    {
        var page = await OpenBlank();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var composer = await Composer.Open(Browser, page, "react-textarea");
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        var moving = await composer.Dialog.Root.EvaluateAsync<int>("dialog => dialog.getRootNode().getAnimations().filter(a => a.playState === 'running' && a.timeline instanceof DocumentTimeline).length");
        moving.Should().Be(0);
    }

    private static Task<string> Focused(Composer composer) => composer.Dialog.Root.EvaluateAsync<string>(
        "dialog => { const at = dialog.getRootNode().activeElement; return at === null ? 'outside' : at.tagName === 'BUTTON' ? at.ariaLabel ?? at.innerText : at.tagName; }");

    private async Task<Composer> Show(string rendering, string state)
    {
        var settings = new Dictionary<string, object> { ["locale"] = rendering == "french" ? "fr" : "en" };
        if (state == "failed")
            settings["apiBase"] = (await FaultyApi.Down()).GetLeftPart(UriPartial.Authority);
        await World.Configure(Browser, settings);
        var page = await OpenBlank();
        await page.EmulateMediaAsync(new()
        {
            ColorScheme = rendering == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = rendering == "forced colours" ? ForcedColors.Active : ForcedColors.None,
        });
        if (rendering == "narrow")
            await page.SetViewportSizeAsync(320, 640);
        var composer = await Composer.Open(Browser, page, "react-textarea");
        await composer.Write(state switch { "warn" => Samples.Warned, "justify" => Samples.Justified, _ => Samples.Blocked });
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        if (state == "justify")
            await composer.Dialog.Root.GetByRole(AriaRole.Button, new() { NameRegex = new("…$") }).ClickAsync();
        return composer;
    }
}

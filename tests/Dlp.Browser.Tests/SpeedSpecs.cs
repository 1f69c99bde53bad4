using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;

namespace Dlp.Browser.Tests;

/// <summary>What an allowed post costs its author. The time is measured and printed, not asserted: machines differ.</summary>
public sealed class SpeedSpecs(World world) : BrowserSpecs(world)
{
    private const int Posts = 31;

    [Fact]
    public async Task An_allowed_post_of_500_characters_is_published_before_the_author_notices()
    {
        var page = await OpenBlank();
        // Runs before the extension, and so sees the author's own press, which the extension stops.
        await page.AddInitScriptAsync(
            """
            window.times = [];
            addEventListener('pointerdown', event => { if (event.isTrusted) window.pressed = event.timeStamp; }, true);
            addEventListener('DOMContentLoaded', () => document.querySelector('#publish')?.addEventListener('click', () => times.push(performance.now() - pressed)));
            """);
        var composer = await Composer.Open(Browser, page, "quill");
        for (var post = 0; post < Posts; post++)
        {
            await composer.Editor.ClickAsync();
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.InsertTextAsync(PostOf(post));
            await composer.Publish.ClickAsync();
            await Eventually.Holds(() => Task.FromResult(composer.Published.Count > post), "the post is published");
        }

        var times = await page.EvaluateAsync<double[]>("() => times");
        times.Should().HaveCount(Posts, "each post is published once");
        var ordered = times.Skip(1).Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"From the press of the button to the site's own action, {ordered.Count} allowed posts of 500 characters: median {ordered[ordered.Count / 2]:0.0} ms, 95th percentile {ordered[ordered.Count * 95 / 100]:0.0} ms.");
    }

    [Fact]
    public async Task A_post_that_was_allowed_is_not_sent_to_the_API_again()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Allowed + Guid.NewGuid());
        var before = World.Api.Checks;
        await composer.Publish.ClickAsync();
        await composer.PublishedOnce();
        await composer.Publish.ClickAsync();
        await Eventually.Holds(() => Task.FromResult(composer.Published.Count == 2), "the site acts on the second click too");
        World.Api.Checks.Should().Be(before + 1);
    }

    private static string PostOf(int number)
    {
        var text = $"Post {number}. " + string.Concat(Enumerable.Repeat("We spent the day by the lake with the whole team, and it was lovely. ", 8));
        return text[..499].TrimEnd().PadRight(500, '!');
    }
}

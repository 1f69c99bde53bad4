using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>What the author did in the end is told to the API.</summary>
public sealed class OutcomeSpecs(World world) : BrowserSpecs(world)
{
    [Fact]
    public async Task A_warning_that_is_acknowledged_is_overridden()
    {
        var composer = await Warned(Samples.Warned);
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        await Told("overridden");
        await composer.PublishedOnce();
    }

    [Fact]
    public async Task A_reason_is_asked_for_and_told()
    {
        var composer = await Warned(Samples.Justified);
        await composer.Dialog.Button("Publish with a reason…").ClickAsync();
        await composer.Dialog.Root.GetByRole(AriaRole.Radio).First.CheckAsync();
        await composer.Dialog.Root.GetByRole(AriaRole.Textbox).FillAsync("The partner has it already");
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish").ClickAsync();
        await composer.PublishedOnce();
        await Told("overridden public");
    }

    [Fact]
    public async Task A_draft_with_the_safer_wording_is_redacted()
    {
        var composer = await Warned(Samples.Blocked);
        await composer.Dialog.Redact();
        await Told("redacted");
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task A_post_given_up_is_cancelled()
    {
        var composer = await Warned(Samples.Blocked);
        await composer.Dialog.Cancel();
        await Told("cancelled");
    }

    [Fact]
    public async Task Going_back_to_the_draft_is_edited()
    {
        var composer = await Warned(Samples.Blocked);
        await composer.Dialog.Button("Back to my draft").ClickAsync();
        await Told("edited");
    }

    [Fact]
    public async Task A_false_alarm_is_told_by_the_finding_s_id()
    {
        var composer = await Warned(Samples.Warned);
        await composer.Dialog.Root.GetByRole(AriaRole.Checkbox, new() { Name = "False alarm, mark 1" }).CheckAsync();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        await Told("overridden  f1");
        await composer.PublishedOnce();
    }

    private async Task<Composer> Warned(string draft)
    {
        var composer = await Open("quill");
        await composer.Write(draft);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        return composer;
    }

    /// <summary>Waits for a new outcome and compares it.</summary>
    private async Task Told(string expected)
    {
        await Eventually.Holds(() => Task.FromResult(World.Api.Outcomes() is [.., var last] && last == expected), $"the API is told: {expected}");
    }
}

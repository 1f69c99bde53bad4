using Dlp.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>The ways in which a post leaves a page, beside a click on a button.</summary>
public sealed class PublishRouteSpecs(World world) : BrowserSpecs(world)
{
    [Theory, InlineData("Enter"), InlineData(" ")]
    public async Task A_key_on_the_button_is_a_click(string key)
    {
        var composer = await Open("react-textarea");
        await composer.Write(Samples.Warned);
        await composer.Publish.FocusAsync();
        await composer.Page.Keyboard.PressAsync(key);
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task A_page_without_HTTPS_is_checked_like_any_other()
    {
        var composer = await Open("react-textarea", PageServer.PlainHost);
        await composer.Write(Samples.Warned);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task A_button_that_acts_on_the_press_publishes_once()
    {
        var composer = await Open("open-shadow");
        await composer.Write(Samples.Warned);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task A_button_in_a_closed_shadow_root_is_seen_through()
    {
        var composer = await Open("closed-shadow");
        var box = (await composer.Page.Locator("#host").BoundingBoxAsync())!;
        await composer.Page.Mouse.ClickAsync(box.X + 20, box.Y + 20);
        await composer.Page.Keyboard.TypeAsync(Samples.Warned);
        await composer.Page.Mouse.ClickAsync(box.X + 30, box.Y + box.Height - 10);
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Theory, InlineData("Enter"), InlineData("Control+Enter")]
    public async Task A_chat_sends_by_a_key(string key)
    {
        var composer = await Open("chat");
        await composer.Editor.FillAsync(Samples.Warned);
        await composer.Editor.PressAsync(key);
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task Shift_and_Enter_break_the_line_and_send_nothing()
    {
        var composer = await Open("chat");
        await composer.Editor.FillAsync(Samples.Warned);
        await composer.Editor.PressAsync("Shift+Enter");
        (await composer.Text()).Should().Be(Samples.Warned + "\n");
        await composer.PublishedNothing();
        (await composer.Dialog.Root.CountAsync()).Should().Be(0);
    }

    [Theory, InlineData("Publish", "now"), InlineData("Publish as a draft", "draft")]
    public async Task A_form_keeps_the_button_that_submitted_it(string button, string submitter)
    {
        var composer = await Open("form");
        await composer.Write(Samples.Warned);
        await composer.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        var published = await composer.PublishedOnce();
        published.Text.Should().Be(Samples.Warned);
        published.By.Should().Be(submitter);
    }

    [Fact]
    public async Task A_form_submitted_by_a_script_is_checked()
    {
        var composer = await Open("form");
        await composer.Write(Samples.Warned);
        await composer.Page.GetByRole(AriaRole.Button, new() { Name = "Publish from a script" }).ClickAsync();
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Warned);
    }

    [Theory, InlineData("srcdoc"), InlineData("blank"), InlineData("written")]
    public async Task A_composer_in_a_frame_is_checked(string frame)
    {
        var composer = await Open("frames");
        var inside = composer.Page.Frame(frame)!;
        await inside.GetByRole(AriaRole.Textbox).FillAsync(Samples.Warned);
        await inside.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        var dialog = inside.GetByRole(AriaRole.Alertdialog);
        await dialog.WaitForAsync();
        await composer.PublishedNothing();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Publish anyway" }).ClickAsync();
        var published = await composer.PublishedOnce();
        published.Should().BeEquivalentTo(new { Text = Samples.Warned, By = frame });
    }

    [Fact]
    public async Task A_second_click_while_the_check_is_under_way_publishes_nothing_twice()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Allowed);
        await composer.Publish.DblClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Allowed);
    }

    [Fact]
    public async Task The_second_click_of_a_double_click_publishes_nothing_when_the_answer_came_between_them()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Allowed);
        await composer.Publish.ClickAsync();
        await composer.PublishedOnce();
        await composer.Page.Mouse.DownAsync(new() { ClickCount = 2 });
        await composer.Page.Mouse.UpAsync(new() { ClickCount = 2 });
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Allowed);
    }

    [Fact]
    public async Task What_is_written_after_the_approval_is_checked_anew()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Warned);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        await composer.PublishedOnce();
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.PressAsync("Control+End");
        await composer.Page.Keyboard.TypeAsync(" " + Samples.BlockedValue);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        composer.Published.Should().ContainSingle();
    }
}

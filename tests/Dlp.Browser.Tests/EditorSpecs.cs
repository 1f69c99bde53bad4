using Dlp.Browser.Tests.Hosting;

namespace Dlp.Browser.Tests;

/// <summary>What every editor must go through, judged by the editor's own model and by the page's server.</summary>
public sealed class EditorSpecs(World world) : BrowserSpecs(world)
{
    public static readonly TheoryData<string> Editors = new(
        "quill", "lexical", "lexical-shadow", "draft-js", "slate", "prosemirror", "tiptap", "ckeditor", "react-textarea", "contenteditable", "open-shadow", "form", "strict");

    [Theory, MemberData(nameof(Editors))]
    public async Task A_leak_is_shown_before_anything_has_left(string editor)
    {
        var composer = await Open(editor);
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Marked()).Should().Equal(Samples.BlockedValue);
        (await composer.Dialog.Draft()).Should().Be(Samples.Blocked, "the author sees the draft as it is in the editor");
        await composer.PublishedNothing();
    }

    [Theory, MemberData(nameof(Editors))]
    public async Task The_safer_wording_is_written_into_the_editor_for_the_author_to_read_and_publish(string editor)
    {
        var composer = await Open(editor);
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Redact();
        await composer.Dialog.Gone();
        await composer.Becomes(Samples.BlockedRedacted);
        await composer.PublishedNothing();
        await composer.Publish.ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.BlockedRedacted);
    }

    [Theory, MemberData(nameof(Editors))]
    public async Task Cancelling_leaves_the_draft_untouched_and_unpublished(string editor)
    {
        var composer = await Open(editor);
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Cancel();
        await composer.Dialog.Gone();
        (await composer.Text()).Should().Be(Samples.Blocked);
        await composer.PublishedNothing();
    }

    [Theory, MemberData(nameof(Editors))]
    public async Task An_allowed_post_is_published_once_without_a_word(string editor)
    {
        var composer = await Open(editor);
        await composer.Write(Samples.Allowed);
        await composer.Publish.ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Allowed);
        (await composer.Dialog.Root.CountAsync()).Should().Be(0);
    }
}

using Dlp.Browser.Tests.Hosting;

namespace Dlp.Browser.Tests;

/// <summary>Drafts with more than plain words: bold runs, other scripts, emoji, several findings, input methods, undo.</summary>
public sealed class RichDraftSpecs(World world) : BrowserSpecs(world)
{
    public static readonly TheoryData<string> Editors = EditorSpecs.Editors;

    public static readonly TheoryData<string> WithBold = new("quill", "lexical", "draft-js", "slate", "prosemirror", "tiptap", "ckeditor");

    public static readonly TheoryData<string> WithUndo = new("quill", "lexical", "prosemirror", "tiptap", "ckeditor", "contenteditable", "form");

    [Theory, MemberData(nameof(Editors))]
    public async Task Two_numbers_among_emoji_and_right_to_left_text_are_both_replaced(string editor)
    {
        const string Text = "👩‍👩‍👧 carte 4539 1488 0343 6467 ok\nשלום לכולם, כרטיס card 5290 1433 8761 2043 תודה\nfin é";
        var composer = await Open(editor);
        await composer.Editor.ClickAsync();
        foreach (var (index, line) in Text.Split('\n').Index())
        {
            if (index > 0)
                await composer.Page.Keyboard.PressAsync("Enter");
            await composer.Page.Keyboard.InsertTextAsync(line);
        }

        (await composer.Text()).Should().Be(Text);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Marked()).Should().Equal("4539 1488 0343 6467", "5290 1433 8761 2043");
        await composer.Dialog.Button("Replace all 2").ClickAsync();
        await composer.Becomes("👩‍👩‍👧 carte [card] ok\nשלום לכולם, כרטיס card [card] תודה\nfin é");
    }

    [Fact]
    public async Task The_author_may_take_the_safer_wording_for_one_of_two_only()
    {
        var composer = await Open("quill");
        await composer.Write("Project Orion meets TLP:AMBER today");
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        await composer.Dialog.Root.GetByLabel("Replace “Orion” with “[name]”").UncheckAsync();
        await composer.Dialog.Button("Replace 1 of 2").ClickAsync();
        await composer.Becomes("Project Orion meets [marking] today");
    }

    [Theory, MemberData(nameof(WithBold))]
    public async Task A_number_that_is_partly_bold_is_found_and_replaced_whole(string editor)
    {
        var composer = await Open(editor);
        var keyboard = composer.Page.Keyboard;
        await composer.Editor.ClickAsync();
        await keyboard.TypeAsync("Carte 4539 14");
        await keyboard.PressAsync("Control+b");
        await keyboard.TypeAsync("88 03");
        await keyboard.PressAsync("Control+b");
        await keyboard.TypeAsync("43 6467 merci");
        (await composer.Text()).Should().Be("Carte 4539 1488 0343 6467 merci");
        (await composer.Editor.InnerHTMLAsync()).Should().MatchRegex("(?i)bold|strong", "the run is bold, or this proves nothing");
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        (await composer.Dialog.Marked()).Should().Equal(Samples.BlockedValue);
        await composer.Dialog.Redact();
        await composer.Becomes("Carte [card] merci");
    }

    [Theory, MemberData(nameof(WithUndo))]
    public async Task The_replacement_can_be_undone(string editor)
    {
        var composer = await Open(editor);
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Redact();
        await composer.Becomes(Samples.BlockedRedacted);
        await composer.Dialog.Gone();
        await composer.Editor.FocusAsync();
        // An editor may count a replacement as two changes: taken out, put in.
        for (var step = 0; step < 2 && !await HasNumber(); step++)
        {
            await composer.Page.Keyboard.PressAsync("Control+z");
            await Eventually.Holds(async () => await composer.Text() != Samples.BlockedRedacted, "something is undone");
        }

        (await composer.Text()).Should().Be(Samples.Blocked);

        async Task<bool> HasNumber() => (await composer.Text()).Contains(Samples.BlockedValue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_that_ends_a_word_of_an_input_method_sends_nothing()
    {
        var composer = await Open("chat");
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.TypeAsync(Samples.Warned + " ");
        var devTools = await composer.Page.Context.NewCDPSessionAsync(composer.Page);
        await devTools.SendAsync("Input.imeSetComposition", new() { ["text"] = "にほん", ["selectionStart"] = 3, ["selectionEnd"] = 3 });
        await composer.Page.Keyboard.PressAsync("Enter");
        await devTools.SendAsync("Input.insertText", new() { ["text"] = "日本" });
        await composer.PublishedNothing();
        (await composer.Dialog.Root.CountAsync()).Should().Be(0);
        await composer.Page.Keyboard.PressAsync("Enter");
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
    }
}

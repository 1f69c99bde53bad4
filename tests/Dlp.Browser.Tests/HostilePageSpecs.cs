using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>Pages that want the post out, whatever the author is asked.</summary>
public sealed class HostilePageSpecs(World world) : BrowserSpecs(world)
{
    [Fact]
    public async Task Replaced_prototypes_neither_hide_the_draft_nor_let_it_out()
    {
        var composer = await Open("hostile");
        await composer.Write(Samples.Blocked);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        await composer.Dialog.Root.Locator("mark").GetByText(Samples.BlockedValue).WaitForAsync();
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task A_click_made_by_the_page_is_checked_like_any_other()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Blocked);
        await composer.Page.EvaluateAsync("() => document.querySelector('#publish').click()");
        await composer.Dialog.Shown();
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task The_page_cannot_answer_the_dialog_for_the_author()
    {
        var composer = await WithDialog(Samples.Warned);
        await composer.Page.EvaluateAsync(
            """
            () => {
              const host = [...document.documentElement.children].at(-1);
              const dialog = host.shadowRoot.querySelector('dialog');
              for (const target of [host, dialog, ...dialog.querySelectorAll('button')])
                for (const kind of ['pointerdown', 'mousedown', 'mouseup', 'click'])
                  target.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true, cancelable: true }));
              for (const button of dialog.querySelectorAll('button')) button.click();
              host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
            }
            """);
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task A_page_that_removes_the_dialog_publishes_nothing()
    {
        var composer = await WithDialog(Samples.Warned);
        await composer.Page.EvaluateAsync(
            """
            () => {
              const remove = () => { for (const element of [...document.documentElement.children].slice(2)) element.remove(); };
              new MutationObserver(remove).observe(document.documentElement, { childList: true });
              remove();
            }
            """);
        await composer.PublishedNothing();
        (await composer.Text()).Should().Be(Samples.Warned);
    }

    [Fact]
    public async Task A_page_that_hides_or_covers_the_dialog_does_not_succeed()
    {
        var composer = await WithDialog(Samples.Warned);
        await composer.Page.EvaluateAsync(
            """
            () => {
              document.head.append(Object.assign(document.createElement('style'), { textContent: '* { opacity: 0 !important; pointer-events: none !important }' }));
              const host = [...document.documentElement.children].at(-1);
              host.style.setProperty('display', 'none', 'important');
              const cover = Object.assign(document.createElement('dialog'), { id: 'cover', textContent: 'All is well. Press Enter.' });
              document.body.append(cover);
              cover.showModal();
            }
            """);
        var edit = composer.Dialog.Button("Back to my draft");
        await edit.ClickAsync();
        await composer.Dialog.Gone();
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task The_page_hears_nothing_of_what_is_typed_into_the_dialog()
    {
        var composer = await Open("quill");
        await composer.Page.EvaluateAsync(
            """
            () => {
              window.heard = [];
              for (const kind of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'click', 'pointerdown', 'focusin'])
                for (const target of [window, document])
                  target.addEventListener(kind, event => document.querySelector('dialog, [role=alertdialog]') ?? (window.asked && heard.push(kind + ' ' + (event.key ?? ''))), true);
            }
            """);
        await composer.Write(Samples.Justified);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        await composer.Page.EvaluateAsync("() => { window.asked = true; }");
        await composer.Dialog.Button("Publish with a reason…").ClickAsync();
        await composer.Dialog.Root.GetByRole(AriaRole.Textbox).PressSequentiallyAsync("The customer has agreed");
        var heard = await composer.Page.EvaluateAsync<string[]>("() => heard");
        heard.Where(line => !line.StartsWith("focusin", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private async Task<Composer> WithDialog(string draft)
    {
        var composer = await Open("quill");
        await composer.Write(draft);
        await composer.Publish.ClickAsync();
        await composer.Dialog.Shown();
        return composer;
    }
}

using Microsoft.Playwright;

namespace Dlp.Browser.Tests.Screens;

/// <summary>The dialog that tells an author what would leak. Only of use with <see cref="Hosting.Extension.Open"/>.</summary>
public sealed class CheckDialog(IPage page)
{
    public ILocator Root => page.GetByRole(AriaRole.Alertdialog);

    /// <summary>Waits for what the dialog has to say; a slow check has it say so first.</summary>
    public Task Shown() => Root.Locator("form:not(.checking)").WaitForAsync();

    public Task Gone() => Root.WaitForAsync(new() { State = WaitForSelectorState.Detached });

    public ILocator Button(string name) => Root.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task Redact() => Button("Use the safer wording").ClickAsync();

    public Task Cancel() => Button("Don’t publish").ClickAsync();

    public Task<string> Title() => Root.GetByRole(AriaRole.Heading).First.InnerTextAsync();

    /// <summary>The passages of the draft that are marked, in order.</summary>
    public Task<string[]> Marked() => Root.Locator("mark").EvaluateAllAsync<string[]>($"marks => marks.map({OwnText})");

    /// <summary>The draft's body as it is shown.</summary>
    public Task<string> Draft() => Root.Locator(".draft .text").EvaluateAsync<string>($"text => [...text.childNodes].map(node => node.nodeType === Node.TEXT_NODE ? node.data : ({OwnText})(node)).join('')");

    /// <summary>Without the numbers and the words for screen readers that marks bear.</summary>
    private const string OwnText = "mark => [...mark.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('')";
}

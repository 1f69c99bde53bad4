using System.Text;
using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;
using Microsoft.Playwright;

namespace Dlp.Browser.Tests;

/// <summary>Files reach a page by many routes. The page used in these tests uploads what it is given at once, as many sites do.</summary>
public sealed class AttachmentSpecs(World world) : BrowserSpecs(world)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-attachments-").FullName;

    public static readonly TheoryData<string> Routes = new("input", "detached", "drop", "paste", "picker");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_file_that_leaks_never_reaches_the_page(string route)
    {
        var composer = await OpenAttachments();
        await Attach(composer, route, File("offer.txt", Samples.Blocked));
        await composer.Dialog.Shown();
        (await composer.Dialog.Root.InnerTextAsync()).Should().Contain("offer.txt");
        await composer.PublishedNothing();
        await composer.Dialog.Button("Back to my draft").ClickAsync();
        await composer.Dialog.Gone();
        await composer.PublishedNothing();
        (await composer.Page.EvaluateAsync<int>("() => attachedFiles().length")).Should().Be(0);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_file_without_leaks_reaches_the_page_once_and_whole(string route)
    {
        var composer = await OpenAttachments();
        var file = File("menu.txt", Samples.Allowed);
        await Attach(composer, route, file);
        var published = await composer.PublishedOnce();
        published.By.Should().Be(route);
        published.Files.Should().Equal(new PublishedFile("menu.txt", new FileInfo(file).Length));
        (await composer.Dialog.Root.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Several_files_are_one_question()
    {
        var composer = await OpenAttachments();
        await composer.Page.Locator("#input").SetInputFilesAsync([File("menu.txt", Samples.Allowed), File("plan.txt", Samples.Warned)]);
        await composer.Dialog.Button("Publish anyway").ClickAsync();
        var published = await composer.PublishedOnce();
        published.Files.Select(file => file.Name).Should().Equal("menu.txt", "plan.txt");
    }

    [Fact]
    public async Task A_picture_from_the_clipboard_is_checked_and_pasted_once()
    {
        await Browser.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var composer = await OpenAttachments();
        await composer.Page.EvaluateAsync(
            """
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
              const png = await new Promise(done => canvas.toBlob(done, 'image/png'));
              await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
            }
            """);
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.PressAsync("Control+V");
        (await composer.PublishedOnce()).Should().BeEquivalentTo(new { By = "paste", Files = new[] { new { Name = "image.png" } } });
    }

    [Fact]
    public async Task Text_from_the_clipboard_is_pasted_as_ever()
    {
        await Browser.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var composer = await OpenAttachments();
        await composer.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", Samples.Allowed);
        await composer.Editor.ClickAsync();
        await composer.Page.Keyboard.PressAsync("Control+V");
        await Eventually.Holds(async () => await composer.Text() == Samples.Allowed, "the text is pasted");
    }

    [Fact]
    public async Task A_file_above_the_limit_of_the_API_is_not_lost_in_silence()
    {
        var composer = await OpenAttachments();
        var path = Path.Combine(_folder, "film.txt");
        await using (var file = System.IO.File.Create(path))
            file.SetLength(100 * 1024 * 1024);
        await composer.Page.Locator("#input").SetInputFilesAsync(path);
        await composer.Dialog.Root.GetByText("too large").First.WaitForAsync();
        await composer.PublishedNothing();
    }

    [Fact]
    public async Task A_slow_check_of_a_file_is_shown_and_can_be_cancelled()
    {
        await using var api = await FaultyApi.Silent();
        await World.Configure(Browser, new { apiBase = api.Address.GetLeftPart(UriPartial.Authority), timeLimitMilliseconds = 60_000 });
        var composer = await OpenAttachments();
        await composer.Page.Locator("#input").SetInputFilesAsync(File("menu.txt", Samples.Allowed));
        await composer.Dialog.Root.WaitForAsync();
        (await composer.Dialog.Title()).Should().Be("Checking your draft…");
        await composer.Dialog.Button("Cancel").ClickAsync();
        await composer.Dialog.Gone();
        await composer.PublishedNothing();
    }

    private string File(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private async Task<Composer> OpenAttachments()
    {
        var page = await OpenBlank();
        // The browser's own picker cannot be driven; this one gives real handles, to files of the origin's private file system.
        await page.AddInitScriptAsync(
            """
            window.showOpenFilePicker = async () => {
              const folder = await navigator.storage.getDirectory();
              const handle = await folder.getFileHandle(window.picked.name, { create: true });
              const writable = await handle.createWritable();
              await writable.write(window.picked.content);
              await writable.close();
              return [handle];
            };
            """);
        return await Composer.Open(Browser, page, "attachments");
    }

    private static async Task Attach(Composer composer, string route, string path)
    {
        var page = composer.Page;
        switch (route)
        {
            case "input":
                await page.Locator("#input").SetInputFilesAsync(path);
                break;
            case "detached":
                var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Locator("#detached").ClickAsync());
                await chooser.SetFilesAsync(path);
                break;
            case "drop":
                await Drop(page, path);
                break;
            case "paste":
                await page.EvaluateAsync(
                    """
                    ([name, content]) => {
                      const clipboardData = new DataTransfer();
                      clipboardData.items.add(new File([content], name, { type: 'text/plain' }));
                      document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
                    }
                    """,
                    new[] { Path.GetFileName(path), await System.IO.File.ReadAllTextAsync(path) });
                break;
            default:
                await page.EvaluateAsync("([name, content]) => { window.picked = { name, content }; }", new[] { Path.GetFileName(path), await System.IO.File.ReadAllTextAsync(path) });
                await page.Locator("#picker").ClickAsync();
                break;
        }
    }

    /// <summary>Drops a file of the disk, as from a file manager.</summary>
    private static async Task Drop(IPage page, string path)
    {
        var box = (await page.Locator("#drop").BoundingBoxAsync())!;
        var devTools = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
            await devTools.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = type,
                ["x"] = box.X + 10,
                ["y"] = box.Y + 10,
                ["data"] = new Dictionary<string, object> { ["items"] = Array.Empty<object>(), ["files"] = new[] { path }, ["dragOperationsMask"] = 1 },
            });
    }
}

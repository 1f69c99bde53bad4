using System.Diagnostics;
using System.Text;
using Polly.Timeout;

namespace Dlp.Documents.Images;

/// <summary>
/// The command of Tesseract. The image goes in and the text comes out through pipes; nothing is written to a file.
/// </summary>
internal sealed class Tesseract
{
    /// <summary>More than it tells of any image that is small enough to be read.</summary>
    private const int MaxCharacters = 10_000_000;

    /// <summary>Letters that stand upright are seen with 70 to 95 in a hundred, small and blurred ones too; those on their side or their head with 40.</summary>
    private const double SureFrom = 60;

    /// <summary>Fewer letters than these tell nothing of how they stand.</summary>
    private const int FewLetters = 12;

    private static readonly TimeSpan LongestList = TimeSpan.FromSeconds(10);

    private readonly string _path;
    private readonly List<string> _arguments;
    private readonly List<string>? _turning;

    private Tesseract(string path, string languages, bool tellsOrientation, OcrOptions options)
    {
        _path = path;

        // Page segmentation mode 3 reads columns, and lines that slant; 6 and 11 do not. Mode 1 finds out first which side is up, which takes a third longer.
        _arguments = Arguments("3");
        _turning = tellsOrientation ? Arguments("1") : null;
        List<string> Arguments(string mode) =>
            ["stdin", "stdout", "-l", languages, "--psm", mode, .. Folder(options), "-c", "tessedit_create_txt=1", "-c", "tessedit_create_tsv=1"];
    }

    /// <summary>Tesseract as it is installed; null when it is not, or has no language.</summary>
    public static Tesseract? Find(OcrOptions options)
    {
        if (options.Command is null || Command.Find(options.Command) is not { } path)
            return null;
        var installed = Languages(path, options);
        var languages = options.Languages.Where(installed.Contains).ToList();
        if (languages.Count == 0)
            languages = [.. installed.Where(language => language is not ("osd" or "equ")).Take(1)];
        return languages.Count == 0 ? null : new Tesseract(path, string.Join('+', languages), installed.Contains("osd"), options);
    }

    /// <summary>The text that stands in images, one after the other; empty when there is none.</summary>
    /// <param name="images">Read as the pages of one document.</param>
    /// <param name="most">How much processor time it may use.</param>
    /// <param name="callerToken">Ends it.</param>
    /// <exception cref="TesseractException">It did not start, or failed.</exception>
    /// <exception cref="TimeoutRejectedException">It used up its time; the process has been killed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="callerToken"/> was cancelled; the process has been killed.</exception>
    public async Task<string> ReadAsync(IReadOnlyList<GreyImage> images, TimeSpan most, CancellationToken callerToken)
    {
        var pages = await RunAsync(_arguments, images, most, callerToken);
        if (_turning is not null && pages.Count == images.Count)
            await TurnAsync(pages, images, most, callerToken);
        return Misreadings.Mended(string.Join('\n', pages.Select(page => page.Text)).Trim());
    }

    /// <summary>Reads pages anew that seem to stand on their side or their head, and keeps what is surer.</summary>
    private async Task TurnAsync(List<RecognisedPage> pages, IReadOnlyList<GreyImage> images, TimeSpan most, CancellationToken callerToken)
    {
        int[] unsure = [.. Enumerable.Range(0, pages.Count).Where(i => pages[i] is { Confidence: < SureFrom, Letters: >= FewLetters })];
        if (unsure.Length == 0)
            return;
        try
        {
            var turned = await RunAsync(_turning!, [.. unsure.Select(i => images[i])], most, callerToken);
            for (var i = 0; i < unsure.Length && turned.Count == unsure.Length; i++)
            {
                if (turned[i].Confidence > pages[unsure[i]].Confidence)
                    pages[unsure[i]] = turned[i];
            }
        }
        catch (TimeoutRejectedException)
        {
            // What was seen first is what there is.
        }
    }

    private async Task<List<RecognisedPage>> RunAsync(List<string> arguments, IReadOnlyList<GreyImage> images, TimeSpan most, CancellationToken callerToken)
    {
        using var process = Start(_path, arguments);
        using var watch = new ProcessorTimeWatch(process, most, callerToken);
        var token = watch.Token;
        try
        {
            var text = ReadTextAsync(process, token);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, token);
            await WriteAsync(process, images, token);
            var read = await text;
            await errors;
            await process.WaitForExitAsync(token);
            return process.ExitCode == 0 ? TesseractOutput.PagesOf(read) : throw new TesseractException($"it ended with code {process.ExitCode}");
        }
        catch (OperationCanceledException fault) when (watch.IsOver && !callerToken.IsCancellationRequested)
        {
            throw new TimeoutRejectedException("it used up its processor time", most, fault);
        }
        catch (IOException fault)
        {
            throw new TesseractException("a pipe to it broke", fault);
        }
        finally
        {
            Command.Kill(process);
        }
    }

    private static async Task WriteAsync(Process process, IReadOnlyList<GreyImage> images, CancellationToken token)
    {
        try
        {
            await GreyTiff.WriteAsync(process.StandardInput.BaseStream, images, token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read the image; its exit code says why.
        }
    }

    private static async Task<string> ReadTextAsync(Process process, CancellationToken token)
    {
        var text = new StringBuilder();
        var chunk = new char[4096];
        int read;
        while ((read = await process.StandardOutput.ReadAsync(chunk, token)) > 0)
        {
            if (text.Length < MaxCharacters)
                text.Append(chunk, 0, read);
        }

        return text.ToString();
    }

    private static HashSet<string> Languages(string path, OcrOptions options)
    {
        using var limit = new CancellationTokenSource(LongestList);
        try
        {
            using var process = Start(path, ["--list-langs", .. Folder(options)]);
            process.StandardInput.Close();
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            try
            {
                // A heading, then a language a line.
                var list = process.StandardOutput.ReadToEndAsync(limit.Token).GetAwaiter().GetResult();
                return [.. list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1)];
            }
            finally
            {
                Command.Kill(process);
            }
        }
        catch (Exception fault) when (fault is TesseractException or IOException or OperationCanceledException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Folder(OcrOptions options) => options.DataPath is null ? [] : ["--tessdata-dir", options.DataPath];

    private static Process Start(string path, IEnumerable<string> arguments)
    {
        var start = Command.Start(path, arguments);
        start.StandardOutputEncoding = Encoding.UTF8;

        // Its threads cost more than they bring; several images are read at once instead.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            return Process.Start(start) ?? throw new TesseractException("it did not start");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new TesseractException("it did not start", fault);
        }
    }
}

/// <summary>Tesseract did not do its work.</summary>
internal sealed class TesseractException(string message, Exception? inner = null) : Exception(message, inner);

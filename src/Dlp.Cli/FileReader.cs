using Dlp.Documents;
using Dlp.Documents.Workers;

namespace Dlp.Cli;

/// <summary>Reads files, those that are no plain text in a process of their own, which starts while the program does other things.</summary>
internal sealed class FileReader : IAsyncDisposable
{
    private const int LongestLookedAt = 1 << 20;

    private readonly WorkerPool? _worker;

    private FileReader(Shell shell, WorkerPool? worker)
    {
        _worker = worker;
        Attachments = new AttachmentReader(timeProvider: shell.Clock, workers: worker);
    }

    public AttachmentReader Attachments { get; }

    /// <summary>Starts the process if a file needs it, and does not wait for it. Where its program is missing, files are read in this one, and the standard error says so.</summary>
    public static FileReader Start(Shell shell, IEnumerable<string> files)
    {
        if (!WorkerPool.IsInstalled)
        {
            shell.WriteFaults(["Dlp.Documents.Worker.dll is missing beside the program: files are read without protection from hostile ones."]);
            return new FileReader(shell, worker: null);
        }

        var worker = new WorkerPool(new WorkerOptions { Count = 1 });
        if (files.Any(file => NeedsProcess(shell.PathOf(file))))
            _ = worker.WarmAsync();
        return new FileReader(shell, worker);
    }

    // A file that cannot be read is told of when its turn comes. A pipe can be read once only: it has no length, or the
    // shell links to it.
    private static bool NeedsProcess(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file is { LinkTarget: null, Length: > 0 }
                && (file.Length > LongestLookedAt || !AttachmentReader.IsPlainText(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _worker?.DisposeAsync() ?? ValueTask.CompletedTask;
}

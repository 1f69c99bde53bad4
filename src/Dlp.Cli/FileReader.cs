using Dlp.Documents;
using Dlp.Documents.Workers;

namespace Dlp.Cli;

/// <summary>Reads files in a process of their own, which starts while the program does other things.</summary>
internal sealed class FileReader : IAsyncDisposable
{
    private readonly WorkerPool? _worker;

    private FileReader(Shell shell, WorkerPool? worker)
    {
        _worker = worker;
        Attachments = new AttachmentReader(timeProvider: shell.Clock, workers: worker);
    }

    public AttachmentReader Attachments { get; }

    /// <summary>Starts the process, and does not wait for it. Where its program is missing, files are read in this one, and the standard error says so.</summary>
    public static FileReader Start(Shell shell)
    {
        if (!WorkerPool.IsInstalled)
        {
            shell.WriteFaults(["Dlp.Documents.Worker.dll is missing beside the program: files are read without protection from hostile ones."]);
            return new FileReader(shell, worker: null);
        }

        var worker = new WorkerPool(new WorkerOptions { Count = 1 });
        _ = worker.WarmAsync();
        return new FileReader(shell, worker);
    }

    public ValueTask DisposeAsync() => _worker?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using Dlp.Documents.Workers;

namespace Dlp.Api.Checks;

/// <summary>Starts the workers with the program, so that the first attachment does not wait for them, and says when that fails.</summary>
internal sealed partial class WorkerWarmer(WorkerPool workers, ILogger<WorkerWarmer> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!WorkerPool.IsInstalled)
                LogMissing(logger);
            else if (!await workers.WarmAsync() && !stoppingToken.IsCancellationRequested)
                LogNotStarted(logger);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // When the program fails to start, the host would take this for a failure of the service.
        }
    }

    [LoggerMessage(LogLevel.Error, "Dlp.Documents.Worker.dll is missing beside the program, so that no attachment can be read; publish or install the program anew")]
    private static partial void LogMissing(ILogger logger);

    [LoggerMessage(LogLevel.Error, "The processes that read attachments could not be started, so that these are reported as unreadable; it is tried again with the next ones")]
    private static partial void LogNotStarted(ILogger logger);
}

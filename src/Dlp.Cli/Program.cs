using Dlp.Cli;
using Dlp.Documents.Worker;
using Dlp.Documents.Workers;

if (args is [WorkerPool.Argument, ..])
{
    AttachmentWorker.Run();
    return ExitCode.Fault;
}

return await DlpCommand.RunAsync(args, Shell.OfProcess());

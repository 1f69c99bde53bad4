using Dlp.Cli;

return await DlpCommand.RunAsync(args, Shell.OfProcess());

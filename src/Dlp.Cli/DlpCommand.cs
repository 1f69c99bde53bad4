using System.CommandLine;
using System.CommandLine.Invocation;
using Dlp.Cli.Extraction;
using Dlp.Cli.Measuring;
using Dlp.Cli.Rules;
using Dlp.Cli.Scanning;

namespace Dlp.Cli;

/// <summary>The command <c>dlp</c> and all below it.</summary>
internal static class DlpCommand
{
    /// <summary>Runs one command line and tells its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Shell shell, CancellationToken cancellationToken = default)
    {
        var parsed = Create(shell).Parse(arguments);
        var streams = new InvocationConfiguration { Output = shell.Out, Error = shell.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var exitCode = await parsed.InvokeAsync(streams, cancellationToken);
            return parsed.Action is ParseErrorAction ? ExitCode.Usage : exitCode;
        }
        catch (OperationCanceledException)
        {
            shell.Error.WriteLine("Cancelled.");
            return ExitCode.Fault;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            shell.WriteFaults([e.Message]);
            return ExitCode.Fault;
        }
#pragma warning disable CA1031 // The last resort. The message may quote what was being scanned, so only the kind and the place are told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            shell.Error.WriteLine($"dlp has a fault of its own: {e.GetType().FullName}. Please report it with these lines; they hold nothing of your text.");
            shell.Error.WriteLine(e.StackTrace);
            return ExitCode.Fault;
        }
    }

    private static RootCommand Create(Shell shell)
    {
        var root = new RootCommand("Says before you publish what would leak, why, and how to say it instead.")
        {
            ScanCommand.Create(shell),
            ExtractCommand.Create(shell),
            RulesCommand.Create(shell),
            MeasureCommand.Create(shell),
        };
        DetailedCommand.AddToHelpOf(root);
        return root;
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Dlp.Cli;

/// <summary>A command whose own help says more than its line in the list of commands.</summary>
/// <param name="name">The command's name.</param>
/// <param name="summary">One line.</param>
/// <param name="details">Printed below the options.</param>
internal sealed class DetailedCommand(string name, string summary, string details) : Command(name, summary)
{
    /// <summary>Lets <c>--help</c> print the details of such commands.</summary>
    public static void AddToHelpOf(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new DetailedHelp((HelpAction)help.Action!);
    }

    private sealed class DetailedHelp(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is DetailedCommand command)
                parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
            return exitCode;
        }
    }

    private string Details { get; } = details;
}

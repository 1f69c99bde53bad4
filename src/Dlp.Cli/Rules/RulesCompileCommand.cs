using System.CommandLine;
using System.Globalization;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Rules;

/// <summary><c>dlp rules compile</c>: what loading derives of the rules, kept beside the folder.</summary>
internal static class RulesCompileCommand
{
    private const string Details = """
        Loads all rules, runs their examples, and writes what loading derives of them into DIR.compiled, so that every later start takes it from there.
        A rule whose file has changed since is loaded from its file, and all are by another build of dlp: nothing needs to be compiled for a scan to be right.
        The rules that come with dlp are compiled already, and a folder that holds the same rules uses them.
        """;

    public static Command Create(Shell shell)
    {
        var directory = new Argument<string?>("DIR") { Description = "The rules folder. Default: as for 'dlp scan'.", Arity = ArgumentArity.ZeroOrOne };
        var command = new DetailedCommand("compile", "Makes every later start with a rules folder fast.", Details) { directory };
        command.SetAction(parsed =>
        {
            var folder = RulesFolder.Choose(shell, parsed.GetValue(directory));
            if (!folder.IsThereOrTell(shell))
                return ExitCode.Fault;
            var load = RuleSet.Compile(folder.Path, out var path);
            shell.WriteFaults(load.Faults.Select(folder.TextOf));
            if (load.RuleSet is not { } ruleSet)
                return ExitCode.Fault;
            shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ruleSet.Rules.Count} rules compiled into {PlainText.OneLine(path)}"));
            return ExitCode.Success;
        });
        return command;
    }
}

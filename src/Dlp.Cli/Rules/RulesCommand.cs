using System.CommandLine;

namespace Dlp.Cli.Rules;

/// <summary><c>dlp rules</c>: for those who write rules.</summary>
internal static class RulesCommand
{
    public static Command Create(Shell shell) => new("rules", "Checks, lists and compiles the rules.")
    {
        RulesCheckCommand.Create(shell),
        RulesCompileCommand.Create(shell),
        RulesListCommand.Create(shell),
        RulesValidatorsCommand.Create(shell),
    };
}

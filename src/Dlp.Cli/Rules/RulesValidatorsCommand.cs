using System.CommandLine;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Rules;

/// <summary><c>dlp rules validators</c>: the names that a rule's <c>validators</c> may hold.</summary>
internal static class RulesValidatorsCommand
{
    public static Command Create(Shell shell)
    {
        var format = Options.Format("text", "json");
        var command = new Command("validators", "Lists the names of the proofs that a rule may ask for under 'validators'.") { format };
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> names = [.. RuleSet.ValidatorNames.Order(StringComparer.Ordinal)];
            if (parsed.GetValue(format) == "json")
                RulesJsonReport.WriteNames(names, shell.Out);
            else
                foreach (var name in names)
                    shell.Out.WriteLine(name);
            return ExitCode.Success;
        });
        return command;
    }
}

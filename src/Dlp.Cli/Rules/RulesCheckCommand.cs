using System.CommandLine;
using System.Globalization;
using Dlp.Engine.Rules;
using Spectre.Console;

namespace Dlp.Cli.Rules;

/// <summary><c>dlp rules check</c>: every fault and every doubtful thing of a rules folder.</summary>
internal static class RulesCheckCommand
{
    private const string Details = """
        Loads every file of a rules folder, runs every example, and prints each fault as 'file(line,column): what is wrong; what to do'.
        A folder without faults is then looked at for what is doubtful; those are warnings. With --plans, it is told for each detector how
        it is run, how often its pattern is tried on 1,000 characters of ordinary text, and how much one try may cost.

        Exit codes: 0 no fault; 1 faults, or warnings with --warnings-as-errors; 2 wrong usage.
        """;

    public static Command Create(Shell shell)
    {
        var directory = new Argument<string?>("DIR") { Description = "The rules folder. Default: as for 'dlp scan'.", Arity = ArgumentArity.ZeroOrOne };
        var warningsAsErrors = new Option<bool>("--warnings-as-errors") { Description = "Exit with 1 when there is a warning." };
        var plans = new Option<bool>("--plans") { Description = "Tell how each detector is run and what it costs. Always told in json." };
        var format = Options.Format("text", "json");
        var noColor = Options.NoColor();
        var command = new DetailedCommand("check", "Loads all rules, runs their examples, and tells every fault.", Details) { directory, warningsAsErrors, plans, format, noColor };
        command.SetAction(parsed =>
        {
            var folder = RulesFolder.Choose(shell, parsed.GetValue(directory));
            if (!folder.IsThereOrTell(shell))
                return ExitCode.Fault;
            var check = RulesCheck.Of(folder.Path);
            if (parsed.GetValue(format) == "json")
                RulesJsonReport.WriteCheck(check, folder, shell.Out);
            else
                WriteText(check, parsed.GetValue(plans), folder, shell.ConsoleOn(shell.Out, shell.OutIsTerminal, parsed.GetValue(noColor)));
            return check.Faults.Count > 0 || (check.Warnings.Count > 0 && parsed.GetValue(warningsAsErrors)) ? ExitCode.Fault : ExitCode.Success;
        });
        return command;
    }

    private static void WriteText(RulesCheck check, bool withPlans, RulesFolder folder, IAnsiConsole console)
    {
        // One fault a line, however long: editors and build servers read them.
        console.Profile.Width = int.MaxValue;
        if (withPlans)
            WritePlans(check.Plans, console);
        foreach (var fault in check.Faults)
            WriteLine(console, "red", "", folder.TextOf(fault));
        foreach (var warning in check.Warnings)
            WriteLine(console, "yellow", "warning: ", folder.TextOf(warning));
        var colour = check.Faults.Count > 0 ? "red" : check.Warnings.Count > 0 ? "yellow" : "green";
        WriteLine(console, $"bold {colour}", "", $"{Count(check.Rules, "rule")}, {Count(check.Faults.Count, "fault")}, {Count(check.Warnings.Count, "warning")}");
    }

    private static void WritePlans(IReadOnlyList<DetectorPlan> plans, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Rule").AddColumn("Detector").AddColumn("Looked for")
            .AddColumn(new TableColumn("Tries/1,000").RightAligned()).AddColumn(new TableColumn("Characters/try").RightAligned());
        foreach (var plan in plans)
            table.AddRow([.. new[] { plan.RuleId, plan.Path, plan.How, Figure(plan.TriesPerThousandCharacters), Figure(plan.CharactersPerTry) }.Select(Markup.Escape)]);
        console.Write(table);
    }

    private static string Figure(double figure) => figure == 0 ? "" : figure.ToString(figure < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    private static void WriteLine(IAnsiConsole console, string style, string prefix, string line) =>
        console.MarkupLine($"[{style}]{prefix}{Markup.Escape(PlainText.OneLine(line))}[/]");

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}

/// <summary>What checking a rules folder gave.</summary>
/// <param name="Rules">Rules in the folder.</param>
/// <param name="Faults">What keeps the folder from loading.</param>
/// <param name="Warnings">What is doubtful; looked for only in a folder that loads.</param>
/// <param name="Plans">How the detectors are run; told only of a folder that loads.</param>
internal sealed record RulesCheck(int Rules, IReadOnlyList<RuleFault> Faults, IReadOnlyList<RuleFault> Warnings, IReadOnlyList<DetectorPlan> Plans)
{
    private static readonly string[] FoldersWithoutRules = ["policies", "words", "fragments", "schema"];

    public static RulesCheck Of(string directory)
    {
        var load = RuleSet.LoadAnew(directory);
        return load.RuleSet is null
            ? new RulesCheck(CountFiles(directory), load.Faults, [], [])
            : new RulesCheck(load.RuleSet.Rules.Count, load.Faults, RuleWarnings.Of(load.RuleSet, directory), load.RuleSet.Plans());
    }

    private static int CountFiles(string directory) => Directory.EnumerateDirectories(directory)
        .Where(folder => !FoldersWithoutRules.Contains(Path.GetFileName(folder), StringComparer.Ordinal))
        .Sum(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Count());
}

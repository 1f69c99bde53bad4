using System.CommandLine;
using System.Globalization;
using Dlp.Engine;
using Spectre.Console;

namespace Dlp.Cli.Rules;

/// <summary><c>dlp rules list</c>: the catalogue.</summary>
internal static class RulesListCommand
{
    public static Command Create(Shell shell)
    {
        var rules = Options.Rules();
        var language = Options.Language();
        var format = Options.Format("table", "json", "markdown");
        var noColor = Options.NoColor();
        var command = new Command("list", "Lists all rules by id, with what each finds.") { rules, language, format, noColor };
        command.SetAction(parsed =>
        {
            if (RulesFolder.Choose(shell, parsed.GetValue(rules)).LoadOrTell(shell) is not { } ruleSet)
                return ExitCode.Fault;
            IReadOnlyList<CatalogueLine> catalogue = [.. ruleSet.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => CatalogueLine.Of(rule, Options.LanguageOf(parsed, language, shell)))];
            switch (parsed.GetValue(format))
            {
                case "json":
                    RulesJsonReport.WriteCatalogue(catalogue, shell.Out);
                    break;
                case "markdown":
                    WriteMarkdown(catalogue, shell.Out);
                    break;
                default:
                    WriteTable(catalogue, shell.ConsoleOn(shell.Out, shell.OutIsTerminal, parsed.GetValue(noColor)));
                    break;
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteTable(IReadOnlyList<CatalogueLine> catalogue, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(CatalogueLine.Columns);
        foreach (var line in catalogue)
            table.AddRow([.. line.Cells().Select(cell => new Text(PlainText.OneLine(cell)))]);
        console.Write(table);
    }

    private static void WriteMarkdown(IReadOnlyList<CatalogueLine> catalogue, TextWriter writer)
    {
        writer.Write($"| {string.Join(" | ", CatalogueLine.Columns)} |\n");
        writer.Write($"|{string.Concat(Enumerable.Repeat("---|", CatalogueLine.Columns.Length))}\n");
        foreach (var line in catalogue)
            writer.Write($"| {string.Join(" | ", line.Cells().Select(cell => PlainText.OneLine(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
    }
}

/// <summary>One rule in the catalogue.</summary>
internal sealed record CatalogueLine(string Id, string InfoType, string Category, string Severity, string Status, string Title, int Version)
{
    public static readonly string[] Columns = ["id", "info type", "category", "severity", "status", "title", "version"];

    public string[] Cells() => [Id, InfoType, Category, Severity, Status, Title, Version.ToString(CultureInfo.InvariantCulture)];

    public static CatalogueLine Of(Engine.Rules.Rule rule, Language language) => new(
        rule.Id,
        rule.InfoType,
        Wire.Name(rule.Category),
        Wire.Name(rule.Severity),
        Wire.Name(rule.Status),
        rule.Title.In(language),
        rule.Version);
}

using System.CommandLine;
using Dlp.Documents;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Scanning;

/// <summary><c>dlp scan</c>: from files and text to a verdict.</summary>
internal static class ScanCommand
{
    private const string Details = """
        All that is given is one draft. Every FILE is an attachment of it; its body is the text given by --text, or by '-' (the standard input, also when
        something is piped in and there is no FILE and no --text), or else a first FILE that ends in .txt or .md.

        Formats: 'table' for people; 'json' as POST /v1/checks answers (its id is null, for nothing is recorded); 'jsonl', a line for each finding and
        a last line {"summary": ...}; 'sarif', SARIF 2.1.0. No format shows a value that was found, only its masked preview.

        Exit codes: 0 allow, 10 warn, 11 justify, 12 block; 1 a fault (a missing file, faulty rules); 2 wrong usage.
        """;

    public static Command Create(Shell shell)
    {
        var files = new Argument<string[]>("FILE") { Description = "Attachments of the draft; '-' reads its body from the standard input.", Arity = ArgumentArity.ZeroOrMore };
        var text = new Option<string?>("--text") { Description = "Body of the draft.", HelpName = "TEXT" };
        var settings = new ScanSettings(shell);
        var redact = new Option<bool>("--redact") { Description = "Print the redacted body and nothing else; with --format json, add it to the answer." };
        var rules = Options.Rules();
        var format = Options.Format("table", "json", "jsonl", "sarif");
        var output = Options.Output();
        var noColor = Options.NoColor();
        var command = new DetailedCommand("scan", "Scans one draft and tells whether it may be published.", Details) { files, text, redact, rules, format, output, noColor };
        settings.AddTo(command);

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var source = DraftSource.Of(parsed.GetValue(files)!, parsed.GetValue(text), shell.InputIsPiped);
            if (UsageFault(source, parsed.GetValue(redact), parsed.GetValue(format)!) is { } usageFault)
            {
                shell.WriteFaults([usageFault, "'dlp scan --help' tells more."]);
                return ExitCode.Usage;
            }

            var fileFaults = source.Faults(shell);
            shell.WriteFaults(fileFaults);

            // It starts while the rules are loaded.
            await using var reader = source.HasFiles && fileFaults.Count == 0 ? FileReader.Start(shell, source.Files) : null;
            var ruleSet = RulesFolder.Choose(shell, parsed.GetValue(rules)).LoadOrTell(shell);
            if (ruleSet is null || fileFaults.Count > 0)
                return ExitCode.Fault;
            var options = settings.Read(parsed) with { Redact = parsed.GetValue(redact) };
            if (UnknownInfoTypes(options, ruleSet) is { Length: > 0 } unknown)
            {
                shell.WriteFaults([$"--info-types: no rule finds {string.Join(", ", unknown)}; 'dlp rules list' shows the known ones."]);
                return ExitCode.Usage;
            }

            var report = await ScanAsync(shell, source, reader?.Attachments, ruleSet, options, cancellationToken);
            using var target = ReportTarget.Open(shell, parsed.GetValue(output));
            switch (parsed.GetValue(format))
            {
                case "json":
                    JsonReport.Write(report, target.Writer);
                    break;
                case "jsonl":
                    JsonReport.WriteLines(report, target.Writer);
                    break;
                case "sarif":
                    SarifReport.Write(report, target.Writer);
                    break;
                case "table" when options.Redact:
                    RedactedText.Write(report, target.Writer, shell);
                    break;
                default:
                    new TableReport(report, shell.ConsoleOn(target.Writer, target.IsTerminal, parsed.GetValue(noColor))).Write();
                    break;
            }

            return ExitCode.Of(report.Result.Verdict);
        });
        return command;
    }

    private static string? UsageFault(DraftSource source, bool redact, string format)
    {
        if (source.Files.FirstOrDefault(file => file.StartsWith('-')) is { } unknown)
            return $"{unknown.Split('=', ' ')[0]} is no option of dlp scan; for a file of that name write ./ in front of it.";
        return source switch
        {
            { Bodies: 0, Files.Count: 0 } => "Nothing to scan: name a FILE, give --text, or pipe a text in.",
            { Bodies: > 1 } => "A draft has one body: give either --text or a single '-'.",
            _ when redact && !source.HasBody => "--redact needs a body, for attachments are not redacted: give --text, '-' or a first FILE that ends in .txt or .md.",
            _ when redact && format is "sarif" or "jsonl" => "--redact goes with the formats table and json only.",
            _ => null,
        };
    }

    private static string[] UnknownInfoTypes(ScanOptions options, RuleSet ruleSet) =>
        options.InfoTypes is { } asked ? [.. asked.Except(ruleSet.InfoTypes.Select(type => type.Id)).Order(StringComparer.Ordinal)] : [];

    private static async Task<ScanReport> ScanAsync(
        Shell shell, DraftSource source, AttachmentReader? reader, RuleSet ruleSet, ScanOptions options, CancellationToken cancellationToken)
    {
        var reading = new DraftReading(shell, source, reader);
        var body = await reading.ReadBodyAsync(cancellationToken);
        var start = shell.Clock.GetTimestamp();
        var (result, parts) = await new DraftScanner(ruleSet).ScanAsync(body, options, scan => reading.FeedFilesAsync(scan, cancellationToken));
        return new ScanReport
        {
            Draft = body,
            Result = result,
            Parts = parts,
            RuleSet = ruleSet,
            Language = options.Language,
            Elapsed = shell.Clock.GetElapsedTime(start),
            Trace = options.Trace,
            Paths = reading.Paths,
            Lines = reading.Lines,
        };
    }
}

using System.CommandLine;
using Dlp.Engine;
using Spectre.Console;

namespace Dlp.Cli.Measuring;

/// <summary><c>dlp measure</c>: how good the rules are on labelled texts.</summary>
internal static class MeasureCommand
{
    private const string Details = """
        A CORPUS is a file of one JSON object a line
        (.jsonl or .jsonl.gz), or a folder of such files; each object has id, source, label, kind (pii, id-number, secret, clean), text,
        positive, and expected: spans {start, end, value, label} in code points, [] or null (span not known). Label 'multi': each span has its own.

        A label that no loaded rule finds is listed apart. No text and no value is ever printed.
        Exit codes: 0 measured; 1 a fault (lines that make no sense are told, the rest is measured all the same); 2 wrong usage.
        """;

    public static Command Create(Shell shell)
    {
        var files = new Argument<string[]>("CORPUS") { Description = "Files and folders of labelled texts.", Arity = ArgumentArity.OneOrMore };
        var rules = Options.Rules();
        var labels = new Option<string?>("--labels")
        {
            Description = "YAML map of corpus labels to info types: 'IBAN_CODE: iban', 'AWS*: [secret.aws-access-key]', 'JWT: secret.*'. Default: a label that is an info type stands for itself, one of kind secret for every secret.",
            HelpName = "FILE",
        };
        var ask = Options.Choice<Asking>("--ask", "Info types asked of the scanner. auto: the mapped ones for pii and id-number, all for secret; mapped; all. Clean texts are always asked for all.");
        var minimumConfidence = Options.Choice<Confidence>("--minimum-confidence", "Findings below this do not count. Default: low.");
        var shadow = new Option<bool>("--shadow") { Description = "Count the findings of shadow rules too." };
        var report = new Option<string?>("--report") { Description = "Write the Markdown report to this file instead of the standard output.", HelpName = "FILE" };
        var json = new Option<string?>("--json") { Description = "Write the figures as JSON to this file as well.", HelpName = "FILE" };
        var misses = new Option<string?>("--misses") { Description = "List what went wrong in this file: row id, label and 'missed', 'accepted', 'extra', 'flagged' or 'found', with tabs between.", HelpName = "FILE" };
        var limit = new Option<int?>("--limit") { Description = "Rows taken of each file, at most. Default: all.", HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < 1)
                result.AddError("--limit must be 1 or more.");
        });
        var sources = Options.List("--sources", "Only rows of these sources.", "SOURCE,...");
        var noColor = Options.NoColor();
        var command = new DetailedCommand("measure", "Reports how much the rules find of what labelled texts hold, and what they find besides.", Details) { files, rules, labels, ask, minimumConfidence, shadow, report, json, misses, limit, sources, noColor };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (found, faults) = Corpus.Find(shell, parsed.GetRequiredValue(files));
            var (entries, mapFaults) = ReadLabels(shell, parsed.GetValue(labels));
            shell.WriteFaults([.. faults, .. mapFaults]);
            var ruleSet = RulesFolder.Choose(shell, parsed.GetValue(rules)).LoadOrTell(shell);
            if (ruleSet is null || faults.Count + mapFaults.Count > 0)
                return Task.FromResult(ExitCode.Fault);

            var scanner = new DraftScanner(ruleSet);
            scanner.Warm();
            var corpus = new Corpus(shell, found, parsed.GetValue(limit) ?? int.MaxValue, parsed.GetValue(sources)!);
            var asking = parsed.GetValue(ask) ?? Asking.Auto;
            var confidence = parsed.GetValue(minimumConfidence) ?? Confidence.Low;
            var withShadow = parsed.GetValue(shadow);
            var scorer = new RowScorer(scanner, new LabelMap(ruleSet, withShadow, entries), asking, confidence, withShadow, shell.Clock);
            var measured = MeasureAll(shell, corpus, scorer, parsed.GetValue(misses), parsed.GetValue(noColor), cancellationToken);

            shell.WriteFaults(corpus.Faults);
            var settings = new MeasureSettings(
                ruleSet.Hash, ruleSet.Rules.Count, Wire.Name(asking), Wire.Name(confidence), withShadow, corpus.Faults.Count);
            using (var target = ReportTarget.Open(shell, parsed.GetValue(report)))
                new MarkdownReport(measured, settings, target.Writer).Write();
            if (parsed.GetValue(json) is { } jsonFile)
            {
                using var target = ReportTarget.Open(shell, jsonFile);
                MeasureJsonReport.Write(measured, settings, target.Writer);
            }

            return Task.FromResult(corpus.Faults.Count > 0 ? ExitCode.Fault : ExitCode.Success);
        });
        return command;
    }

    private static (IReadOnlyDictionary<string, string[]> Entries, IReadOnlyList<string> Faults) ReadLabels(Shell shell, string? file)
    {
        if (file is null)
            return (new Dictionary<string, string[]>(), []);
        var path = shell.PathOf(file);
        return File.Exists(path) ? LabelMap.Read(path, file) : (new Dictionary<string, string[]>(), [$"{file}: there is no such file."]);
    }

    private static MeasuredCorpus MeasureAll(Shell shell, Corpus corpus, RowScorer scorer, string? missesFile, bool noColor, CancellationToken cancellationToken)
    {
        // Scored on all cores, added up here in the order of the files, so that the list of misses is always the same.
        var scores = corpus.Texts().AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(scorer.Score);
        var measurement = new Measurement();
        using var misses = missesFile is null ? null : ReportTarget.Open(shell, missesFile);
        void AddAll(Action advance)
        {
            foreach (var score in scores)
            {
                measurement.Add(score);
                foreach (var (label, what) in score.Misses)
                    misses?.Writer.Write($"{PlainText.OneLine(score.Row.Id)}\t{PlainText.OneLine(label)}\t{what}\n");
                advance();
            }
        }

        if (shell.ErrorIsTerminal)
        {
            shell.ConsoleOn(shell.Error, isTerminal: true, noColor).Progress().AutoClear(enabled: true).Start(progress =>
            {
                var task = progress.AddTask("Measuring", maxValue: 1);
                AddAll(() => task.Value = corpus.Progress);
            });
        }
        else
        {
            AddAll(() => { });
        }

        return measurement.Sum();
    }
}

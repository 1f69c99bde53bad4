using System.Globalization;
using Dlp.Engine;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Spectre.Console;

namespace Dlp.Cli.Scanning;

/// <summary>A scan for people: the verdict first, then what led to it, then what was not looked at.</summary>
internal sealed class TableReport(ScanReport report, IAnsiConsole console)
{
    private readonly ScanWords _words = new(report.Language);

    public void Write()
    {
        var result = report.Result;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold {ColorOf(result.Verdict)}]{_words.Of(result.Verdict)}[/]  {_words.MeaningOf(result.Verdict)}");
        WriteFindings(result.Findings);
        WriteUnscanned(result.Incomplete);
        if (result.ShadowFindings.Count > 0)
        {
            WriteHeading(_words.Shadow);
            WriteFindings(result.ShadowFindings);
        }

        if (report.Trace)
            WriteTrace();
        console.WriteLine();
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[dim]{string.Join(", ", report.Parts.Select(part => $"{Plain(part.Name)}: {part.Characters} {_words.Characters}"))}; {report.Elapsed.TotalMilliseconds:0.0} ms; {ShortHash(report.RuleSet.Hash)}[/]");
    }

    private void WriteFindings(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators()
            .AddColumn(new TableColumn(_words.VerdictTitle).NoWrap())
            .AddColumn(_words.FindingTitle)
            .AddColumn(_words.WhereTitle);
        foreach (var finding in findings)
            table.AddRow(new Markup(VerdictCell(finding.Verdict)), new Markup(FindingCell(finding)), new Markup(WhereCell(finding)));
        console.WriteLine();
        console.Write(table);
    }

    private string VerdictCell(Verdict verdict) => $"[{ColorOf(verdict)}]{_words.Of(verdict)}[/]";

    private string FindingCell(Finding finding)
    {
        var rule = finding.Rule;
        return $"""
            [bold]{Safe(rule.Title.In(report.Language))}[/]  {Safe(finding.Preview)}
            {_words.Severity} {_words.Of(rule.Severity)}, {_words.Confidence} {_words.Of(finding.Confidence)}  [dim]{Safe(rule.Id)}[/]
            {Safe(finding.MessageIn(report.Language))}
            {_words.Instead} {Safe(rule.Replacement.In(report.Language))}
            """.ReplaceLineEndings("\n");
    }

    private string WhereCell(Finding finding)
    {
        var position = PositionOf(finding.Part, finding.Span, finding.InName);
        var location = finding.Location is null ? "" : $"\n{Safe(finding.Location.In(report.Language))}";
        var encoding = finding.Encoding is { } name ? $"\n{Wire.Name(name)}" : "";
        return $"{Safe(finding.Part)}{location}{encoding}\n{(position is null ? "" : $"{_words.Line} {position}\n")}[dim]{finding.Span.Start}–{finding.Span.End}[/]";
    }

    private void WriteUnscanned(IReadOnlyList<PartReport> parts)
    {
        if (parts.Count == 0)
            return;
        WriteHeading(_words.NotScanned);
        foreach (var part in parts)
            console.MarkupLine($"  [{ColorOf(part.Verdict)}]{_words.Of(part.Verdict)}[/]  {Safe(part.Name)}: {_words.Of(part.Status)}{(part.Detail is null ? "" : $", {Safe(part.Detail.In(report.Language))}")}");
    }

    private void WriteTrace()
    {
        WriteHeading(_words.Trace);
        foreach (var finding in report.Result.Findings.Concat(report.Result.ShadowFindings))
            WriteSteps($"{finding.Id} {finding.Rule.Id}", finding.Part, finding.Span, finding.InName, finding.Trace ?? []);
        foreach (var dropped in report.Result.Dropped)
            WriteSteps($"{_words.Dropped} {dropped.RuleId}", dropped.Part, dropped.Span, dropped.InName, dropped.Trace);
    }

    private void WriteSteps(string what, string part, TextSpan span, bool inName, IReadOnlyList<TraceStep> steps)
    {
        console.MarkupLine($"  [bold]{Safe(what)}[/]  {Safe(part)} {PositionOf(part, span, inName)} [dim]{span.Start}–{span.End}[/]");
        foreach (var step in steps)
            console.MarkupLine($"    {Wire.Name(step.Step)}  {Safe(step.Detail)}{(step.Confidence is { } confidence ? $"  → {_words.Of(confidence)}" : "")}");
    }

    // A name has no lines.
    private string? PositionOf(string part, TextSpan span, bool inName) =>
        inName ? null : FormattableString.Invariant($"{report.PositionOf(part, span.Start).Line}:{report.PositionOf(part, span.Start).Column}");

    private void WriteHeading(string heading)
    {
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{heading}[/]");
    }

    private static string Plain(string text) => PlainText.OneLine(text);

    private static string Safe(string text) => Markup.Escape(Plain(text));

    private static string ShortHash(string hash) => hash.Length > 19 ? hash[..19] : hash;

    private static string ColorOf(Verdict verdict) => verdict switch { Verdict.Allow => "green", Verdict.Warn => "yellow", Verdict.Justify => "magenta", _ => "red" };
}

using System.Globalization;

namespace Dlp.Cli.Measuring;

/// <summary>How a measurement was made, for the head of its report.</summary>
internal sealed record MeasureSettings(string RuleSet, int Rules, string Asking, string MinimumConfidence, bool WithShadow, int Faults);

/// <summary>A measurement for people: averages by source first, then every label. Holds no text and no value.</summary>
internal sealed class MarkdownReport(MeasuredCorpus corpus, MeasureSettings settings, TextWriter writer)
{
    public void Write()
    {
        Line("# Measurement");
        Line();
        Line($"{settings.Rules} rules, `{settings.RuleSet}`; asked: {settings.Asking}, confidence {settings.MinimumConfidence} or more, shadow rules {(settings.WithShadow ? "counted" : "not counted")}.");
        if (settings.Faults > 0)
            Line($"**{settings.Faults} lines or files could not be read and are not in these figures.**");
        Line();
        Line("Recall: spans found, by overlap. Refusals: negatives left alone, which hold for their label only. Precision: findings that overlap what was to be found. Exact: spans found with both ends right.");
        Line("Averages are over labels, each counting once. Figures are percentages.");
        WriteAverages("Sources", "source", corpus.Sources);
        WriteAverages("Kinds", null, corpus.Kinds);
        WriteClean();
        WriteTime();
        WriteLabels();
        WriteUnsupported();
    }

    private void WriteAverages(string title, string? first, IReadOnlyList<MacroAverage> averages)
    {
        if (averages.Count == 0)
            return;
        string[] leading = first is null ? ["kind"] : [first, "kind"];
        Heading(title, [.. leading, "labels", "rows", "recall", "refusals", "precision", "exact", "unsupported labels", "unsupported rows"], leading.Length);
        foreach (var average in averages)
        {
            string[] names = first is null ? [average.Kind] : [average.Source!, average.Kind];
            Row([
                .. names, Count(average.Labels), Count(average.Rows), Percent(average.Recall), Percent(average.Refusals), Percent(average.Precision),
                Percent(average.ExactSpans), Count(average.UnsupportedLabels), Count(average.UnsupportedRows)]);
        }
    }

    private void WriteClean()
    {
        if (corpus.Clean.Count == 0)
            return;
        Heading("Clean texts", ["source", "texts", "flagged", "flagged %", "with a finding", "with a finding %"], 1);
        foreach (var clean in corpus.Clean)
        {
            Row([
                clean.Source, Count(clean.Texts), Count(clean.Flagged), Percent(Tally.Share(clean.Flagged, clean.Texts)),
                Count(clean.WithFinding), Percent(Tally.Share(clean.WithFinding, clean.Texts))]);
        }

        if (corpus.CleanInfoTypes.Count == 0)
            return;
        Heading("Found in clean texts", ["info type", "texts", "of these flagged"], 1);
        foreach (var type in corpus.CleanInfoTypes)
            Row([type.InfoType, Count(type.Texts), Count(type.FlaggedTexts)]);
    }

    private void WriteTime()
    {
        var time = corpus.Time;
        Heading("Time of a scan (for information)", ["texts", "mean ms", "median ms", "99th percentile ms", "MB/s of one core"], 0);
        Row([Count(time.Texts), Decimal(time.MeanMilliseconds), Decimal(time.MedianMilliseconds), Decimal(time.Percentile99Milliseconds), Decimal(time.MegabytesPerSecond)]);
    }

    private void WriteLabels()
    {
        if (corpus.Labels.Count == 0)
            return;
        Heading("Labels", ["source", "kind", "label", "rows", "positives", "recall", "negatives", "refusals", "precision", "exact"], 3);
        foreach (var (key, tally) in corpus.Labels)
        {
            Row([
                key.Source, key.Kind, key.Label, Count(tally.Rows), Count(tally.Positives), Percent(tally.Recall),
                Count(tally.Negatives), Percent(tally.Refusals), Percent(tally.Precision), Percent(tally.ExactSpans)]);
        }
    }

    private void WriteUnsupported()
    {
        if (corpus.Unsupported.Count == 0)
            return;
        Heading("Labels that no loaded rule maps to", ["source", "kind", "label", "rows"], 3);
        foreach (var (key, rows) in corpus.Unsupported)
            Row([key.Source, key.Kind, key.Label, Count(rows)]);
    }

    private void Heading(string title, IReadOnlyList<string> columns, int names)
    {
        Line();
        Line($"## {title}");
        Line();
        Row(columns);
        writer.Write($"|{string.Concat(columns.Select((_, index) => index < names ? "---|" : "---:|"))}\n");
    }

    private void Row(IReadOnlyList<string> cells) =>
        writer.Write($"| {string.Join(" | ", cells.Select(cell => PlainText.OneLine(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |\n");

    private void Line(string text = "") => writer.Write($"{text}\n");

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double? share) => share is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) : "–";

    private static string Decimal(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);
}

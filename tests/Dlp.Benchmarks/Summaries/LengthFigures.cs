using Dlp.Benchmarks.Texts;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Summaries;

/// <summary>How the cost of a character depends on the length of the text, and on who wrote it.</summary>
internal static class LengthFigures
{
    private const int Megabyte = 1_000_000;
    private const int Turns = 4;

    public static void Measure(Report report, RuleSet ruleSet)
    {
        var scanner = new DraftScanner(ruleSet);
        MeasureLengths(report, scanner);
        MeasureHostile(report, scanner);
    }

    private static void MeasureLengths(Report report, DraftScanner scanner)
    {
        report.Title("Length of an ordinary text");
        int[] lengths = [100, 1_000, 10_000, 100_000, Megabyte, 10 * Megabyte];
        var posts = new Posts(Summary.Seed);
        LabelledText[] texts = [posts.Ordinary(1)[0] is var post ? new LabelledText(post.Text[..100], []) : null!, .. lengths.Skip(1).Select(posts.Long)];
        foreach (var text in texts)
            text.Verify(scanner.Scan(text.Draft, Summary.Options), $"{text.Text.Length} characters");
        var costs = CostsOf(scanner, texts);
        foreach (var (text, cost) in texts.Zip(costs))
            report.Line(cost, $"ns a character, {text.Text.Length:#,##0} characters, {text.Expected.Count:#,##0} findings");
        report.Figure("growth.text10MB", costs[5] / costs[2], "times dearer a character, 10 MB against 10 kB");
    }

    private static void MeasureHostile(Report report, DraftScanner scanner)
    {
        report.Title("Hostile texts of a million characters");
        var kinds = HostileTexts.Make(Megabyte, Summary.Seed).ToList();
        foreach (var (name, text) in kinds)
            text.Verify(scanner.Scan(text.Draft, Summary.Options), $"hostile: {name}");
        var costs = CostsOf(scanner, [new Posts(Summary.Seed).Long(Megabyte), .. kinds.Select(kind => kind.Text)]);
        report.Line(costs[0], "ns a character, ordinary text");
        foreach (var ((name, _), cost) in kinds.Zip(costs.Skip(1)).OrderByDescending(kind => kind.Second))
            report.Line(cost, $"ns a character: {name}");
        report.Figure("growth.hostile", costs.Skip(1).Max() / costs[0], "times dearer a character, the worst hostile text against ordinary text");
    }

    // In nanoseconds a character; short texts are scanned over and over.
    private static double[] CostsOf(DraftScanner scanner, LabelledText[] texts)
    {
        var turns = texts.Select(text => Math.Max(1, Megabyte / text.Text.Length)).ToArray();
        var best = Rounds.Best(Turns, [.. texts.Select((text, index) => (Action)(() => Repeat(scanner, text, turns[index])))]);
        return [.. best.Select((time, index) => time * 1_000 / turns[index] / texts[index].Text.Length)];
    }

    private static void Repeat(DraftScanner scanner, LabelledText text, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
            scanner.Scan(text.Draft, Summary.Options);
    }
}

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

    // Other texts each time: a processor that has seen the same ten thousand characters a hundred times foresees every branch of theirs.
    private static void MeasureLengths(Report report, DraftScanner scanner)
    {
        report.Title("Length of an ordinary text");
        int[] lengths = [100, 1_000, 10_000, 100_000, Megabyte, 10 * Megabyte];
        var posts = new Posts(Summary.Seed);
        LabelledText[][] texts = [.. lengths.Select(length => TextsOf(posts, length).ToArray())];
        foreach (var text in texts.SelectMany(same => same))
            text.Verify(scanner.Scan(text.Draft, Summary.Options), $"{text.Text.Length} characters");
        var costs = CostsOf(scanner, texts);
        foreach (var ((length, same), cost) in lengths.Zip(texts).Zip(costs))
            report.Line(cost, $"ns a character, {length:#,##0} characters, {same.Sum(text => text.Expected.Count):#,##0} findings in {same.Length:#,##0} texts");
        report.Figure("growth.text10MB", costs[5] / costs[2], "times dearer a character, 10 MB against 10 kB");
    }

    private static IEnumerable<LabelledText> TextsOf(Posts posts, int length)
    {
        var count = Math.Max(1, Megabyte / length);
        return length < Posts.Length
            ? posts.Ordinary(2 * count).Where(post => post.Expected.Count == 0).Take(count).Select(post => new LabelledText(post.Text[..length], []))
            : Enumerable.Range(0, count).Select(_ => posts.Long(length));
    }

    private static void MeasureHostile(Report report, DraftScanner scanner)
    {
        report.Title("Hostile texts of a million characters");
        var kinds = HostileTexts.Make(Megabyte, Summary.Seed).ToList();
        foreach (var (name, text) in kinds)
            text.Verify(scanner.Scan(text.Draft, Summary.Options), $"hostile: {name}");
        var costs = CostsOf(scanner, [[new Posts(Summary.Seed).Long(Megabyte)], .. kinds.Select(kind => new[] { kind.Text })]);
        report.Line(costs[0], "ns a character, ordinary text");
        foreach (var ((name, _), cost) in kinds.Zip(costs.Skip(1)).OrderByDescending(kind => kind.Second))
            report.Line(cost, $"ns a character: {name}");
        report.Figure("growth.hostile", costs.Skip(1).Max() / costs[0], "times dearer a character, the worst hostile text against ordinary text");
    }

    // In nanoseconds a character of some texts.
    private static double[] CostsOf(DraftScanner scanner, LabelledText[][] texts)
    {
        var best = Rounds.Best(Turns, [.. texts.Select(same => (Action)(() => Scan(scanner, same)))]);
        return [.. best.Zip(texts, (time, same) => time * 1_000 / same.Sum(text => text.Text.Length))];
    }

    private static void Scan(DraftScanner scanner, LabelledText[] texts)
    {
        foreach (var text in texts)
            scanner.Scan(text.Draft, Summary.Options);
    }
}

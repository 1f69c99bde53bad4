using Dlp.Benchmarks.Texts;
using Dlp.Engine;

namespace Dlp.Benchmarks.Summaries;

/// <summary>How the cost of a post depends on the number of rules: the shipped ones, and made ones with the same mix of literals and shapes of digits.</summary>
internal static class RuleGrowthFigures
{
    private const int Turns = 4;
    private const int Verified = 100;

    private static readonly int[] Counts = [250, 1_000, 4_000, 10_000];

    public static void Measure(Report report)
    {
        report.Title("Number of rules");
        var posts = new Posts(Summary.Seed).Ordinary(200);
        var scanners = Counts.Select(count => Load(report, count, posts)).ToList();
        var best = Rounds.Best(Turns, [.. scanners.Select(scanner => (Action)(() => Scan(scanner, posts)))]);
        foreach (var (count, time) in Counts.Zip(best))
            report.Line(time / posts.Count, $"µs a post, {count:#,##0} rules");
        report.Figure("growth.rules10000", best[^1] / best[0], "times dearer a post, 10,000 rules against 250");
    }

    private static DraftScanner Load(Report report, int count, IReadOnlyList<LabelledText> posts)
    {
        var (files, made) = ShippedRules.UpTo(count, Summary.Seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (ruleSet, milliseconds) = BuildFigures.Load(files);
        report.Line(milliseconds, $"ms to load {count:#,##0} rules, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB");

        var scanner = new DraftScanner(ruleSet);
        foreach (var post in posts)
            post.Verify(scanner.Scan(post.Draft, Summary.Options), $"a post with {count} rules");
        foreach (var rule in made.Where((_, index) => index % Math.Max(1, made.Count / Verified) == 0))
            VerifyFires(scanner, rule);
        return scanner;
    }

    // Another rule may find a part of the same number; its own must be there.
    private static void VerifyFires(DraftScanner scanner, MadeRule rule)
    {
        var found = scanner.Scan(rule.Example.Draft, Summary.Options).Findings;
        if (!found.Any(finding => finding.Rule.InfoType == rule.Example.Expected[0].InfoType))
            throw new WrongAnswerException($"The made rule {rule.File.Path} does not find its example.");
    }

    private static void Scan(DraftScanner scanner, IReadOnlyList<LabelledText> posts)
    {
        for (var index = 0; index < posts.Count; index++)
            scanner.Scan(posts[index].Draft, Summary.Options);
    }
}

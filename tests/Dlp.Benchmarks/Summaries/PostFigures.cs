using Dlp.Benchmarks.Texts;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Summaries;

/// <summary>What a post costs; and what it and a text dense with findings cost with 250 rules, beside a loop over their patterns and Hyperscan.</summary>
internal static class PostFigures
{
    private const int Rules = 250;
    private const int Megabytes = 10;
    private const int WarmRounds = 8;
    private const int Turns = 7;

    /// <summary>Measures with the shipped rules, then with made ones added up to 250.</summary>
    public static void Measure(Report report, RuleSet shipped)
    {
        var texts = new Posts(Summary.Seed);
        var posts = texts.Ordinary(2_000);
        var dense = texts.Dense(Megabytes * 1_000_000);
        MeasureKinds(report, shipped, posts, texts);
        var (files, _) = ShippedRules.UpTo(Rules, Summary.Seed);
        using var race = new Race(ShippedRules.Load(files), posts);
        race.Run(report, $"{Rules} of the shipped rules", "ratio", dense);
    }

    private static void MeasureKinds(Report report, RuleSet ruleSet, IReadOnlyList<LabelledText> posts, Posts texts)
    {
        var scanner = new DraftScanner(ruleSet);
        scanner.Warm();
        var mixed = new PostTimes(scanner, posts);
        var clean = new PostTimes(scanner, [.. posts.Where(post => post.Expected.Count == 0)]);
        var leaking = new PostTimes(scanner, texts.Leaking(200));
        var results = new PostTimes(scanner, texts.OfResults(60));
        mixed.Verify("a post");
        leaking.Verify("a post that leaks");
        results.Verify("a post about results");
        for (var round = 0; round < WarmRounds + Turns; round++)
        {
            mixed.Round();
            clean.Round();
            leaking.Round();
            if (round < Turns)
                results.Round();
        }

        var characters = posts.Average(post => post.Text.Length);
        report.Title($"A post of {characters:0} characters, {ruleSet.Rules.Count} shipped rules");
        report.Figure("postMicroseconds", mixed.Mean, "µs mean, posts where no recognizer runs, three in a hundred with a finding");
        report.Figure("postMicrosecondsP50", mixed.Percentile(50), "µs p50, of each post's best time");
        report.Figure("postMicrosecondsP99", mixed.Percentile(99), "µs p99, of each post's best time");
        report.Figure("megabytesPerSecond", characters / mixed.Mean, "MB/s (characters)");
        report.Figure("cleanPostMicroseconds", clean.Mean, "µs mean, posts without a finding");
        report.Figure("leakingPostMicroseconds", leaking.Mean, "µs mean, posts with a finding each");
        report.Figure("recognizerPostMicroseconds", results.Mean, $"µs mean, posts where a recognizer runs; p99 {results.Percentile(99):#,##0}");
        report.Figure("allocatedBytesPerPost", clean.Allocated, "bytes allocated, posts without a finding");
        report.Figure("allocatedBytesPerLeakingPost", leaking.Allocated, "bytes allocated, posts with a finding each");
    }
}

using Dlp.Benchmarks.Texts;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Summaries;

/// <summary>How the cost of a post depends on the number of terms, with a rule set of nothing but a list of terms.</summary>
internal static class TermGrowthFigures
{
    private const int Turns = 4;
    private const string InfoType = "business.made-terms";

    private static readonly int[] Counts = [10, 1_000, 100_000, 1_000_000];

    public static void Measure(Report report)
    {
        report.Title("Number of terms, a rule set of nothing else");
        var posts = new Posts(Summary.Seed).Ordinary(200);
        var scanners = Counts.Select(count => Load(report, count)).ToList();
        var best = Rounds.Best(Turns, [.. scanners.Select(scanner => (Action)(() => Scan(scanner, posts)))]);
        foreach (var (count, time) in Counts.Zip(best))
            report.Line(time / posts.Count, $"µs a post, {count:#,##0} terms");
        report.Figure("growth.terms1000000", best[^1] / best[1], "times dearer a post, 1,000,000 terms against 1,000");
    }

    /// <summary>A word list, and a rule that finds its terms.</summary>
    public static IReadOnlyList<RuleFile> FilesOf(IReadOnlyList<string> terms) =>
    [
        new("words/made.txt", string.Join('\n', terms)),
        new("business/made-terms.yaml", $$"""
            id: business.made-terms
            version: 1
            status: live
            title: {en: Made term, fr: Terme inventé}
            infoType: {{InfoType}}
            severity: high
            message: {en: This was made for a measurement., fr: Ceci est inventé pour une mesure.}
            replacement: {en: "[made]", fr: "[inventé]"}
            detect:
              - termsFile: words/made.txt
                confidence: high
            examples:
              match: [{text: "⟦{{terms[0]}}⟧"}]
              noMatch: [{text: "nothing", because: an ordinary word}]
            falsePositives: []
            references: []
            """),
    ];

    private static DraftScanner Load(Report report, int count)
    {
        var terms = MadeTerms.Make(count, Summary.Seed);
        var files = FilesOf(terms).Append(ShippedRules.Files().Single(file => file.Path == "policies/default.yaml")).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (ruleSet, milliseconds) = BuildFigures.Load(files);
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        report.Line(milliseconds, $"ms to load {count:#,##0} terms, {megabytes:0.0} MB beside the file's own text");
        if (count == Counts[^1])
        {
            report.Figure("terms1000000.buildMilliseconds", milliseconds, "ms to load 1,000,000 terms");
            report.Figure("terms1000000.megabytes", megabytes, "MB held by 1,000,000 terms");
        }

        var scanner = new DraftScanner(ruleSet);
        foreach (var term in terms.Where((_, index) => index % Math.Max(1, count / 100) == 0))
            Verify(scanner, term);
        GC.KeepAlive(files);
        return scanner;
    }

    private static void Verify(DraftScanner scanner, string term)
    {
        const string before = "le dossier « ";
        new LabelledText($"{before}{term} » est clos", [new Label(InfoType, before.Length, before.Length + term.Length)])
            .Verify(scanner.Scan(Draft.FromText($"{before}{term} » est clos"), Summary.Options), "a term");
    }

    private static void Scan(DraftScanner scanner, IReadOnlyList<LabelledText> posts)
    {
        for (var index = 0; index < posts.Count; index++)
            scanner.Scan(posts[index].Draft, Summary.Options);
    }
}

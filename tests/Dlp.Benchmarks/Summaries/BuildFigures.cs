using System.Diagnostics;
using Dlp.Benchmarks.Texts;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Summaries;

/// <summary>What it costs to load rules: the first thing that the program does, so that what the runtime has to compile counts too.</summary>
internal static class BuildFigures
{
    private const int Rules = 250;
    private const int Terms = 100_000;

    /// <summary>Measures, and gives the shipped rules.</summary>
    public static RuleSet Measure(Report report)
    {
        report.Title("Loading rules, without running their examples");
        var shippedFiles = ShippedRules.Files();
        var (files, _) = ShippedRules.UpTo(Rules, Summary.Seed);
        IReadOnlyList<RuleFile> large = [.. files, .. TermGrowthFigures.FilesOf(MadeTerms.Make(Terms, Summary.Seed))];

        var (shipped, cold) = Load(shippedFiles);
        report.Figure("coldBuildMilliseconds", cold, $"ms for the {shipped.Rules.Count} shipped rules, cold");
        var (_, first) = Load(large);
        report.Figure("buildMilliseconds", first, $"ms for {Rules} rules and {Terms:#,##0} terms, the first time");
        report.Line(Enumerable.Range(0, 3).Min(_ => Load(large).Milliseconds), "ms for the same, warm");
        report.Line(Enumerable.Range(0, 3).Min(_ => Load(shippedFiles).Milliseconds), "ms for the shipped rules, warm");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (again, _) = Load(shippedFiles);
        var scanner = new DraftScanner(again);
        scanner.Warm();
        report.Figure("memoryMegabytes", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB held by the shipped rules once they have run, models of the recognizers included");
        report.Figure("workingSetMegabytes", Process.GetCurrentProcess().WorkingSet64 / 1e6, "MB working set of this program");
        GC.KeepAlive(scanner);
        return again;
    }

    /// <summary>Loads files and tells the computing time it took.</summary>
    public static (RuleSet RuleSet, double Milliseconds) Load(IReadOnlyList<RuleFile> files)
    {
        RuleSet? ruleSet = null;
        var time = ThreadClock.Microseconds(() => ruleSet = ShippedRules.Load(files)) / 1_000;
        return (ruleSet!, time);
    }
}

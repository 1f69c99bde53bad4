using System.Runtime;
using System.Runtime.Intrinsics;
using Dlp.Benchmarks.Texts;
using Dlp.Engine;

namespace Dlp.Benchmarks.Summaries;

/// <summary>
/// What a scan costs, in one run: the engine and what it is compared with take turns on the same texts. A line whose findings are not
/// the expected ones ends the run: a fast wrong answer is no answer.
/// </summary>
internal static class Summary
{
    /// <summary>The seed of all texts and made rules.</summary>
    public const int Seed = 20261005;

    /// <summary>How drafts are scanned: findings and decision, no redacted text.</summary>
    public static ScanOptions Options { get; } = new() { PublishAt = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero), Redact = false };

    /// <summary>Measures everything, or what HTTP costs around a scan, and prints it; writes the figures to a file when there is one.</summary>
    /// <exception cref="WrongAnswerException">Something that was measured gave a wrong answer.</exception>
    public static async Task Run(bool httpOnly, string? jsonFile)
    {
        var report = new Report(Console.Out);
        report.Note($"{Environment.ProcessorCount} processors, vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits, .NET {Environment.Version}");
        report.Note($"tiered compilation {Setting("System.Runtime.TieredCompilation", "TieredCompilation")}, tiered PGO {Setting("System.Runtime.TieredPGO", "TieredPGO")}, "
            + $"garbage collection {(GCSettings.IsServerGC ? "server" : "workstation")}, concurrent {AppContext.GetData("System.GC.Concurrent") ?? "default"}");
        if (!httpOnly)
            MeasureEngine(report);
        await HttpFigures.Measure(report);
        if (jsonFile is not null)
            report.WriteTo(jsonFile);
    }

    private static void MeasureEngine(Report report)
    {
        var ruleSet = BuildFigures.Measure(report);
        PostFigures.Measure(report, ruleSet);
        LengthFigures.Measure(report, ruleSet);
        RuleGrowthFigures.Measure(report);
        TermGrowthFigures.Measure(report);
    }

    private static string Setting(string property, string variable) =>
        Environment.GetEnvironmentVariable($"DOTNET_{variable}") ?? AppContext.GetData(property)?.ToString() ?? "default";
}

using BenchmarkDotNet.Attributes;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks;

/// <summary>One post through the whole engine, with the shipped rules.</summary>
[MemoryDiagnoser]
public class PostBenchmarks
{
    private const string Clean =
        "Ravi d'avoir passé deux jours au salon de Lyon avec l'équipe ! Merci à tous ceux qui sont venus nous voir, on repart avec plein d'idées. #salon #équipe";

    private const string Leaking =
        "Bonjour, mon numéro de sécu est le 1 84 12 76 451 089 46 et mon IBAN FR76 3000 6000 0112 3456 7890 189, merci de me rappeler.";

    private readonly ScanOptions _options = new() { PublishAt = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero), Redact = false };
    private DraftScanner _scanner = null!;

    [GlobalSetup]
    public void Load()
    {
        var load = RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "rules"), checkExamples: false);
        _scanner = new DraftScanner(load.RuleSet ?? throw new InvalidOperationException(string.Join('\n', load.Faults)));
        _scanner.Warm();
        if (CleanPost().Findings.Count != 0 || LeakingPost().Findings.Count != 2)
            throw new InvalidOperationException("The findings are not the expected ones: what follows would measure the wrong thing.");
    }

    [Benchmark(Baseline = true)]
    public ScanResult CleanPost() => _scanner.Scan(Draft.FromText(Clean), _options);

    [Benchmark]
    public ScanResult LeakingPost() => _scanner.Scan(Draft.FromText(Leaking), _options);
}

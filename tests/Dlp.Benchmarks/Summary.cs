using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dlp.Engine;
using Dlp.Engine.Detection;
using Dlp.Engine.Normalization;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks;

/// <summary>
/// What a scan costs with the shipped rules, in one run and interleaved with a loop over the same patterns. A line whose findings are
/// not the expected ones ends the run: a fast wrong answer is no answer.
/// </summary>
internal sealed class Summary
{
    private const int Rounds = 5;
    private const int Megabyte = 1_000_000;

    private readonly Dictionary<string, object?> _figures = [];
    private readonly ScanOptions _options = new() { PublishAt = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero), Redact = false };
    private readonly SampleTexts _texts = new(seed: 20261005);

    public static int Run(string? jsonFile)
    {
        var summary = new Summary();
        summary.Measure();
        if (jsonFile is not null)
            File.WriteAllText(jsonFile, JsonSerializer.Serialize(summary._figures, JsonSerializerOptions.Web));
        return 0;
    }

    private void Measure()
    {
        Say($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, tiered PGO {Setting("DOTNET_TieredPGO")}, tiered compilation {Setting("DOTNET_TieredCompilation")}");
        var build = Stopwatch.StartNew();
        var ruleSet = RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "rules"), checkExamples: false).RuleSet!;
        Figure("buildMilliseconds", build.Elapsed.TotalMilliseconds, $"ms to load {ruleSet.Rules.Count} rules, cold");
        var scanner = new DraftScanner(ruleSet);
        scanner.Warm();

        MeasurePosts(scanner);
        var ordinary = MeasureLength(scanner);
        MeasureHostile(scanner, ordinary);
        MeasureTerms();
        _figures["ratio"] = new { regexLoop = _figures["regexLoop"], hyperscan = (double?)null, hyperscanMixed = (double?)null, httpToParseOnly = (double?)null };
        _figures["growth"] = new { rules10000 = (double?)null, terms1000000 = _figures["terms1000000"], text10MB = _figures["text10MB"], hostile = _figures["hostile"] };
    }

    private void MeasurePosts(DraftScanner scanner)
    {
        var posts = _texts.Posts(2_000);
        var drafts = posts.Select(post => Draft.FromText(post.Text)).ToArray();
        var loop = scanner.RuleSet.Rules.SelectMany(rule => rule.Detectors).OfType<RegexDetector>()
            .Select(detector => (new Regex(detector.Pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant), detector.View)).ToArray();
        foreach (var (post, draft) in posts.Zip(drafts))
            Expect(post.Findings, scanner.Scan(draft, _options), "a post");

        var times = new List<double>();
        var (engine, naive, allocated) = (double.MaxValue, double.MaxValue, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            times.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var draft in drafts)
                times.Add(Microseconds(() => scanner.Scan(draft, _options)));
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)drafts.Length;
            engine = Math.Min(engine, times.Average());
            naive = Math.Min(naive, Microseconds(() => Array.ForEach(drafts[..200], draft => Loop(loop, draft.Parts[0].Text))) / 200);
        }

        times.Sort();
        var characters = posts.Average(post => post.Text.Length);
        Figure("postMicroseconds", engine, $"µs a post of {characters:0} characters, mean; p50 {times[times.Count / 2]:0.0}, p99 {times[times.Count * 99 / 100]:0.0}");
        Figure("megabytesPerSecond", characters / engine, "MB/s");
        Figure("allocatedBytesPerPost", allocated, "bytes allocated a post");
        Figure("regexLoop", naive / engine, $"times faster than a loop over the same {loop.Length} patterns, which takes {naive:0} µs");
    }

    // Gives back nanoseconds a character of an ordinary text.
    private double MeasureLength(DraftScanner scanner)
    {
        var costs = new Dictionary<int, double>();
        foreach (var length in new[] { 100, 1_000, 10_000, 100_000, Megabyte, 10 * Megabyte })
        {
            var (text, findings) = _texts.Dense(length);
            Expect(findings, scanner.Scan(Draft.FromText(text), _options), $"{length} characters");
            var turns = Math.Max(1, Megabyte / length);
            costs[length] = Best(() => scanner.Scan(Draft.FromText(text), _options), turns) * 1_000 / text.Length;
            Say($"{costs[length],12:0.0} ns a character, {length} characters, dense with findings");
        }

        Figure("text10MB", costs[10 * Megabyte] / costs[10_000], "times dearer a character, 10 MB against 10 kB");
        var ordinary = string.Join("\n\n", _texts.Posts(2_000).Select(post => post.Text));
        return Best(() => scanner.Scan(Draft.FromText(ordinary), _options), 1) * 1_000 / ordinary.Length;
    }

    private void MeasureHostile(DraftScanner scanner, double ordinary)
    {
        var worst = 0.0;
        foreach (var (name, text) in SampleTexts.Hostile(Megabyte))
        {
            var cost = Best(() => scanner.Scan(Draft.FromText(text), _options), 1) * 1_000 / text.Length;
            Say($"{cost,12:0.0} ns a character, hostile: {name}");
            worst = Math.Max(worst, cost);
        }

        Figure("hostile", worst / ordinary, $"times dearer a character, the worst hostile text against ordinary text ({ordinary:0.0} ns)");
    }

    private void MeasureTerms()
    {
        var text = string.Join(' ', _texts.Posts(500).Select(post => NormalizedText.Of(post.Text).Text));
        var costs = new Dictionary<int, double>();
        foreach (var count in new[] { 10, 1_000, 100_000, Megabyte })
        {
            var terms = Enumerable.Range(0, count).Select(number => $"terme{number.ToString(CultureInfo.InvariantCulture)} secret").ToArray();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var build = Stopwatch.StartNew();
            var index = new TermIndex([terms]);
            var built = build.Elapsed.TotalMilliseconds;
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            costs[count] = Best(() => index.Find(text, new TextSpan(0, text.Length)), 5);
            var last = $"le {terms[^1]}";
            if (index.Find(last, new TextSpan(0, last.Length)) is not [{ Count: 1 }])
                throw new InvalidOperationException("A term was not found.");
            Say($"{costs[count] * 1_000 / text.Length,12:0.00} ns a character, {count} terms; built in {built:0} ms, {memory / 1e6:0.0} MB");
        }

        Figure("terms1000000", costs[Megabyte] / costs[1_000], "times dearer, 1,000,000 terms against 1,000");
    }

    private static void Loop((Regex Pattern, TextView View)[] patterns, string text)
    {
        var folded = NormalizedText.Of(text).Text;
        foreach (var (pattern, view) in patterns)
            _ = pattern.Count(view == TextView.Original ? text : folded);
    }

    private static void Expect(int findings, ScanResult result, string what)
    {
        if (result.Findings.Count != findings)
            throw new InvalidOperationException($"{what}: {findings} findings expected, {result.Findings.Count} found; what follows would measure the wrong thing.");
    }

    private static double Best(Action action, int turns)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
            best = Math.Min(best, Microseconds(() => { for (var turn = 0; turn < turns; turn++) action(); }) / turns);
        return best;
    }

    private static double Microseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private void Figure(string key, double value, string meaning)
    {
        _figures[key] = Math.Round(value, 3);
        Say($"{value,12:0.0} {meaning}");
    }

    private static string Setting(string variable) => Environment.GetEnvironmentVariable(variable) ?? "default";

    private static void Say(string line) => Console.WriteLine(line);
}

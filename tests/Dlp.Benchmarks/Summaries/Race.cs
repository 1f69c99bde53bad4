using Dlp.Benchmarks.Texts;
using Dlp.Benchmarks.Yardsticks;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Summaries;

/// <summary>The engine against a loop over the rules' patterns and Hyperscan, in turns on the same texts.</summary>
internal sealed class Race : IDisposable
{
    private const int Turns = 7;
    private const int LoopPosts = 100;
    private const int ChunkLength = 100_000;

    private readonly DraftScanner _scanner;
    private readonly IReadOnlyList<YardstickPattern> _patterns;
    private readonly IReadOnlyList<LabelledText> _posts;
    private readonly PreparedText[] _prepared;
    private readonly RegexLoop _loop;
    private readonly Hyperscan? _ids;
    private readonly Hyperscan? _starts;

    public Race(RuleSet ruleSet, IReadOnlyList<LabelledText> posts)
    {
        _scanner = new DraftScanner(ruleSet);
        _scanner.Warm();
        _posts = posts;
        _prepared = [.. posts.Select(post => new PreparedText(post.Text))];
        _patterns = YardstickPattern.Of(ruleSet);
        _loop = new RegexLoop(_patterns);
        if (HyperscanLibrary.IsInstalled)
            (_ids, _starts) = (Hyperscan.OfIds(_patterns), Hyperscan.WithStarts(_patterns));
    }

    /// <summary>Runs on posts and on a dense text, and reports ratios below a key.</summary>
    public void Run(Report report, string what, string key, LabelledText dense)
    {
        report.Title($"Against others, {what}: {_patterns.Count} patterns");
        Verify(report);
        OnPosts(report, key);
        OnDense(report, key, dense);
    }

    public void Dispose()
    {
        _ids?.Dispose();
        _starts?.Dispose();
    }

    private void OnPosts(Report report, string key)
    {
        List<Action> contestants =
        [
            () => Scan(_posts),
            () => { foreach (var text in _prepared.AsSpan(0, LoopPosts)) _loop.Count(text); },
            .. HyperscanOver(_prepared.Select(text => text.Utf8).ToArray()),
        ];
        var best = Rounds.Best(Turns, contestants);
        var (engine, loop) = (best[0] / _posts.Count, best[1] / LoopPosts);
        report.Line(engine, "µs a post, the whole engine");
        report.Figure($"{key}.regexLoop", loop / engine, $"times faster than a loop over the patterns, Compiled | CultureInvariant, {loop:0.0} µs");
        if (_ids is null)
        {
            report.Missing($"{key}.hyperscan", "no libhyperscan here (Debian: libhyperscan5)");
            return;
        }

        report.Figure($"{key}.hyperscan", best[2] / _posts.Count / engine, $"times faster than Hyperscan, ids only, {best[2] / _posts.Count:0.00} µs");
        report.Line(best[3] / _posts.Count / engine, $"times faster than Hyperscan with starts of matches, {best[3] / _posts.Count:0.00} µs, {_starts!.Refused} patterns refused");
    }

    private void OnDense(Report report, string key, LabelledText dense)
    {
        dense.Verify(_scanner.Scan(dense.Draft, Summary.Options), "the dense text");
        var bytes = new PreparedText(dense.Text).Utf8;
        var best = Rounds.Best(3, [() => Scan([dense]), .. HyperscanOver([.. bytes.Chunk(ChunkLength)])]);
        report.Line(dense.Text.Length / best[0], $"MB/s on {dense.Text.Length / 1e6:0} MB with {dense.Expected.Count:#,##0} findings");
        if (_ids is null)
        {
            report.Missing($"{key}.hyperscanMixed", "no libhyperscan here");
            return;
        }

        report.Figure($"{key}.hyperscanMixed", best[1] / best[0], $"times faster than Hyperscan, ids only, in pieces of 100 kB, {bytes.Length / best[1]:0} MB/s");
        report.Line(best[2] / best[0], $"times faster than Hyperscan with starts of matches, {bytes.Length / best[2]:0} MB/s");
    }

    private void Scan(IReadOnlyList<LabelledText> texts)
    {
        for (var index = 0; index < texts.Count; index++)
            _scanner.Scan(texts[index].Draft, Summary.Options);
    }

    private IEnumerable<Action> HyperscanOver(byte[][] texts) => new[] { _ids, _starts }.OfType<Hyperscan>()
        .Select(hyperscan => (Action)(() => Array.ForEach(texts, text => hyperscan.Scan(text))));

    // Who misses a leak has not done the work; where Hyperscan runs a pattern as written, it must match where .NET does.
    private void Verify(Report report)
    {
        foreach (var post in _posts)
            post.Verify(_scanner.Scan(post.Draft, Summary.Options), "a post");
        var (compared, different) = (0, 0);
        foreach (var (post, text) in _posts.Zip(_prepared).Where(pair => pair.First.Expected.Count > 0).Concat(_posts.Zip(_prepared).Take(LoopPosts)))
        {
            var matching = _loop.Matching(text);
            if (post.Expected.Count > 0 && !matching.Contains(true))
                throw new WrongAnswerException("The loop over the patterns misses a leak.");
            if (_ids is null)
                continue;
            _ids.Scan(text.Utf8);
            foreach (var (index, matches) in matching.Index())
            {
                compared += _ids.Exact[index] ? 1 : 0;
                different += _ids.Exact[index] && _ids.Matched(index) != matches ? 1 : 0;
                if (matches && !_ids.Exact[index] && !_ids.Matched(index) && _ids.Refused == 0)
                    different++;
            }
        }

        if (_ids is null)
            return;
        report.Note($"Hyperscan runs {_ids.Exact.Count(exact => exact)} patterns as written, {_patterns.Count - _ids.Exact.Count(exact => exact) - _ids.Refused} as prefilters (lookaround), refuses {_ids.Refused}; "
            + $"{_ids.Bytes / 1e6:0.0} MB, built in {_ids.BuildMilliseconds:#,##0} ms; equal matches: {compared - different:#,##0} of {compared:#,##0}");
        if (different > 0)
            throw new WrongAnswerException("Hyperscan and .NET differ on a pattern that both run as written.");
    }
}

using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Where patterns have to be tried: finds in one pass over a text what any of their anchors waits for.</summary>
internal sealed class AnchorIndex
{
    private readonly LiteralIndex _literals;
    private readonly LiteralIndex _literalsNearRuns;
    private readonly int _mostBeforeRun;
    private readonly int _mostBehindRun;
    private readonly DigitIndex[] _digits;
    private readonly DigitIndex[] _farDigits;
    private readonly RunIndex[] _runs;
    private readonly SignIndex _signs;

    /// <summary>An index over patterns.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="detectors">Number of detectors of the rule set.</param>
    public AnchorIndex(IReadOnlyList<RegexDetector> patterns, int detectors)
    {
        var (literals, literalsNearRuns) = (new IReadOnlyList<string>[detectors], new IReadOnlyList<string>[detectors]);
        Array.Fill(literals, []);
        Array.Fill(literalsNearRuns, []);
        foreach (var pattern in patterns)
        {
            if (pattern.Anchor != PatternAnchor.Literal)
                continue;
            (pattern.Plan.WaitsForRun ? literalsNearRuns : literals)[pattern.Number] = pattern.Literals;
            if (!pattern.Plan.WaitsForRun)
                continue;
            _mostBeforeRun = Math.Max(_mostBeforeRun, pattern.Plan.Run!.MostBefore);
            foreach (var literal in pattern.Literals)
                _mostBehindRun = Math.Max(_mostBehindRun, pattern.Plan.MostBefore + literal.Length);
        }

        _literals = new LiteralIndex(literals);
        _literalsNearRuns = new LiteralIndex(literalsNearRuns);
        _digits = [.. Views.Select(view => DigitsOf(patterns, view, near: true))];
        _farDigits = [.. Views.Select(view => DigitsOf(patterns, view, near: false))];
        _runs = [.. Views.Select(view => new RunIndex(patterns.Where(pattern => pattern.Anchor == PatternAnchor.Run && pattern.View == view)))];
        _signs = new SignIndex(patterns.Where(pattern => pattern.Anchor == PatternAnchor.Sign));
    }

    private static TextView[] Views { get; } = [TextView.Normalized, TextView.Original];

    /// <summary>Adds what the patterns wait for to the hits of their view.</summary>
    public void Find(WindowText text)
    {
        // Literals and signs do not mind case: where every unit stayed in its place, what one view holds the other does.
        FindLiterals(text, TextView.Normalized);
        if (!text.Normalized.IsInPlace)
            FindLiterals(text, TextView.Original);
        FindDigits(text, TextView.Normalized);
        if (!text.Normalized.IsInPlace)
            FindDigits(text, TextView.Original);
        foreach (var view in Views)
            _runs[(int)view].Find(text.SpanIn(view), text.RunsIn(view), text.HitsIn(view));
    }

    private void FindDigits(WindowText text, TextView view)
    {
        foreach (var cluster in new DigitClusters(text.CodesIn(view)))
        {
            FindAt(cluster, text, view);
            if (text.Normalized.IsInPlace)
                FindAt(cluster, text, TextView.Original);
        }
    }

    private void FindAt(DigitCluster cluster, WindowText text, TextView view)
    {
        _digits[(int)view].FindAt(text.SpanIn(view), cluster, text.HitsIn(view));
        _farDigits[(int)view].FindAt(text.SpanIn(view), cluster, text.HitsIn(view));
    }

    // Apart, because every place before a cluster of digits is looked at, up to the farthest start of a pattern.
    private static DigitIndex DigitsOf(IEnumerable<RegexDetector> patterns, TextView view, bool near) =>
        new(patterns.Where(pattern => pattern.Anchor == PatternAnchor.Digits && pattern.View == view && pattern.Digits!.IsNear == near));

    private void FindLiterals(WindowText text, TextView view)
    {
        var codes = text.CodesIn(view);
        var hits = text.HitsIn(view);
        _literals.Find(codes, new TextSpan(0, codes.Length), hits);
        if (!_literalsNearRuns.IsEmpty)
            FindNearRuns(text.RunsIn(view), codes, hits);
        _signs.Find(text, view);
    }

    // Ranges that touch are searched as one, so that no literal is found twice.
    private void FindNearRuns(SymbolRuns runs, ReadOnlySpan<byte> codes, PlaceLists hits)
    {
        var range = default(TextSpan);
        for (var run = runs.Next(0, SymbolRun.Rare); run.Length > 0; run = runs.Next(run.End, SymbolRun.Rare))
        {
            var near = new TextSpan(Math.Max(0, run.Start - _mostBeforeRun), Math.Min(codes.Length, run.End + _mostBehindRun));
            if (near.Start > range.End)
            {
                _literalsNearRuns.Find(codes, range, hits);
                range = near;
            }
            else
                range = new TextSpan(range.Start, near.End);
        }

        _literalsNearRuns.Find(codes, range, hits);
    }
}

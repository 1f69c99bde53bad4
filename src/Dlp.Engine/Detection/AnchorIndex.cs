using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Where patterns have to be tried: finds in one pass over a text what any of their anchors waits for.</summary>
internal sealed class AnchorIndex
{
    private readonly LiteralIndex _literals;
    private readonly LiteralIndex _literalsNearRuns;
    private readonly int _farthestBehind;
    private readonly int _mostBeforeRun;
    private readonly int _mostBehindRun;
    private readonly DigitIndex[] _digits;
    private readonly DigitIndex[] _farDigits;
    private readonly RunIndex[] _runs;
    private readonly SignIndex _signs;
    private readonly bool _readsOriginal;

    // By number of a detector: what it waits for, and its bit where that is digits.
    private readonly PatternAnchor[] _anchors;
    private readonly int[] _bits;

    /// <summary>An index over patterns.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="detectors">Number of detectors of the rule set.</param>
    public AnchorIndex(IReadOnlyList<RegexDetector> patterns, int detectors)
    {
        var (literals, literalsNearRuns) = (new LiteralSet[detectors], new LiteralSet[detectors]);
        Array.Fill(literals, new LiteralSet([]));
        Array.Fill(literalsNearRuns, new LiteralSet([]));
        (_anchors, _bits) = (new PatternAnchor[detectors], new int[detectors]);
        Array.Fill(_anchors, PatternAnchor.None);
        foreach (var pattern in patterns)
        {
            _anchors[pattern.Number] = pattern.Anchor;
            _farthestBehind = Math.Max(_farthestBehind, -pattern.Plan.LeastBefore);
            if (pattern.Anchor != PatternAnchor.Literal)
                continue;
            (pattern.Plan.WaitsForRun ? literalsNearRuns : literals)[pattern.Number] = new LiteralSet(pattern.Literals, NotAfterOf(pattern));
            if (!pattern.Plan.WaitsForRun)
                continue;
            _mostBeforeRun = Math.Max(_mostBeforeRun, pattern.Plan.Run!.MostBefore - pattern.Plan.LeastBefore);
            foreach (var literal in pattern.Literals)
                _mostBehindRun = Math.Max(_mostBehindRun, pattern.Plan.MostBefore + literal.Length);
        }

        _readsOriginal = patterns.Any(pattern => pattern.View == TextView.Original);
        _literals = new LiteralIndex(literals);
        _literalsNearRuns = new LiteralIndex(literalsNearRuns);
        _digits = DigitsOf(patterns, near: true);
        _farDigits = DigitsOf(patterns, near: false);
        _runs = [.. Views.Select(view => new RunIndex(patterns.Where(pattern => pattern.Anchor == PatternAnchor.Run && pattern.View == view)))];
        _signs = new SignIndex(patterns.Where(pattern => pattern.Anchor == PatternAnchor.Sign));
        foreach (var (pattern, bit) in DigitBits)
            _bits[pattern.Number] = bit;
    }

    private static TextView[] Views { get; } = [TextView.Normalized, TextView.Original];

    /// <summary>Words of 64 bits, one a pattern that waits for digits.</summary>
    public int DigitGroups { get; private set; }

    /// <summary>The patterns that wait for digits, each with its bit among those that are wanted.</summary>
    public IEnumerable<(RegexDetector Pattern, int Bit)> DigitBits => _digits.Concat(_farDigits).SelectMany(index => index.Bits);

    /// <summary>Adds what the patterns wait for to the hits of their view.</summary>
    /// <param name="text">A window.</param>
    public void Find(WindowText text)
    {
        ReadOnlySpan<TextSpan> everywhere = [new TextSpan(0, text.Normalized.Span.Length)];
        FindLiterals(text, everywhere);
        FindDigits(text, everywhere[0], []);
        FindRuns(text);
    }

    /// <summary>Adds what those patterns wait for that are asked for; what others wait for, or what stands elsewhere, may be added too.</summary>
    /// <param name="text">A window.</param>
    /// <param name="demand">What is asked for, and where.</param>
    public void Find(WindowText text, LaterDemand demand)
    {
        var ranges = demand.Ranges;
        var digits = text.NoneWanted(DigitGroups).AsSpan(0, DigitGroups);
        var (wantsLiterals, wantsDigits, wantsRuns) = (false, false, false);
        foreach (var number in demand.Wanted)
        {
            var anchor = _anchors[number];
            wantsLiterals |= anchor is PatternAnchor.Literal or PatternAnchor.Sign;
            wantsRuns |= anchor == PatternAnchor.Run;
            if (anchor != PatternAnchor.Digits)
                continue;
            wantsDigits = true;
            digits[_bits[number] >> 6] |= 1UL << _bits[number];
        }

        if (wantsLiterals)
            FindLiterals(text, ranges);
        if (wantsRuns)
            FindRuns(text);
        if (!wantsDigits)
            return;
        foreach (var range in ranges)
            FindDigits(text, range, digits);
    }

    /// <summary>Adds where patterns that wait for digits have to be tried, and nothing else.</summary>
    /// <param name="text">A window.</param>
    /// <param name="range">Where in its normalised text.</param>
    /// <param name="wanted">The bits of the patterns that are (<see cref="DigitBits"/>); all are when it is empty.</param>
    public void FindDigits(WindowText text, TextSpan range, ReadOnlySpan<ulong> wanted)
    {
        FindDigits(text, TextView.Normalized, range, wanted);
        if (_readsOriginal && !text.Normalized.IsInPlace)
            FindDigits(text, TextView.Original, text.Normalized.ToOriginal(range), wanted);
    }

    private void FindDigits(WindowText text, TextView view, TextSpan range, ReadOnlySpan<ulong> wanted)
    {
        foreach (var cluster in new DigitClusters(text.CodesIn(view), range))
        {
            FindAt(cluster, text, view, wanted);
            if (_readsOriginal && text.Normalized.IsInPlace)
                FindAt(cluster, text, TextView.Original, wanted);
        }
    }

    private void FindAt(DigitCluster cluster, WindowText text, TextView view, ReadOnlySpan<ulong> wanted)
    {
        _digits[(int)view].FindAt(text.SpanIn(view), text.CodesIn(view), cluster, wanted, text.HitsIn(view));
        _farDigits[(int)view].FindAt(text.SpanIn(view), text.CodesIn(view), cluster, wanted, text.HitsIn(view));
    }

    private static CharacterSet? NotAfterOf(RegexDetector pattern) => pattern.Plan is { LeastBefore: 0, MostBefore: 0 } ? pattern.Plan.NotAfter : null;

    // Near ones apart from far ones, because every place before a cluster of digits is looked at, up to the farthest start of a pattern.
    private DigitIndex[] DigitsOf(IReadOnlyList<RegexDetector> patterns, bool near)
    {
        var indexes = new DigitIndex[Views.Length];
        for (var i = 0; i < indexes.Length; i++)
        {
            indexes[i] = new DigitIndex(patterns.Where(pattern => pattern.Anchor == PatternAnchor.Digits && pattern.View == Views[i] && pattern.Digits!.IsNear == near), DigitGroups);
            DigitGroups += indexes[i].Groups;
        }

        return indexes;
    }

    // Literals and signs do not mind case: where every unit stayed in its place, what one view holds the other does.
    private void FindLiterals(WindowText text, ReadOnlySpan<TextSpan> ranges)
    {
        FindLiterals(text, TextView.Normalized, ranges);
        if (_readsOriginal && !text.Normalized.IsInPlace)
            FindLiterals(text, TextView.Original, [new TextSpan(0, text.Original.Length)]);
    }

    private void FindRuns(WindowText text)
    {
        foreach (var view in Views)
            _runs[(int)view].Find(text.SpanIn(view), text.CodesIn(view), text.RunsIn(view), text.HitsIn(view));
    }

    private void FindLiterals(WindowText text, TextView view, ReadOnlySpan<TextSpan> ranges)
    {
        var codes = text.CodesIn(view);
        var typed = text.CodesIn(text.Normalized.IsInPlace ? TextView.Original : view);
        var hits = text.HitsIn(view);
        foreach (var range in ranges)
        {
            var around = new TextSpan(Math.Max(0, range.Start - _farthestBehind), range.End);
            _literals.Find(codes, typed, around, hits);
            _signs.Find(text, view, around);
        }

        if (!_literalsNearRuns.IsEmpty)
            FindNearRuns(text.RunsIn(view), codes, typed, hits);
    }

    // Ranges that touch are searched as one, so that no literal is found twice.
    private void FindNearRuns(SymbolRuns runs, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, PlaceLists hits)
    {
        var range = default(TextSpan);
        foreach (var run in runs.All)
        {
            if (run.Length < SymbolRun.Rare)
                continue;
            var near = new TextSpan(Math.Max(0, run.Start - _mostBeforeRun), Math.Min(codes.Length, run.End + _mostBehindRun));
            if (near.Start > range.End)
            {
                _literalsNearRuns.Find(codes, typed, range, hits);
                range = near;
            }
            else
                range = new TextSpan(range.Start, near.End);
        }

        _literalsNearRuns.Find(codes, typed, range, hits);
    }
}

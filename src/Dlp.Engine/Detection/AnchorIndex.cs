using System.Buffers;
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
    private readonly SearchValues<byte> _signs;
    private readonly Signed[]?[] _bySign = new Signed[128][];

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
        foreach (var signed in patterns.Where(pattern => pattern.Anchor == PatternAnchor.Sign).GroupBy(pattern => pattern.Literals[0][..1]))
            _bySign[LiteralCodes.Of(signed.Key[0])] = [.. signed.Select(pattern => new Signed(pattern, LiteralCodes.Of(pattern.Literals[0])))];
        var signs = new List<byte>();
        for (var sign = 0; sign < _bySign.Length; sign++)
        {
            if (_bySign[sign] is not null)
                signs.Add((byte)sign);
        }

        _signs = SearchValues.Create([.. signs]);
    }

    private static TextView[] Views { get; } = [TextView.Normalized, TextView.Original];

    /// <summary>Adds what the patterns wait for to the hits of their view.</summary>
    public void Find(WindowText text)
    {
        // Literals and signs do not mind case: where every unit stayed in its place, what one view holds the other does.
        FindLiterals(text, TextView.Normalized);
        if (!text.Normalized.IsInPlace)
            FindLiterals(text, TextView.Original);
        foreach (var view in Views)
        {
            _digits[(int)view].Find(text.SpanIn(view), text.CodesIn(view), text.HitsIn(view));
            _farDigits[(int)view].Find(text.SpanIn(view), text.CodesIn(view), text.HitsIn(view));
            _runs[(int)view].Find(text.SpanIn(view), text.RunsIn(view), text.HitsIn(view));
        }
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
        for (var at = codes.IndexOfAny(_signs); at >= 0;)
        {
            foreach (var signed in _bySign[codes[at]]!)
            {
                if ((signed.Pattern.View == view || text.Normalized.IsInPlace) && signed.MayStandAt(at, codes, text.SpanIn(signed.Pattern.View)))
                    hits.Add(signed.Pattern.Number, new TextSpan(at, at + signed.Literal.Length));
            }

            var skipped = codes[(at + 1)..].IndexOfAny(_signs);
            at = skipped < 0 ? -1 : at + 1 + skipped;
        }
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

    // A pattern that waits for a sign, and the sign.
    private sealed record Signed(RegexDetector Pattern, byte[] Literal)
    {
        // Where it is sure how far before the sign a match starts, its first characters tell whether one may.
        public bool MayStandAt(int at, ReadOnlySpan<byte> codes, ReadOnlySpan<char> text) =>
            codes[at..].StartsWith(Literal)
            && (Pattern.Plan.MostBefore > Pattern.Plan.LeastBefore
                || (at >= Pattern.Plan.LeastBefore && Pattern.MayStartAt(text, at - Pattern.Plan.LeastBefore)));
    }
}

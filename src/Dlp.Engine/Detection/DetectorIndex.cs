using System.Buffers;
using Dlp.Engine.Decoding;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// All detectors of a rule set, and what each waits for. One pass over a text finds what any of them waits for; only those run whose
/// wait is over, so that thousands cost about what a few do.
/// </summary>
internal sealed class DetectorIndex
{
    private readonly Detector[] _detectors;
    private readonly Detector[] _unanchored;
    private readonly TermIndex _terms;
    private readonly int[][] _bySet;
    private readonly LiteralIndex _literals;
    private readonly DigitIndex _normalizedDigits;
    private readonly DigitIndex _originalDigits;
    private readonly RegexDetector[] _normalizedRuns;
    private readonly RegexDetector[] _originalRuns;
    private readonly SearchValues<byte> _signs;
    private readonly int[][] _bySign = new int[128][];

    public DetectorIndex(IEnumerable<Detector> detectors)
    {
        // A pattern that several rules or pieces of evidence look for is run once.
        var numbered = new List<Detector>();
        var numbers = new Dictionary<object, int>();
        foreach (var detector in detectors)
        {
            var key = detector is RegexDetector one ? (one.Pattern, one.View) : (object)detector;
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = numbered.Count;
                numbered.Add(detector);
            }

            detector.Number = number;
        }

        _detectors = [.. numbered];

        var patterns = _detectors.OfType<RegexDetector>().ToList();
        _unanchored = [.. _detectors.Where(detector => detector is RecognizerDetector or RegexDetector { Anchor: PatternAnchor.Head or PatternAnchor.None })];
        var bySet = _detectors.OfType<TermDetector>().GroupBy(detector => detector.Terms).ToList();
        _terms = new TermIndex([.. bySet.Select(set => set.Key)]);
        _bySet = [.. bySet.Select(NumbersOf)];
        _literals = new LiteralIndex([.. _detectors.Select(detector => detector is RegexDetector { Anchor: PatternAnchor.Literal } pattern ? pattern.Literals : [])]);
        _normalizedDigits = new DigitIndex(patterns.Where(pattern => pattern is { Anchor: PatternAnchor.Digits, View: TextView.Normalized }));
        _originalDigits = new DigitIndex(patterns.Where(pattern => pattern is { Anchor: PatternAnchor.Digits, View: TextView.Original }));
        _normalizedRuns = [.. patterns.Where(pattern => pattern is { Anchor: PatternAnchor.Run, View: TextView.Normalized }).OrderBy(pattern => pattern.Plan.LeastRun)];
        _originalRuns = [.. patterns.Where(pattern => pattern is { Anchor: PatternAnchor.Run, View: TextView.Original }).OrderBy(pattern => pattern.Plan.LeastRun)];
        foreach (var signed in patterns.Where(pattern => pattern.Anchor == PatternAnchor.Sign).GroupBy(pattern => pattern.Literals[0][..1]))
            _bySign[LiteralCodes.Of(signed.Key[0])] = NumbersOf(signed);
        var signs = new List<byte>();
        for (var sign = 0; sign < _bySign.Length; sign++)
        {
            if (_bySign[sign] is not null)
                signs.Add((byte)sign);
        }

        _signs = SearchValues.Create([.. signs]);
    }

    /// <summary>Number of detectors.</summary>
    public int Count => _detectors.Length;

    /// <summary>Runs all detectors on a window that was just loaded: adds to its places.</summary>
    public void Detect(WindowText text, ScanBudget budget)
    {
        FindTerms(text);
        var codes = FindHits(text, TextView.Normalized);
        _normalizedDigits.Find(text.Normalized.Span, codes, text.HitsIn(TextView.Normalized));
        if (!text.Normalized.IsInPlace)
            codes = FindHits(text, TextView.Original);
        _originalDigits.Find(text.Original, codes, text.HitsIn(TextView.Original));

        FindRuns(text.Normalized.Span, _normalizedRuns, text.HitsIn(TextView.Normalized));
        FindRuns(text.Original, _originalRuns, text.HitsIn(TextView.Original));

        Run(text, TextView.Normalized, budget);
        if (!text.Normalized.IsInPlace)
            Run(text, TextView.Original, budget);
        foreach (var detector in _unanchored)
        {
            if (detector is RegexDetector pattern)
                pattern.Detect(text, budget);
            else
                ((RecognizerDetector)detector).Detect(text, budget);
        }
    }

    // Loops, here and wherever rules are loaded: LINQ over numbers is compiled anew by every process, for longer than it runs.
    private static int[] NumbersOf(IEnumerable<Detector> detectors)
    {
        var numbers = new List<int>();
        foreach (var detector in detectors)
            numbers.Add(detector.Number);
        return [.. numbers];
    }

    private void FindTerms(WindowText text)
    {
        _terms.Find(text.Normalized.Span, text.TermHits);
        foreach (var hit in text.TermHits.All)
        {
            foreach (var number in _bySet[hit.Set])
                text.Places.Add(number, new TextSpan(hit.Start, hit.End));
        }
    }

    // Literals and signs do not mind case: where every unit stayed in its place, what one view holds the other does.
    private ReadOnlySpan<byte> FindHits(WindowText text, TextView view)
    {
        var codes = text.WriteCodes(view);
        var hits = text.HitsIn(view);
        _literals.Find(codes, hits);
        for (var at = codes.IndexOfAny(_signs); at >= 0;)
        {
            foreach (var number in _bySign[codes[at]])
                hits.Add(number, new TextSpan(at, at + 1));
            var skipped = codes[(at + 1)..].IndexOfAny(_signs);
            at = skipped < 0 ? -1 : at + 1 + skipped;
        }

        return codes;
    }

    // The patterns that ask for the shortest runs come first.
    private static void FindRuns(ReadOnlySpan<char> text, RegexDetector[] waiting, PlaceLists hits)
    {
        if (waiting.Length == 0)
            return;
        var least = waiting[0].Plan.LeastRun;
        for (var (start, end) = (NextRun(text, 0, least), 0); start < text.Length; start = NextRun(text, end, least))
        {
            end = SymbolTable.EndOf(text, start, Symbols.Base64);
            for (var i = 0; i < waiting.Length && waiting[i].Plan.LeastRun <= end - start; i++)
                hits.Add(waiting[i].Number, new TextSpan(start, end));
        }
    }

    private static int NextRun(ReadOnlySpan<char> text, int from, int least) => SymbolTable.NextRun(text, from, least, Symbols.Base64);

    private void Run(WindowText text, TextView view, ScanBudget budget)
    {
        foreach (var number in text.HitsIn(view).Filled)
        {
            var pattern = (RegexDetector)_detectors[number];
            if (pattern.View == view || text.Normalized.IsInPlace)
                pattern.Detect(text, budget);
        }
    }
}

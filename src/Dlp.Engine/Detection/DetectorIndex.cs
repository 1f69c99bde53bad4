using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// All detectors of a rule set, and what each waits for. One pass over a text finds what any of them waits for; only those run whose
/// wait is over, so that thousands cost about what a few do. What only composites ask for runs where one may stand.
/// </summary>
internal sealed class DetectorIndex
{
    private readonly Detector[] _detectors;
    private readonly Stage _first;
    private readonly Stage _later;

    /// <param name="first">Detectors that run on every text.</param>
    /// <param name="later">Those that run when <see cref="DetectLater"/> is called, unless they are among the first.</param>
    public DetectorIndex(IEnumerable<Detector> first, IEnumerable<Detector> later)
    {
        // A pattern that several rules or pieces of evidence look for is run once.
        var numbered = new List<Detector>();
        var numbers = new Dictionary<object, int>();
        foreach (var detector in first)
            (detector.Number, detector.RunsLater) = (NumberOf(detector, numbered, numbers), false);
        var count = numbered.Count;
        foreach (var detector in later)
        {
            detector.Number = NumberOf(detector, numbered, numbers);
            detector.RunsLater = detector.Number >= count;
        }

        _detectors = [.. numbered];
        _first = new Stage(_detectors.AsSpan(0, count), _detectors.Length);
        _later = new Stage(_detectors.AsSpan(count), _detectors.Length);
    }

    /// <summary>Number of detectors.</summary>
    public int Count => _detectors.Length;

    /// <summary>Runs the first detectors on a window that was just loaded: adds to its places.</summary>
    public void Detect(WindowText text, ScanBudget budget) => Run(_first, text, budget);

    /// <summary>Runs the detectors that are left, on a window on which the first have run; once.</summary>
    public void DetectLater(WindowText text, ScanBudget budget) => Run(_later, text, budget);

    // Loops, here and wherever rules are loaded: LINQ over numbers is compiled anew by every process, for longer than it runs.
    private static int[] NumbersOf(IEnumerable<Detector> detectors)
    {
        var numbers = new List<int>();
        foreach (var detector in detectors)
            numbers.Add(detector.Number);
        return [.. numbers];
    }

    private static int NumberOf(Detector detector, List<Detector> numbered, Dictionary<object, int> numbers)
    {
        var key = detector is RegexDetector pattern ? (pattern.Pattern, pattern.View) : (object)detector;
        if (numbers.TryGetValue(key, out var number))
            return number;
        numbered.Add(detector);
        return numbers[key] = numbered.Count - 1;
    }

    private void Run(Stage stage, WindowText text, ScanBudget budget)
    {
        stage.FindTerms(text);
        var (normalized, original) = (text.HitsIn(TextView.Normalized).Filled.Length, text.HitsIn(TextView.Original).Filled.Length);
        stage.Anchors.Find(text);
        Run(text, TextView.Normalized, normalized, budget);
        if (!text.Normalized.IsInPlace)
            Run(text, TextView.Original, original, budget);
        foreach (var detector in stage.Unanchored)
        {
            if (detector is RegexDetector pattern)
                pattern.Detect(text, budget);
            else
                ((RecognizerDetector)detector).Detect(text, budget);
        }
    }

    private void Run(WindowText text, TextView view, int from, ScanBudget budget)
    {
        foreach (var number in text.HitsIn(view).Filled[from..])
        {
            var pattern = (RegexDetector)_detectors[number];
            if (pattern.View == view || text.Normalized.IsInPlace)
                pattern.Detect(text, budget);
        }
    }

    // Detectors that run at the same time.
    private sealed class Stage
    {
        private readonly TermIndex _terms;
        private readonly int[][] _bySet;

        public Stage(ReadOnlySpan<Detector> span, int all)
        {
            var detectors = span.ToArray();
            var bySet = detectors.OfType<TermDetector>().GroupBy(detector => detector.Terms).ToList();
            _terms = new TermIndex([.. bySet.Select(set => set.Key)]);
            _bySet = [.. bySet.Select(NumbersOf)];
            Anchors = new AnchorIndex([.. detectors.OfType<RegexDetector>()], all);
            Unanchored = [.. detectors.Where(detector => detector is RecognizerDetector or RegexDetector { Anchor: PatternAnchor.Head or PatternAnchor.None })];
        }

        public AnchorIndex Anchors { get; }

        public Detector[] Unanchored { get; }

        public void FindTerms(WindowText text)
        {
            _terms.Find(text.Normalized.Span, text.TermHits);
            foreach (var hit in text.TermHits.All)
            {
                foreach (var number in _bySet[hit.Set])
                    text.Places.Add(number, new TextSpan(hit.Start, hit.End));
            }
        }
    }
}

using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Evidence;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// All detectors of a rule set, and what each waits for. One pass over a text finds what any of them waits for; only those run whose
/// wait is over, so that thousands cost about what a few do. What counts near a hotword only runs where one stands, what only composites
/// ask for where one of them may stand.
/// </summary>
internal sealed class DetectorIndex
{
    private readonly Detector[] _detectors;
    private readonly Stage _first;
    private readonly Stage _onDemand;
    private readonly Stage _pieces;
    private readonly Stage _counterEvidence;
    private readonly WantedDigits _wanted;

    /// <param name="first">Detectors that run on every text.</param>
    /// <param name="onDemand">Those whose places count near a hotword only, or where low confidence does, unless they are among the first.</param>
    /// <param name="pieces">Those that find pieces of composites, unless they are among the others.</param>
    /// <param name="counterEvidence">Those that speak against composites, unless they are among the others.</param>
    /// <param name="hotwords">The hotwords of all rules.</param>
    public DetectorIndex(IEnumerable<Detector> first, IReadOnlyList<DetectorOnDemand> onDemand, IEnumerable<Detector> pieces, IEnumerable<Detector> counterEvidence, IReadOnlyList<HotwordGroup> hotwords)
    {
        // What several rules or pieces of evidence look for is looked for once.
        var numbered = new List<Detector>();
        var numbers = new Dictionary<object, int>();
        foreach (var detector in first)
            detector.Number = NumberOf(detector, numbered, numbers);
        var firsts = numbered.Count;
        foreach (var (detector, _) in onDemand)
            detector.Number = NumberOf(detector, numbered, numbers);
        var early = numbered.Count;
        foreach (var detector in pieces)
        {
            detector.Number = NumberOf(detector, numbered, numbers);
            detector.Stage = detector.Number < early ? DetectionStage.First : DetectionStage.Pieces;
        }

        var noCounterEvidence = numbered.Count;
        foreach (var detector in counterEvidence)
        {
            detector.Number = NumberOf(detector, numbered, numbers);
            detector.Stage = detector.Number < early ? DetectionStage.First : detector.Number < noCounterEvidence ? DetectionStage.Pieces : DetectionStage.CounterEvidence;
        }

        for (var number = 0; number < hotwords.Count; number++)
            hotwords[number].Number = number;
        _detectors = [.. numbered];
        _first = new Stage(hotwords, _detectors.AsSpan(0, firsts), _detectors.Length);
        _onDemand = new Stage([], _detectors.AsSpan(firsts, early - firsts), _detectors.Length);
        _pieces = new Stage([], _detectors.AsSpan(early, noCounterEvidence - early), _detectors.Length);
        _counterEvidence = new Stage([], _detectors.AsSpan(noCounterEvidence), _detectors.Length);
        _wanted = new WantedDigits(_onDemand.Anchors, onDemand, hotwords.Count);
        Hotwords = new HotwordIndex(_first.Terms);
    }

    /// <summary>Finds the hotwords of all rules.</summary>
    public HotwordIndex Hotwords { get; }

    /// <summary>Number of detectors.</summary>
    public int Count => _detectors.Length;

    /// <summary>Runs all detectors but those left for later on a window that was just loaded: adds to its places.</summary>
    /// <param name="text">The window.</param>
    /// <param name="lowCounts">Whether findings of low confidence count, so that all must be looked for.</param>
    /// <param name="budget">What may be spent.</param>
    public void Detect(WindowText text, bool lowCounts, ScanBudget budget)
    {
        Run(_first, text, budget);
        if (lowCounts)
            Run(_onDemand, text, budget);
        else
            RunWantedDigits(text, budget);
    }

    /// <summary>Finds the terms of a later stage, in a window on which the stages before have run; once.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="text">The window.</param>
    /// <param name="demand">Where; places elsewhere may be added too. Everywhere when it is null.</param>
    public void DetectTerms(DetectionStage stage, WindowText text, LaterDemand? demand)
    {
        if (demand is null)
            StageOf(stage).FindTerms(text, [new TextSpan(0, text.Normalized.Span.Length)]);
        else
            StageOf(stage).FindTerms(text, demand.Ranges);
    }

    /// <summary>Runs the patterns of a later stage, in a window on which the stages before have run; once.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="text">The window.</param>
    /// <param name="demand">Those that are asked for, and where; places elsewhere may be added too. All are, everywhere, when it is null.</param>
    /// <param name="budget">What may be spent.</param>
    public void DetectPatterns(DetectionStage stage, WindowText text, LaterDemand? demand, ScanBudget budget) => RunPatterns(StageOf(stage), text, demand, budget);

    private Stage StageOf(DetectionStage stage) => stage == DetectionStage.Pieces ? _pieces : _counterEvidence;

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
        object key = detector switch
        {
            RegexDetector pattern => (pattern.Pattern, pattern.View),
            TermDetector terms => terms.Terms,
            _ => detector,
        };
        if (numbers.TryGetValue(key, out var number))
            return number;
        numbered.Add(detector);
        return numbers[key] = numbered.Count - 1;
    }

    private void Run(Stage stage, WindowText text, ScanBudget budget)
    {
        stage.FindTerms(text, [new TextSpan(0, text.Normalized.Span.Length)]);
        RunPatterns(stage, text, demand: null, budget);
    }

    private void RunPatterns(Stage stage, WindowText text, LaterDemand? demand, ScanBudget budget)
    {
        var known = KnownIn(text);
        if (demand is null)
            stage.Anchors.Find(text);
        else
            stage.Anchors.Find(text, demand);
        RunPatterns(text, known, demand, budget);
        foreach (var detector in stage.Unanchored)
        {
            if (demand?.Wants(detector.Number) == false)
                continue;
            if (detector is RegexDetector pattern)
                pattern.Detect(text, budget);
            else
                ((RecognizerDetector)detector).Detect(text, budget);
        }
    }

    private void RunWantedDigits(WindowText text, ScanBudget budget)
    {
        var known = KnownIn(text);
        if (_wanted.Find(text))
            RunPatterns(text, known, demand: null, budget);
    }

    private static (int Normalized, int Original) KnownIn(WindowText text) => (text.HitsIn(TextView.Normalized).Filled.Length, text.HitsIn(TextView.Original).Filled.Length);

    // Runs what waits for the hits that were added since.
    private void RunPatterns(WindowText text, (int Normalized, int Original) known, LaterDemand? demand, ScanBudget budget)
    {
        RunPatterns(text, TextView.Normalized, known.Normalized, demand, budget);
        if (!text.Normalized.IsInPlace)
            RunPatterns(text, TextView.Original, known.Original, demand, budget);
    }

    private void RunPatterns(WindowText text, TextView view, int from, LaterDemand? demand, ScanBudget budget)
    {
        foreach (var number in text.HitsIn(view).Filled[from..])
        {
            if (demand?.Wants(number) == false)
                continue;
            var pattern = (RegexDetector)_detectors[number];
            if (pattern.View == view || text.Normalized.IsInPlace)
                pattern.Detect(text, budget);
        }
    }

    // Detectors that run at the same time.
    private sealed class Stage
    {
        private readonly int[][] _bySet;

        // Hotwords are found together with terms: of two passes over the words of a text each would cost as much.
        public Stage(IReadOnlyList<HotwordGroup> hotwords, ReadOnlySpan<Detector> span, int all)
        {
            var detectors = span.ToArray();
            var bySet = detectors.OfType<TermDetector>().GroupBy(detector => detector.Terms).ToList();
            Terms = new TermIndex([.. hotwords.Select(group => group.Words), .. bySet.Select(set => set.Key)]);
            _bySet = [.. hotwords.Select(_ => Array.Empty<int>()), .. bySet.Select(NumbersOf)];
            Anchors = new AnchorIndex([.. detectors.OfType<RegexDetector>()], all);
            Unanchored = [.. detectors.Where(detector => detector is RecognizerDetector or RegexDetector { Anchor: PatternAnchor.Head or PatternAnchor.None })];
        }

        public TermIndex Terms { get; }

        public AnchorIndex Anchors { get; }

        public Detector[] Unanchored { get; }

        public void FindTerms(WindowText text, ReadOnlySpan<TextSpan> ranges)
        {
            if (_bySet.Length == 0)
                return;
            foreach (var range in ranges)
            {
                Terms.Find(text.Normalized.Span, text.Tokens.In(range), text.TermHits);
                foreach (var hit in text.TermHits.All)
                {
                    foreach (var number in _bySet[hit.Set])
                        text.Places.Add(number, new TextSpan(hit.Start, hit.End));
                }
            }
        }
    }
}

using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>Looks at one window after the other: candidates are proposed, proved, joined, weighed, and kept where the rule applies.</summary>
/// <param name="ruleSet">The rules.</param>
internal sealed class WindowScan(RuleSet ruleSet)
{
    private readonly List<Candidate> _candidates = [];
    private readonly List<Candidate> _joined = [];
    private readonly List<Candidate> _dropped = [];
    private readonly List<RuleComposite> _noticed = [];
    private readonly bool[] _isNoticed = new bool[ruleSet.Index.Composites];
    private readonly LaterDemand _demand = new(ruleSet.Detectors.Count);

    /// <summary>The window.</summary>
    public WindowText Text { get; } = new(ruleSet.Detectors.Count);

    /// <summary>The candidates that hold, in the window's offsets.</summary>
    public List<Candidate> Candidates => _candidates;

    /// <summary>The candidates that do not.</summary>
    public List<Candidate> Dropped => _dropped;

    /// <summary>Looks at a window.</summary>
    /// <param name="window">Its text.</param>
    /// <param name="request">What is asked.</param>
    public void Run(ReadOnlySpan<char> window, in ScanRequest request)
    {
        Load(window, request);
        ruleSet.Detectors.Detect(Text, LowCounts(request.Options), request.Budget);
        if (Text.Places.Filled.Length == 0 && ruleSet.Index.Always.Length == 0)
            return;

        Propose(request);
        Keep(_candidates, candidate => candidate.Rule.Accepts(candidate));
        Join(request);
        if (_candidates.Count > 0)
            Weigh(request.Options);
    }

    /// <summary>Asks the rules what they say of a file with a name that bears signals; its text, and what its name says, is looked at elsewhere.</summary>
    /// <param name="name">The file's own name.</param>
    /// <param name="signals">What it gives away.</param>
    /// <param name="request">What is asked.</param>
    public void RunSignals(string name, IReadOnlyList<PartSignal> signals, in ScanRequest request)
    {
        Load(name, request);
        foreach (var signal in signals)
        {
            foreach (var detector in ruleSet.Index.DetectorsOf(signal))
            {
                if (request.Runs(detector.Rule))
                    detector.Propose(Text, new TextSpan(0, name.Length), _candidates);
            }
        }

        Keep(_candidates, candidate => candidate.Rule.Accepts(candidate));
        Weigh(request.Options);
    }

    private void Load(ReadOnlySpan<char> text, in ScanRequest request)
    {
        _candidates.Clear();
        _dropped.Clear();
        Text.Load(text);
        Text.Traced = request.Options.Trace;
    }

    private void Propose(in ScanRequest request)
    {
        foreach (var number in Text.Places.Filled)
        {
            foreach (var detector in ruleSet.Index.DetectorsOf(number))
            {
                if (request.Runs(detector.Rule))
                    detector.Propose(Text, _candidates);
            }
        }
    }

    private void Join(in ScanRequest request)
    {
        Notice(request.Options);
        KeepWhatMayStand(request, LookedFor.Nothing);
        if (Demand(LookedFor.Nothing))
        {
            ruleSet.Detectors.DetectTerms(DetectionStage.Pieces, Text, _demand);
            KeepWhatMayStand(request, LookedFor.Terms);
        }

        if (Demand(LookedFor.Terms))
        {
            ruleSet.Detectors.DetectPatterns(DetectionStage.Pieces, Text, _demand, request.Budget);
            KeepWhatMayStand(request, LookedFor.Everything);
        }

        if (Demand(LookedFor.Everything))
        {
            ruleSet.Detectors.DetectTerms(DetectionStage.CounterEvidence, Text, _demand);
            ruleSet.Detectors.DetectPatterns(DetectionStage.CounterEvidence, Text, _demand, request.Budget);
        }

        if (_noticed.Count == 0)
            return;
        var evidence = new EvidenceFinder(Text, _candidates, DateOnly.FromDateTime(request.Options.PublishAt.DateTime), request.Budget);
        foreach (var composite in _noticed)
            composite.Propose(Text, evidence, _joined);
        _noticed.Clear();
        if (_joined.Count == 0)
            return;
        Keep(_joined, candidate => candidate.Rule.Accepts(candidate));
        _candidates.AddRange(_joined);
        _joined.Clear();
    }

    // Whether what was noticed still asks for something; what cannot stand is no longer noticed.
    private bool Demand(LookedFor looked)
    {
        _demand.Clear();
        var kept = 0;
        for (var i = 0; i < _noticed.Count; i++)
        {
            if (_demand.Add(_noticed[i].Composite, looked, Text, _candidates))
                _noticed[kept++] = _noticed[i];
        }

        _noticed.RemoveRange(kept, _noticed.Count - kept);
        return !_demand.IsEmpty;
    }

    private void KeepWhatMayStand(in ScanRequest request, LookedFor looked)
    {
        var kept = 0;
        for (var i = 0; i < _noticed.Count; i++)
        {
            var composite = _noticed[i];
            if (request.Runs(composite.Rule) && composite.Composite.MayStandIn(Text, _candidates, looked))
                _noticed[kept++] = composite;
        }

        _noticed.RemoveRange(kept, _noticed.Count - kept);
    }

    private void Notice(ScanOptions options)
    {
        foreach (var number in Text.Places.Filled)
            Notice(ruleSet.Index.CompositesOf(number), options);
        foreach (var candidate in _candidates)
            Notice(ruleSet.Index.CompositesOf(candidate.Rule.InfoType), options);
        Notice(ruleSet.Index.Always, options);
        foreach (var composite in _noticed)
            _isNoticed[composite.Number] = false;
    }

    private void Notice(ReadOnlySpan<RuleComposite> composites, ScanOptions options)
    {
        foreach (var composite in composites)
        {
            if (_isNoticed[composite.Number] || !MayMatter(composite.Rule, composite.Rule.HighestOf(composite.Confidence), options))
                continue;
            _isNoticed[composite.Number] = true;
            _noticed.Add(composite);
        }
    }

    private void Weigh(ScanOptions options) =>
        Keep(_candidates, candidate => candidate.Rule.Weigh(candidate, Text, ruleSet.Detectors.Hotwords) && IsInScope(candidate, options) && MayMatter(candidate.Rule, candidate.Confidence, options));

    private bool LowCounts(ScanOptions options) => options.Trace || options.MinimumConfidence == Confidence.Low || ruleSet.Policy.LowestThatCounts == Confidence.Low;

    // Numbers without a name near by are proposed by dozens of rules; where nobody asks for them and the policy allows them, nobody misses them.
    private bool MayMatter(Rule rule, Confidence confidence, ScanOptions options) =>
        confidence >= options.MinimumConfidence || confidence >= ruleSet.Policy.LowestThatCounts
        || options.Trace || rule.CountsAtAnyConfidence;

    private static bool IsInScope(Candidate candidate, ScanOptions options)
    {
        var reason = !candidate.Rule.AppliesTo(options) ? "the rule is not in force for this audience or at this time"
            : options.InfoTypes?.Contains(candidate.Rule.InfoType) == false ? "the info type was not asked for"
            : null;
        if (reason is not null)
            candidate.Note(TraceStepKind.OutOfScope, reason, null);
        return reason is null;
    }

    private void Keep(List<Candidate> candidates, Predicate<Candidate> holds)
    {
        var kept = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (holds(candidates[i]))
                candidates[kept++] = candidates[i];
            else
                _dropped.Add(candidates[i]);
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
    }
}

using System.Text;
using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>
/// Looks at a passage that arrives in pieces. It is cut into windows at fixed places, so that the answer does not depend on how it
/// was fed; a candidate belongs to the window in whose core it starts, and sees a margin of text on both sides.
/// </summary>
/// <param name="rules">The rules to run.</param>
/// <param name="detectors">What their detectors wait for.</param>
/// <param name="options">What the scan takes into account.</param>
/// <param name="budget">What the scan may still spend.</param>
internal sealed class PassageScan(IReadOnlyList<Rule> rules, DetectorIndex detectors, ScanOptions options, ScanBudget budget)
{
    /// <summary>Characters whose candidates one window yields.</summary>
    public const int Core = 1 << 16;

    /// <summary>Characters seen on either side: the longest secret, and the farthest evidence.</summary>
    public const int Margin = 1 << 13;

    private readonly StringBuilder _pending = new();
    private readonly List<PlacedCandidate> _found = [];
    private readonly List<PlacedCandidate> _dropped = [];
    private int _pendingStart;
    private int _coreStart;

    /// <summary>Candidates confirmed by validators and evidence, in the passage's offsets.</summary>
    public IReadOnlyList<PlacedCandidate> Found => _found;

    /// <summary>Candidates dropped; empty unless a trace was asked for.</summary>
    public IReadOnlyList<PlacedCandidate> Dropped => _dropped;

    /// <summary>Takes the next piece of the passage.</summary>
    public void Feed(ReadOnlySpan<char> piece)
    {
        while (piece.Length > 0)
        {
            var room = _coreStart + Core + Margin - (_pendingStart + _pending.Length);
            var taken = piece[..Math.Min(room, piece.Length)];
            _pending.Append(taken);
            piece = piece[taken.Length..];
            if (taken.Length == room && piece.Length > 0)
                ScanWindow(_coreStart + Core);
        }
    }

    /// <summary>Looks at what is left.</summary>
    public void Complete() => ScanWindow(int.MaxValue);

    private void ScanWindow(int coreEnd)
    {
        ScanWindow(new WindowText(_pending.ToString(), detectors), coreEnd);
        _coreStart = coreEnd;
        var kept = Math.Min(_pending.Length, Math.Max(0, _coreStart - Margin - _pendingStart));
        _pending.Remove(0, kept);
        _pendingStart += kept;
    }

    private void ScanWindow(WindowText text, int coreEnd)
    {
        var candidates = new List<Candidate>();
        foreach (var rule in rules)
            candidates.AddRange(rule.Detect(text, budget).Where(Accepted));

        var evidence = new EvidenceFinder(text, candidates, DateOnly.FromDateTime(options.PublishAt.DateTime), budget);
        var joined = rules.SelectMany(rule => rule.Join(text, evidence)).Where(NotRefuted).Select(join => join.Candidate).Where(Accepted).ToList();

        foreach (var candidate in candidates.Concat(joined))
        {
            if (!candidate.Rule.Weigh(candidate, text))
                Drop(candidate);
            else if (!candidate.Rule.AppliesTo(options))
                Drop(candidate, TraceStepKind.OutOfScope, "the rule is not in force for this audience or at this time");
            else if (options.InfoTypes?.Contains(candidate.Rule.InfoType) == false)
                Drop(candidate, TraceStepKind.OutOfScope, "the info type was not asked for");
            else if (StartsInCore(candidate))
                _found.Add(Place(candidate, text));
        }

        bool Accepted(Candidate candidate) => candidate.Rule.Accepts(candidate) || Drop(candidate);

        bool NotRefuted((Candidate Candidate, bool Refuted) join) => !join.Refuted || Drop(join.Candidate);

        bool StartsInCore(Candidate candidate) => candidate.Span.Start + _pendingStart is var start && start >= _coreStart && start < coreEnd;

        bool Drop(Candidate candidate, TraceStepKind? step = null, string detail = "")
        {
            if (!options.Trace || !StartsInCore(candidate))
                return false;
            if (step is { } kind)
                candidate.Note(kind, detail, null);
            _dropped.Add(Place(candidate, text));
            return false;
        }
    }

    private PlacedCandidate Place(Candidate candidate, WindowText text) =>
        new(candidate, candidate.Span.Shift(_pendingStart), Preview.Of(text.Original.AsSpan()[candidate.Span.Start..candidate.Span.End], candidate.Rule.Category));
}

/// <summary>A candidate with its place in the passage.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Span">Its span in the passage's text.</param>
/// <param name="Preview">What may be shown of it.</param>
internal sealed record PlacedCandidate(Candidate Candidate, TextSpan Span, string Preview);

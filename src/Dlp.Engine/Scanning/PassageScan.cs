using System.Text;
using Dlp.Engine.Decoding;
using Dlp.Engine.Detection;
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
        var text = new WindowText(_pending.ToString(), detectors);
        var scan = new WindowScan(text, rules, options, budget);
        var found = scan.Run().ConvertAll(candidate => PlacedCandidate.Of(candidate, text));
        Place(found, coreEnd, _found);
        if (options.Trace)
            Place(scan.Dropped.Select(candidate => PlacedCandidate.Of(candidate, text)), coreEnd, _dropped);
        if (EncodedTextReader.Read(text.Original) is { Count: > 0 } stretches)
            ScanDecoded(stretches, found, coreEnd);

        _coreStart = coreEnd;
        var kept = Math.Min(_pending.Length, Math.Max(0, _coreStart - Margin - _pendingStart));
        _pending.Remove(0, kept);
        _pendingStart += kept;
    }

    private void ScanDecoded(IReadOnlyList<DecodedText> stretches, IReadOnlyList<PlacedCandidate> found, int coreEnd)
    {
        budget.AllowDecoding(_pending.Length);
        var scan = new DecodedScan(rules, detectors, options, budget);
        scan.Run(stretches, found);
        Place(scan.Found, coreEnd, _found);
        if (options.Trace)
            Place(scan.Dropped, coreEnd, _dropped);
    }

    private void Place(IEnumerable<PlacedCandidate> candidates, int coreEnd, List<PlacedCandidate> placed)
    {
        foreach (var candidate in candidates)
        {
            var start = candidate.Span.Start + _pendingStart;
            if (start >= _coreStart && start < coreEnd)
                placed.Add(candidate.Shift(_pendingStart));
        }
    }
}

using Dlp.Engine.Decoding;
using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>
/// Looks at a passage, which arrives in pieces. It is cut into windows at fixed places, so that the answer does not depend on how it was
/// fed; a candidate belongs to the window in whose core it starts, and sees a margin of text on both sides. Used again for another passage.
/// </summary>
/// <param name="windows">Looks at the windows of all passages of a scan, one at a time.</param>
internal sealed class PassageScan(WindowScans windows)
{
    /// <summary>Characters whose candidates one window yields.</summary>
    public const int Core = 1 << 18;

    /// <summary>Characters seen on either side: the longest secret, and the farthest evidence.</summary>
    public const int Margin = 1 << 13;

    private const int LongestWindow = Core + 2 * Margin;

    private readonly List<PlacedCandidate> _found = [];
    private readonly List<PlacedCandidate> _dropped = [];
    private readonly List<LocalizedText> _unexamined = [];
    private char[] _pending = new char[1024];
    private int _pendingLength;
    private int _pendingStart;
    private int _coreStart;

    /// <summary>Its parts.</summary>
    public Passage Parts { get; } = new();

    /// <summary>Candidates confirmed by validators and evidence, in the passage's offsets.</summary>
    public List<PlacedCandidate> Found => _found;

    /// <summary>Candidates dropped; empty unless a trace was asked for.</summary>
    public List<PlacedCandidate> Dropped => _dropped;

    /// <summary>What was not examined, for the details of its parts; in the order in which it was given up.</summary>
    public IReadOnlyCollection<LocalizedText> Unexamined => _unexamined;

    /// <summary>Starts another passage.</summary>
    public void Begin()
    {
        Parts.Clear();
        _found.Clear();
        _dropped.Clear();
        _unexamined.Clear();
        (_pendingLength, _pendingStart, _coreStart) = (0, 0, 0);
    }

    /// <summary>Takes the next piece of the passage.</summary>
    public void Feed(ReadOnlySpan<char> piece, in ScanRequest request)
    {
        Parts.Advance(piece.Length);
        while (piece.Length > 0)
        {
            var room = _coreStart + Core + Margin - (_pendingStart + _pendingLength);
            var taken = piece[..Math.Min(room, piece.Length)];
            Append(taken);
            piece = piece[taken.Length..];
            if (taken.Length == room && piece.Length > 0)
                ScanWindow(_coreStart + Core, request);
        }
    }

    /// <summary>Looks at what is left.</summary>
    public void Complete(in ScanRequest request) => ScanWindow(int.MaxValue, request);

    /// <summary>Takes a file's own name, instead of a passage, for what the rules say of the signals that the file bears.</summary>
    public void RunSignals(string name, IReadOnlyList<PartSignal> signals, in ScanRequest request)
    {
        windows.Clear.RunSignals(name, signals, request);
        PlaceSeen(int.MaxValue, request);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_pendingLength + text.Length > _pending.Length)
            Array.Resize(ref _pending, Math.Min(LongestWindow, Math.Max(_pendingLength + text.Length, _pending.Length * 2)));
        text.CopyTo(_pending.AsSpan(_pendingLength));
        _pendingLength += text.Length;
    }

    private void ScanWindow(int coreEnd, in ScanRequest request)
    {
        var window = windows.Clear;
        window.Run(_pending.AsSpan(0, _pendingLength), request);
        PlaceSeen(coreEnd, request);
        if (EncodedTextReader.Read(window.Text.Original, HoldsRun(window.Text)) is { Count: > 0 } stretches)
            ScanDecoded(stretches, coreEnd, request);
        NoteUnexamined(request.Budget);

        _coreStart = coreEnd;
        var seen = Math.Min(_pendingLength, Math.Max(0, _coreStart - Margin - _pendingStart));
        _pending.AsSpan(seen, _pendingLength - seen).CopyTo(_pending);
        _pendingLength -= seen;
        _pendingStart += seen;
    }

    private static bool HoldsRun(WindowText text)
    {
        foreach (var run in text.RunsIn(TextView.Original).All)
        {
            if (run.Length >= BaseRun.Shortest)
                return true;
        }

        return false;
    }

    private void ScanDecoded(IReadOnlyList<DecodedText> stretches, int coreEnd, in ScanRequest request)
    {
        request.Budget.AllowDecoding(_pendingLength);
        var decoded = windows.Decoded;
        decoded.Run(stretches, windows.Clear.Candidates, request);
        foreach (var candidate in decoded.Found)
            Place(candidate, coreEnd, _found);
        foreach (var candidate in decoded.Dropped)
            Place(candidate, coreEnd, _dropped);
    }

    // What a window of another passage uses up is told of that one.
    private void NoteUnexamined(ScanBudget budget)
    {
        if (budget.Exhausted.Count == 0)
            return;
        _unexamined.AddRange(budget.Exhausted.Except(_unexamined));
        budget.EndPassage();
    }

    private void PlaceSeen(int coreEnd, in ScanRequest request)
    {
        Place(windows.Clear.Candidates, coreEnd, _found);
        if (request.Options.Trace)
            Place(windows.Clear.Dropped, coreEnd, _dropped);
    }

    private void Place(List<Candidate> candidates, int coreEnd, List<PlacedCandidate> placed)
    {
        foreach (var candidate in candidates)
            Place(PlacedCandidate.Of(candidate, windows.Clear.Text), coreEnd, placed);
    }

    private void Place(PlacedCandidate candidate, int coreEnd, List<PlacedCandidate> placed)
    {
        var start = candidate.Span.Start + _pendingStart;
        if (start >= _coreStart && start < coreEnd)
            placed.Add(candidate.Shift(_pendingStart));
    }
}

/// <summary>What looks at windows: those of all passages of a scan, one at a time, so that passages that are open at the same time cost no more than their text.</summary>
/// <param name="ruleSet">The rules.</param>
internal sealed class WindowScans(RuleSet ruleSet)
{
    private DecodedScan? _decoded;

    /// <summary>Looks at a window as it stands.</summary>
    public WindowScan Clear { get; } = new(ruleSet);

    /// <summary>Looks at what is encoded in it.</summary>
    public DecodedScan Decoded => _decoded ??= new DecodedScan(ruleSet);
}

/// <summary>What a scan is asked, beside the text.</summary>
/// <param name="Runs">Which rules are run.</param>
/// <param name="Options">What it takes into account.</param>
/// <param name="Budget">What it may still spend.</param>
internal readonly record struct ScanRequest(Predicate<Rule> Runs, ScanOptions Options, ScanBudget Budget);

using Dlp.Engine.Policies;
using Dlp.Engine.Scanning;

namespace Dlp.Engine;

/// <summary>One part of a draft while it is scanned. Good until the scan is complete; not thread-safe, as the <see cref="DraftScan"/> that it belongs to.</summary>
public sealed class PartScan
{
    private readonly DraftScan _scan;
    private readonly List<LocalizedText> _unexamined = [];
    private PartStatus _status;
    private UnreadCause _cause;
    private LocalizedText? _detail;

    internal PartScan(DraftScan scan, int number)
    {
        _scan = scan;
        Number = number;
    }

    /// <summary>Its place in the draft, from 0.</summary>
    internal int Number { get; }

    internal string Name { get; private set; } = "";

    internal DraftPartKind Kind { get; private set; }

    internal PassageScan? Passage { get; private set; }

    internal Func<int, LocalizedText?>? LocationOf { get; private set; }

    /// <summary>Whether more of its text may follow.</summary>
    internal bool TakesText { get; private set; }

    /// <summary>Whether it has been said how much of it was read.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Whether the whole of it was read and examined.</summary>
    internal bool IsScanned => _status == PartStatus.Scanned && _unexamined.Count == 0;

    private int Characters { get; set; }

    /// <summary>Takes the next piece of its text; a piece may end anywhere.</summary>
    /// <exception cref="InvalidOperationException">Its text has ended.</exception>
    public void Feed(ReadOnlySpan<char> piece)
    {
        if (!TakesText)
            throw new InvalidOperationException("Feed comes before EndText and End.");
        _scan.Feed(Passage!, piece);
        Characters += piece.Length;
    }

    /// <summary>Says that no more text follows, so that what is held of it can be let go; how much was read may be known only later.</summary>
    /// <param name="locationOf">The place of an offset of the text inside an attachment; null in the author's own text.</param>
    /// <exception cref="InvalidOperationException">Its text has ended.</exception>
    public void EndText(Func<int, LocalizedText?>? locationOf = null)
    {
        if (!TakesText)
            throw new InvalidOperationException("EndText comes once, before End.");
        TakesText = false;
        LocationOf = locationOf;
        _scan.EndText(this);
    }

    /// <summary>Ends the part, and its text where that has not ended, and says how much of it was read.</summary>
    /// <param name="status">Whether the whole part was read.</param>
    /// <param name="cause">Why not, where the policy treats that apart.</param>
    /// <param name="detail">For people: what was not read and why.</param>
    /// <param name="signals">What an attached file gives away beside its text; null: nothing.</param>
    /// <exception cref="InvalidOperationException">It has been ended.</exception>
    public void End(
        PartStatus status = PartStatus.Scanned, UnreadCause cause = UnreadCause.None, LocalizedText? detail = null, IReadOnlyList<PartSignal>? signals = null)
    {
        if (HasEnded)
            throw new InvalidOperationException("End comes once.");
        if (TakesText)
            EndText();
        (HasEnded, _status, _cause, _detail) = (true, status, cause, detail);
        if (Kind == DraftPartKind.Attachment && signals is { Count: > 0 })
            _scan.TakeSignals(this, signals);
    }

    internal void Begin(string name, DraftPartKind kind, PassageScan passage)
    {
        (Name, Kind, Passage, Characters, LocationOf, TakesText, HasEnded) = (name, kind, passage, 0, null, true, false);
        (_status, _cause, _detail) = (PartStatus.Scanned, UnreadCause.None, null);
        _unexamined.Clear();
    }

    /// <summary>Its passage is complete.</summary>
    /// <param name="unexamined">What was not examined of it.</param>
    internal void EndPassage(IReadOnlyCollection<LocalizedText> unexamined)
    {
        (Passage, LocationOf) = (null, null);
        CutShort(unexamined);
    }

    /// <summary>Notes what was not examined, for a part is never shown as clean that was not.</summary>
    internal void CutShort(IReadOnlyCollection<LocalizedText> unexamined)
    {
        if (unexamined.Count > 0)
            _unexamined.AddRange(unexamined.Except(_unexamined));
    }

    internal PartReport Report(Policy policy)
    {
        if (IsScanned)
            return new PartReport(Name, Kind, _status, Characters, _detail, Verdict.Allow);
        var status = _status == PartStatus.Scanned ? PartStatus.Partial : _status;
        var cause = _unexamined.Count == 0 ? _cause : UnreadCause.None;
        return new PartReport(Name, Kind, status, Characters, LocalizedText.Join([.. Detail(), .. _unexamined]), policy.VerdictOf(status, cause));
    }

    private IEnumerable<LocalizedText> Detail() => _detail is null ? [] : [_detail];
}

using Dlp.Engine.Policies;

namespace Dlp.Engine.Scanning;

/// <summary>A part that is being read.</summary>
internal sealed class ReadPart(string name, DraftPartKind kind)
{
    public string Name { get; } = name;

    public DraftPartKind Kind { get; } = kind;

    public int Characters { get; set; }

    public PartStatus Status { get; set; }

    public UnreadCause Cause { get; set; }

    public string? Detail { get; set; }

    public Func<int, string?>? LocationOf { get; set; }

    /// <summary>Notes what the scan did not examine; a part is never shown as clean that was not.</summary>
    public void CutShort(IReadOnlyCollection<string> unexamined)
    {
        if (unexamined.Count == 0)
            return;
        if (Status == PartStatus.Scanned)
            Status = PartStatus.Partial;
        Detail = string.Join("; ", unexamined.Prepend(Detail).OfType<string>());
        Cause = UnreadCause.None;
    }

    public PartReport Report(Policy policy) => new(Name, Kind, Status, Characters, Detail, policy.VerdictOf(Status, Cause));
}

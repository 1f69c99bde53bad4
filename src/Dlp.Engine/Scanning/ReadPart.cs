using Dlp.Engine.Policies;

namespace Dlp.Engine.Scanning;

/// <summary>A part that is being read.</summary>
internal sealed class ReadPart
{
    public string Name { get; private set; } = "";

    public DraftPartKind Kind { get; private set; }

    public int Characters { get; set; }

    public PartStatus Status { get; private set; }

    public UnreadCause Cause { get; private set; }

    public LocalizedText? Detail { get; private set; }

    public Func<int, string?>? LocationOf { get; private set; }

    /// <summary>Starts another part.</summary>
    public void Begin(string name, DraftPartKind kind)
    {
        (Name, Kind, Characters) = (name, kind, 0);
        End(PartStatus.Scanned, UnreadCause.None, null, null);
    }

    /// <summary>Says how much of the part was read.</summary>
    public void End(PartStatus status, UnreadCause cause, LocalizedText? detail, Func<int, string?>? locationOf) =>
        (Status, Cause, Detail, LocationOf) = (status, cause, detail, locationOf);

    /// <summary>Notes what the scan did not examine; a part is never shown as clean that was not.</summary>
    public void CutShort(IReadOnlyCollection<string> unexamined)
    {
        if (unexamined.Count == 0)
            return;
        if (Status == PartStatus.Scanned)
            Status = PartStatus.Partial;
        Detail = LocalizedText.Join([.. Detail is null ? [] : new[] { Detail }, .. unexamined.Select(Unexamined.Wording)]);
        Cause = UnreadCause.None;
    }

    public PartReport Report(Policy policy) => new(Name, Kind, Status, Characters, Detail, policy.VerdictOf(Status, Cause));
}

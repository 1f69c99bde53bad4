using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Redaction;

namespace Dlp.Engine;

/// <summary>What a scan says about a draft.</summary>
public sealed record ScanResult
{
    /// <summary>Nothing found, everything scanned: one object for all such drafts.</summary>
    public static ScanResult Clean { get; } = new()
    {
        Verdict = Verdict.Allow,
        Findings = [],
        ShadowFindings = [],
        Incomplete = [],
        Redacted = [],
        Dropped = [],
    };

    /// <summary>The strictest verdict of all findings and of every part that was not wholly scanned.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Live findings: those of the asked confidence or more, and every one whose verdict is not <c>allow</c>; in order of part and position.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings of shadow rules, with the verdict that they would have had. They changed nothing.</summary>
    public required IReadOnlyList<Finding> ShadowFindings { get; init; }

    /// <summary>The parts of the draft that were not wholly scanned, in its order.</summary>
    public required IReadOnlyList<PartReport> Incomplete { get; init; }

    /// <summary>The author's own parts with every listed finding replaced; scanned again with the same options they hold no finding. Empty when not asked for or nothing was found in them.</summary>
    public required IReadOnlyList<RedactedPart> Redacted { get; init; }

    /// <summary>Candidates that did not become findings; empty unless a trace was asked for.</summary>
    public required IReadOnlyList<DroppedCandidate> Dropped { get; init; }

    /// <summary>Whether every part was wholly scanned.</summary>
    public bool Complete => Incomplete.Count == 0;

    /// <summary>What happened to each part of the draft that was scanned, in its order.</summary>
    public IEnumerable<PartReport> PartsOf(Draft draft)
    {
        if (Complete)
            return draft.Parts.Select(Scanned);
        var incomplete = Incomplete.ToDictionary(part => part.Name, StringComparer.Ordinal);
        return draft.Parts.Select(part => incomplete.GetValueOrDefault(part.Name) ?? Scanned(part));
    }

    private static PartReport Scanned(DraftPart part) => new(part.Name, part.Kind, PartStatus.Scanned, part.Text.Length, part.Detail, Verdict.Allow);
}

/// <summary>What happened to one part.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Kind">What it is to the author.</param>
/// <param name="Status">How much of it was scanned.</param>
/// <param name="Characters">UTF-16 code units scanned.</param>
/// <param name="Detail">For people: what was not scanned and why; null when all was.</param>
/// <param name="Verdict">What the policy says of a part in this state.</param>
public sealed record PartReport(string Name, DraftPartKind Kind, PartStatus Status, int Characters, LocalizedText? Detail, Verdict Verdict);

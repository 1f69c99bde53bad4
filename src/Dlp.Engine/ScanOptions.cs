using System.Collections.Frozen;

namespace Dlp.Engine;

/// <summary>What a scan takes into account besides the draft. The engine has no clock: the host says when the draft is to be published.</summary>
public sealed record ScanOptions
{
    /// <summary>The instant of publishing; decides which fiscal periods are over and which rules are in force.</summary>
    public required DateTimeOffset PublishAt { get; init; }

    /// <summary>Where the draft is going.</summary>
    /// <value>Default: an unknown site, public.</value>
    public Destination Destination { get; init; } = new();

    /// <summary>Groups of the author, as the host knows them.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Language of the replacements in the redacted text.</summary>
    /// <value>Default: English.</value>
    public Language Language { get; init; } = Language.En;

    /// <summary>Only these info types are reported and decided upon; composite rules still see the others. Null: all.</summary>
    /// <value>Default: null.</value>
    public FrozenSet<string>? InfoTypes { get; init; }

    /// <summary>Findings of lower confidence are listed only when their verdict is not <c>allow</c>.</summary>
    /// <value>Default: <see cref="Confidence.Medium"/>.</value>
    public Confidence MinimumConfidence { get; init; } = Confidence.Medium;

    /// <summary>Whether to keep the ledger of every candidate, dropped ones included. Costs time and memory.</summary>
    /// <value>Default: false.</value>
    public bool Trace { get; init; }

    /// <summary>Whether to produce the redacted text of the author's own parts.</summary>
    /// <value>Default: true.</value>
    public bool Redact { get; init; } = true;
}

using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Scanning;

/// <summary>Everything that is told about one scan, whatever the format.</summary>
internal sealed record ScanReport
{
    /// <summary>What of the draft is held: its body.</summary>
    public required Draft Draft { get; init; }

    public required ScanResult Result { get; init; }

    /// <summary>What happened to each part of the draft.</summary>
    public required IReadOnlyList<PartReport> Parts { get; init; }

    public required RuleSet RuleSet { get; init; }

    public required Language Language { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether the ledger was asked for.</summary>
    public bool Trace { get; init; }

    /// <summary>The file, as the user named it, that each part came from; the body given otherwise is not in it.</summary>
    public required IReadOnlyDictionary<string, string> Paths { get; init; }

    /// <summary>The lines of each part.</summary>
    public required IReadOnlyDictionary<string, LineIndex> Lines { get; init; }

    /// <summary>1-based line and column of an offset of a part.</summary>
    public (int Line, int Column) PositionOf(string part, int offset) => Lines[part].PositionOf(offset);
}

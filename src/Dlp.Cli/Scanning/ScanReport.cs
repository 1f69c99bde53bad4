using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Scanning;

/// <summary>Everything that is told about one scan, whatever the format.</summary>
internal sealed record ScanReport
{
    public required Draft Draft { get; init; }

    public required ScanResult Result { get; init; }

    /// <summary>What happened to each part of the draft.</summary>
    public IEnumerable<PartReport> Parts => Result.PartsOf(Draft);

    public required RuleSet RuleSet { get; init; }

    public required Language Language { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether the ledger was asked for.</summary>
    public bool Trace { get; init; }

    /// <summary>The file, as the user named it, that each part came from; the body given otherwise is not in it.</summary>
    public required IReadOnlyDictionary<string, string> Paths { get; init; }

    private readonly Dictionary<string, LineIndex> _lines = new(StringComparer.Ordinal);

    /// <summary>1-based line and column of an offset of a part.</summary>
    public (int Line, int Column) PositionOf(string part, int offset)
    {
        if (!_lines.TryGetValue(part, out var lines))
            _lines[part] = lines = new LineIndex(Draft.Parts.First(candidate => candidate.Name == part).Text);
        return lines.PositionOf(offset);
    }
}

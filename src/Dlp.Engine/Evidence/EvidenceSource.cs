using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>One piece of evidence of a composite rule, as run; any of its ways to be found will do.</summary>
/// <param name="definition">The piece as written.</param>
/// <param name="name">For traces: what the piece is, in words of the rule.</param>
/// <param name="detectors">Its pattern and its terms.</param>
internal sealed class EvidenceSource(EvidenceDefinition definition, string name, IReadOnlyList<Detector> detectors)
{
    public string Name { get; } = name;

    public IReadOnlyList<Detector> Detectors { get; } = detectors;

    public string? InfoType => definition.InfoType;

    public IReadOnlyList<PeriodState> Periods => definition.Period;

    public RecognizerKind? Recognizer => definition.Recognizer;

    /// <summary>Whether this piece alone is the span of the finding.</summary>
    public bool IsValue => definition.Value;

    /// <summary>The order in which pieces are looked for: words and patterns, then periods, then what a model must be asked.</summary>
    public int Cost => IsCostly ? 2 : Periods.Count > 0 ? 1 : 0;

    /// <summary>Whether a model must be asked, which costs a thousand times more than the rest.</summary>
    public bool IsCostly => Recognizer is not null;
}

using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>One piece of evidence of a composite rule, as run; any of its ways to be found will do.</summary>
/// <param name="definition">The piece as written.</param>
/// <param name="name">For traces: what the piece is, in words of the rule.</param>
/// <param name="detectors">Its pattern and its terms.</param>
internal sealed class EvidenceSource(EvidenceDefinition definition, string name, IReadOnlyList<Detector> detectors)
{
    private const double FrequencyOfNumbers = 0.002;

    private readonly Detector[] _detectors = [.. detectors];
    private int[]? _numbers;

    public string Name { get; } = name;

    public IReadOnlyList<Detector> Detectors => _detectors;

    /// <summary>The numbers of its detectors, once they have them.</summary>
    public ReadOnlySpan<int> Numbers => _numbers ??= [.. _detectors.Select(detector => detector.Number)];

    public string? InfoType => definition.InfoType;

    public IReadOnlyList<PeriodState> Periods => definition.Period;

    public RecognizerKind? Recognizer => definition.Recognizer;

    /// <summary>Whether this piece alone is the span of the finding.</summary>
    public bool IsValue => definition.Value;

    /// <summary>The order in which pieces are looked for: words and patterns, then periods, then what a model must be asked.</summary>
    public int Cost => IsCostly ? 2 : Periods.Count > 0 ? 1 : 0;

    /// <summary>Whether a model must be asked, which costs a thousand times more than the rest.</summary>
    public bool IsCostly => Recognizer is not null;

    /// <summary>Whether every place of it is noticed while the text is passed over, so that a composite can wait for it.</summary>
    public bool IsNoticed => !IsCostly && Periods.Count == 0;

    /// <summary>The higher, the more texts hold it.</summary>
    public double Commonness { get; } = detectors.Sum(detector => detector switch
    {
        TermDetector terms => terms.Terms.Commonness,
        RegexDetector { Anchor: PatternAnchor.Literal } pattern => RequiredLiterals.FrequencyOf(pattern.Literals),
        RegexDetector { Anchor: PatternAnchor.Digits, Digits.Digits: > 2 } => FrequencyOfNumbers,
        _ => 1,
    });

    /// <summary>Whether it may stand in a window: false only when it is sure that it does not.</summary>
    public bool MayStandIn(WindowText text, List<Candidate> candidates, LookedFor looked)
    {
        if (Periods.Count > 0 || (Recognizer is { } kind && text.MayHold(kind)))
            return true;
        foreach (var detector in _detectors)
        {
            if (!text.Places.IsEmpty(detector.Number) || (!IsLookedFor(detector, looked) && MayStandIn(text, detector)))
                return true;
        }

        return InfoType is not null && candidates.Exists(candidate => candidate.Rule.InfoType == InfoType);
    }

    private static bool MayStandIn(WindowText text, Detector detector) => detector is not RegexDetector { Digits: not null } || text.HasDigit;

    /// <summary>Whether all of its places are known, so that where none is near it does not stand.</summary>
    /// <param name="looked">What has been looked for of what only composites ask for.</param>
    public bool IsKnown(LookedFor looked)
    {
        if (!IsNoticed)
            return false;
        foreach (var detector in _detectors)
        {
            if (!IsLookedFor(detector, looked))
                return false;
        }

        return true;
    }

    /// <summary>Gives the places at which it stands in the normalised text, in order.</summary>
    public void CopyPlaces(WindowText text, List<Candidate> candidates, List<TextSpan> places)
    {
        places.Clear();
        foreach (var number in Numbers)
        {
            foreach (var place in text.Places.Of(number))
                places.Add(place);
        }

        if (InfoType is not null)
        {
            foreach (var candidate in candidates)
            {
                if (candidate.Rule.InfoType == InfoType)
                    places.Add(candidate.NormalizedSpan);
            }
        }

        if (_detectors.Length != 1 || InfoType is not null)
            places.Sort();
    }

    private static bool IsLookedFor(Detector detector, LookedFor looked) =>
        detector.Stage == DetectionStage.First || looked >= (detector is TermDetector ? LookedFor.Terms : LookedFor.Everything);
}

using Dlp.Engine.Detection;
using Dlp.Engine.Explanations;

namespace Dlp.Engine.Rules;

/// <summary>A detector of a rule.</summary>
/// <param name="Detector">The detector.</param>
/// <param name="Name">Its name in traces.</param>
/// <param name="Confidence">The confidence that it gives.</param>
internal sealed record RuleDetector(Detector Detector, string Name, Confidence Confidence)
{
    /// <summary>Whether what it finds stands behind the name of the service that issues it.</summary>
    public bool NamesService { get; init; }

    /// <summary>The rule.</summary>
    public Rule Rule { get; init; } = null!;

    /// <summary>Adds a candidate for every place that the detector has found in a window.</summary>
    public void Propose(WindowText text, List<Candidate> candidates)
    {
        foreach (var place in text.Places.Of(Detector.Number))
            Propose(text, place, candidates);
    }

    /// <summary>Adds a candidate for a place of a window, in the offsets of the detector's view, unless a validator refuses its value.</summary>
    public void Propose(WindowText text, TextSpan place, List<Candidate> candidates)
    {
        // Of numbers without a name near by nine in ten fail here; who asks for a trace is told of them.
        if (!text.Traced && !Rule.IsValid(text.SpanIn(Detector.View)[place.Start..place.End]))
            return;
        var candidate = Candidate.At(text, place, Detector.View, Rule, Confidence, !text.Traced, NamesService);
        candidate.Note(TraceStepKind.Detected, Name, Confidence);
        candidates.Add(candidate);
    }
}

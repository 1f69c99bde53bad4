using Dlp.Engine.Detection;
using Dlp.Engine.Evidence;
using Dlp.Engine.Explanations;

namespace Dlp.Engine.Rules;

/// <summary>A composite of a rule.</summary>
/// <param name="Composite">The composite.</param>
/// <param name="Name">Its name in traces.</param>
/// <param name="Confidence">The confidence that it gives.</param>
internal sealed record RuleComposite(Composite Composite, string Name, Confidence Confidence)
{
    /// <summary>The rule.</summary>
    public Rule Rule { get; init; } = null!;

    /// <summary>Its number among the composites of a rule set, given by their index.</summary>
    public int Number { get; set; } = -1;

    /// <summary>Adds a candidate for every group of pieces in a window, those that counter-evidence speaks against included.</summary>
    public void Propose(WindowText text, EvidenceFinder finder, List<Candidate> candidates)
    {
        foreach (var evidence in Composite.Find(finder))
        {
            var candidate = Candidate.At(text, evidence.Value, TextView.Normalized, Rule, Confidence);
            candidate.Note(TraceStepKind.Detected, Name, Confidence);
            foreach (var step in evidence.Steps)
                candidate.Note(step.Step, step.Detail, Confidence);
            if (evidence.CounterEvidence is { } counter)
            {
                candidate.Note(TraceStepKind.CounterEvidence, counter, null);
                candidate.Refuted = true;
            }

            candidates.Add(candidate);
        }
    }
}

namespace Dlp.Engine.Explanations;

/// <summary>One line of the ledger that tells why a candidate became a finding, or why not.</summary>
/// <param name="Step">What happened.</param>
/// <param name="Detail">With what: a pattern's number, a validator's name, a hotword of the rule. Never the text found.</param>
/// <param name="Confidence">Confidence after this step; null when the candidate was dropped by it.</param>
public sealed record TraceStep(TraceStepKind Step, string Detail, Confidence? Confidence);

/// <summary>Kinds of steps in a trace.</summary>
public enum TraceStepKind
{
    /// <summary>It, or evidence for it, was decoded from an encoding.</summary>
    Decoded,

    /// <summary>A detector proposed it.</summary>
    Detected,

    /// <summary>A validator accepted it.</summary>
    Validated,

    /// <summary>A validator refused it.</summary>
    Refused,

    /// <summary>A nearby word changed its confidence.</summary>
    Hotword,

    /// <summary>An exclusion of the rule dropped it.</summary>
    Excluded,

    /// <summary>A piece of evidence that a composite rule joined.</summary>
    Evidence,

    /// <summary>A composite rule found counter-evidence.</summary>
    CounterEvidence,

    /// <summary>A more specific finding covers the same text.</summary>
    Overlapped,

    /// <summary>The rule does not apply to this audience or at this time, or was not asked for.</summary>
    OutOfScope,

    /// <summary>Its confidence is below what was asked for.</summary>
    BelowMinimum,
}

/// <summary>A candidate that did not become a finding, told only when a trace is asked for.</summary>
/// <param name="RuleId">The rule that proposed it.</param>
/// <param name="InfoType">The kind of thing the rule looks for.</param>
/// <param name="Part">Name of the part it stands in.</param>
/// <param name="Span">Where it stands in the part's original text, or name.</param>
/// <param name="Trace">What happened to it; the last step is the one that dropped it.</param>
public sealed record DroppedCandidate(string RuleId, string InfoType, string Part, TextSpan Span, IReadOnlyList<TraceStep> Trace)
{
    /// <inheritdoc cref="Finding.InName"/>
    public bool InName { get; init; }
}

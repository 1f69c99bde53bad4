using Dlp.Engine.Decoding;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Engine;

/// <summary>A sensitive thing confirmed in a draft.</summary>
public sealed record Finding
{
    /// <summary>Unique within the result: <c>f1</c>, <c>f2</c>, … in order of part and position.</summary>
    public required string Id { get; init; }

    /// <summary>The rule that found it.</summary>
    public required Rule Rule { get; init; }

    /// <summary>How sure it is, after all evidence.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Name of the part it stands in.</summary>
    public required string Part { get; init; }

    /// <summary>Where it stands in the part's original text, or name; of base64 and hexadecimal, all of the run that it stands in.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether it stands in the name of an attached file: <see cref="Span"/> counts in <see cref="Part"/> then, not in the part's text.</summary>
    public bool InName { get; init; }

    /// <summary>Where it stands inside an attachment (<c>page 3</c>, <c>file name</c>); null in the author's own text.</summary>
    public LocalizedText? Location { get; init; }

    /// <summary>How it is written there, the outermost encoding when there are several; null when it is in the clear.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>
    /// The letters and digits of what was found, as the rule saw it, so that two spellings of one number are equal.
    /// For fingerprints and distinct counts only: it is the secret itself and must not be logged, stored or sent.
    /// </summary>
    public required string NormalizedValue { get; init; }

    /// <summary>At most four characters and at most a third of what was found, then dots; only dots for credentials and business.</summary>
    public required string Preview { get; init; }

    /// <summary>What the policy says about this finding alone.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>Name of the sensitivity label that it shows; null when it shows none that the policy names.</summary>
    public string? Label { get; init; }

    /// <summary>What was found, why it matters, what to do, for the author.</summary>
    public string MessageIn(Language language) => Label is null
        ? Rule.Message.In(language)
        : $"{Rule.Message.In(language)} {(language == Language.Fr ? $"C'est l'étiquette « {Label} »." : $"It is the label “{Label}”.")}";

    /// <summary>The ledger of how it came about; null unless asked for.</summary>
    public IReadOnlyList<TraceStep>? Trace { get; init; }

    /// <summary>Rule and place only: the value must not slip into a log.</summary>
    public override string ToString() => $"{Rule.Id} in '{Part}' at {Span}, {Confidence}, {Verdict}";
}

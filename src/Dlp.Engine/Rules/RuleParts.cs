using Dlp.Engine.Validation;

namespace Dlp.Engine.Rules;

/// <summary>What of a rule is needed before it finds anything.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="InfoType">The kind of thing it finds.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Category">Its first folder.</param>
internal sealed record RuleParts(string Id, string InfoType, RuleStatus Status, Category Category)
{
    /// <summary>What proposes candidates by itself.</summary>
    public required IReadOnlyList<RuleDetector> Detectors { get; init; }

    /// <summary>What proposes candidates from pieces of evidence.</summary>
    public required IReadOnlyList<RuleComposite> Composites { get; init; }

    /// <summary>Proofs that a value must pass, all of them.</summary>
    public required IReadOnlyList<NamedValidator> Validators { get; init; }

    /// <summary>Words that change the confidence of its candidates, in the order in which they count.</summary>
    public required IReadOnlyList<Evidence.HotwordGroup> Hotwords { get; init; }
}

/// <summary>A validator with the name under which rules ask for it.</summary>
internal sealed record NamedValidator(string Name, Validator IsValid);

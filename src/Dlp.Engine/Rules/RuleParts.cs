using Dlp.Engine.Evidence;
using Dlp.Engine.Validation;

namespace Dlp.Engine.Rules;

/// <summary>What of a rule is needed to scan and to tell what it found; not what proves and documents it.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="InfoType">The kind of thing it finds.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Category">Its first folder.</param>
internal sealed record RuleParts(string Id, string InfoType, RuleStatus Status, Category Category)
{
    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>How harmful a finding is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The kind of thing, for people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What other products call the info type, by product.</summary>
    public required IReadOnlyDictionary<string, string> Aliases { get; init; }

    /// <summary>What was found, why it matters, what to do, for the author.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>What to write instead.</summary>
    public required LocalizedText Replacement { get; init; }

    /// <summary>Confidence once all validators have accepted.</summary>
    public Confidence? OnValid { get; init; }

    /// <summary>The rule is in force from this instant on.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>The rule is in force until this instant, exclusive.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Audiences the rule applies to; all when empty.</summary>
    public required IReadOnlyList<Audience> Audiences { get; init; }

    /// <summary>What is no finding, or hardly one.</summary>
    public required IReadOnlyList<ExclusionDefinition> Exclusions { get; init; }

    /// <summary>What proposes candidates by itself.</summary>
    public required IReadOnlyList<RuleDetector> Detectors { get; init; }

    /// <summary>What proposes candidates from pieces of evidence.</summary>
    public required IReadOnlyList<RuleComposite> Composites { get; init; }

    /// <summary>Proofs that a value must pass, all of them.</summary>
    public required IReadOnlyList<NamedValidator> Validators { get; init; }

    /// <summary>Words that change the confidence of its candidates, in the order in which they count.</summary>
    public required IReadOnlyList<HotwordGroup> Hotwords { get; init; }
}

/// <summary>A validator with the name under which rules ask for it.</summary>
internal sealed record NamedValidator(string Name, Validator IsValid)
{
    /// <summary>Tells the specimens among the values that it accepts, where it accepts any.</summary>
    public Validator? IsSpecimen { get; } = Validation.Validators.SpecimensOf(Name);
}

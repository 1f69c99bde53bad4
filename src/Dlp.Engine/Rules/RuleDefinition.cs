using System.ComponentModel;

namespace Dlp.Engine.Rules;

/// <summary>A rule as written: one YAML file below <c>rules/</c>. <see cref="Rule"/> is the rule as run.</summary>
/// <remarks>The descriptions are the documentation of the format: the JSON Schema that editors use is generated from them.</remarks>
[Description("A rule: what it looks for, how sure it is, and what it tells the author.")]
public sealed record RuleDefinition
{
    /// <summary>The file's path below <c>rules/</c>, with dots and without extension.</summary>
    [Description("The file's path below rules/, with dots for slashes and without .yaml: rules/identity/fr/nir.yaml is identity.fr.nir.")]
    public required string Id { get; init; }

    /// <summary>Rises when what the rule matches changes.</summary>
    [Description("Starts at 1 and rises whenever what the rule matches changes.")]
    public required int Version { get; init; }

    /// <summary>Where the rule is in its life.</summary>
    [Description("Where the rule is in its life.")]
    public required RuleStatus Status { get; init; }

    /// <summary>The kind of thing, for people.</summary>
    [Description("The kind of thing found, for people, in both languages.")]
    public required LocalizedText Title { get; init; }

    /// <summary>The kind of thing, for programs.</summary>
    [Description("The kind of thing found, for programs: fr.nir, iban, secret.aws-access-key, business.results. Several rules may find the same one.")]
    public required string InfoType { get; init; }

    /// <summary>What other products call the info type, by product.</summary>
    [Description("What other products call this info type, by product: {presidio: US_SSN, google: US_SOCIAL_SECURITY_NUMBER}.")]
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>How harmful a finding is.</summary>
    [Description("How harmful a finding is if it is what it seems to be.")]
    public required Severity Severity { get; init; }

    /// <summary>What was found, why it matters, what to do, for the author.</summary>
    [Description("Shown to the author: what was found, why it matters, what to do. Kind, precise, two or three short sentences.")]
    public required LocalizedText Message { get; init; }

    /// <summary>What to write instead.</summary>
    [Description("What the redacted text says instead. Scanned again, it must not be found.")]
    public required LocalizedText Replacement { get; init; }

    /// <summary>Which text the patterns see.</summary>
    [Description("Which text the patterns see.")]
    public TextView View { get; init; } = TextView.Normalized;

    /// <summary>What proposes a candidate; any of them does.</summary>
    [Description("What proposes a candidate. Any one of these does.")]
    public required IReadOnlyList<DetectDefinition> Detect { get; init; }

    /// <summary>Named pieces of the rule's patterns: alternatives by name.</summary>
    [Description("Named pieces of patterns: a pattern, or a list of alternatives, by a name of small letters, digits and hyphens. Patterns and other fragments refer to one as {name}, and to the fragment `day` of fragments/dates.yaml as {dates.day}. A fragment is one unit: it needs no group around it.")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fragments { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Names of proofs that the value must pass, all of them.</summary>
    [Description("Proofs that the value must pass, all of them; `dlp rules validators` lists the names.")]
    public IReadOnlyList<string> Validators { get; init; } = [];

    /// <summary>Confidence once all validators have accepted.</summary>
    [Description("Replaces the detector's confidence once all validators have accepted.")]
    public Confidence? OnValid { get; init; }

    /// <summary>Nearby words that change the confidence.</summary>
    [Description("Nearby words that raise or lower the confidence. The highest raise wins, then the lowest lowersTo.")]
    public IReadOnlyList<HotwordDefinition> Hotwords { get; init; } = [];

    /// <summary>What is no finding, or hardly one.</summary>
    [Description("Values that are no finding, or hardly one, and why.")]
    public IReadOnlyList<ExclusionDefinition> Exclusions { get; init; } = [];

    /// <summary>The rule is in force from this instant on.</summary>
    [Description("The rule is in force from this instant on, with offset (2026-12-01T09:00:00+01:00), at the time of publishing.")]
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>The rule is in force until this instant, exclusive.</summary>
    [Description("The rule is in force until this instant, exclusive, with offset, at the time of publishing.")]
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Audiences the rule applies to; all when empty.</summary>
    [Description("Audiences to which the rule applies. All when absent.")]
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>Texts that prove what the rule does.</summary>
    [Description("Texts that show what the rule finds and what it leaves alone. A rule whose examples do not hold is not loaded.")]
    public required ExamplesDefinition Examples { get; init; }

    /// <summary>What is known to fire wrongly.</summary>
    [Description("What is known to fire wrongly, and how often.")]
    public required IReadOnlyList<string> FalsePositives { get; init; }

    /// <summary>Where the format is documented.</summary>
    [Description("Where the format is documented by its issuer.")]
    public required IReadOnlyList<string> References { get; init; }
}

/// <summary>Where a rule is in its life.</summary>
public enum RuleStatus
{
    /// <summary>Checked, never run.</summary>
    [Description("Checked when loaded, never run.")]
    Proposed,

    /// <summary>Run and recorded; changes no verdict and is not shown to the author.</summary>
    [Description("Run and recorded; changes no verdict and is not shown to the author.")]
    Shadow,

    /// <summary>In force.</summary>
    [Description("In force.")]
    Live,

    /// <summary>Kept for the record, never run.</summary>
    [Description("Kept for the record, never run.")]
    Retired,
}

/// <summary>Which text a rule's patterns see.</summary>
public enum TextView
{
    /// <summary>What a reader sees, folded: lower case, no accents, no hidden characters.</summary>
    [Description("What a reader sees, folded: lower case, no accents, no hidden characters, look-alikes mapped. Write patterns in lower case, without accents.")]
    Normalized,

    /// <summary>The text as it was typed.</summary>
    [Description("The text as it was typed; for secrets, whose case matters.")]
    Original,
}

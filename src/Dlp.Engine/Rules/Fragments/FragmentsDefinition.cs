using System.ComponentModel;

namespace Dlp.Engine.Rules.Fragments;

/// <summary>A file of fragments as written: one YAML file below <c>rules/fragments/</c>.</summary>
[Description("Fragments of patterns that several rules refer to.")]
public sealed record FragmentsDefinition
{
    /// <summary>Named pieces of patterns: alternatives by name.</summary>
    [Description("Named pieces of patterns: a pattern, or a list of alternatives, by a name of small letters, digits and hyphens. Patterns of rules, and fragments of other files, refer to the fragment `day` of fragments/dates.yaml as {dates.day}; other fragments of its file as {day}. A fragment is one unit: it needs no group around it.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Fragments { get; init; }
}

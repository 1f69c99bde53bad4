using System.ComponentModel;

namespace Dlp.Engine.Rules.Fragments;

/// <summary>A file of fragments as written: one YAML file below <c>rules/fragments/</c>.</summary>
[Description("Fragments of patterns that several rules refer to.")]
public sealed record FragmentsDefinition
{
    /// <summary>Alternatives by name.</summary>
    [Description("Fragments of patterns by name, of small letters, digits and hyphens. A pattern of any rule refers to one as {file.name}: {dates.day} is the fragment `day` of fragments/dates.yaml; one of this file does as {day}.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Fragments { get; init; }
}

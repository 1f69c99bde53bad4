using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Dlp.Engine;

/// <summary>A wording in both languages of the product.</summary>
[Description("A wording in both languages.")]
public sealed record LocalizedText
{
    /// <summary>A wording that is set afterwards.</summary>
    public LocalizedText()
    {
    }

    /// <summary>A wording in both languages.</summary>
    [SetsRequiredMembers]
    public LocalizedText(string en, string fr) => (En, Fr) = (en, fr);

    /// <summary>English wording.</summary>
    [Description("English wording.")]
    public required string En { get; init; }

    /// <summary>French wording.</summary>
    [Description("French wording.")]
    public required string Fr { get; init; }

    /// <summary>The wording in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Fr ? Fr : En;

    /// <summary>Clauses of one sentence, with semicolons between them; null when there are none.</summary>
    public static LocalizedText? Join(IReadOnlyCollection<LocalizedText> clauses) => clauses.Count == 0
        ? null
        : new(string.Join("; ", clauses.Select(clause => clause.En)), string.Join(" ; ", clauses.Select(clause => clause.Fr)));
}

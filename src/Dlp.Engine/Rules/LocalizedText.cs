using System.ComponentModel;

namespace Dlp.Engine.Rules;

/// <summary>A wording in both languages of the product.</summary>
[Description("A wording in both languages.")]
public sealed record LocalizedText
{
    /// <summary>English wording.</summary>
    [Description("English wording.")]
    public required string En { get; init; }

    /// <summary>French wording.</summary>
    [Description("French wording.")]
    public required string Fr { get; init; }

    /// <summary>The wording in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Fr ? Fr : En;
}

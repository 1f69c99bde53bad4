namespace Dlp.Engine.Rules;

/// <summary>A wording in both languages of the product.</summary>
/// <param name="En">English wording.</param>
/// <param name="Fr">French wording.</param>
public sealed record LocalizedText(string En, string Fr)
{
    /// <summary>The wording in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Fr ? Fr : En;
}

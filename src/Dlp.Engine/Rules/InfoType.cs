namespace Dlp.Engine.Rules;

/// <summary>A kind of sensitive thing that the loaded rules find.</summary>
/// <param name="Id"><c>fr.nir</c>, <c>iban</c>, <c>secret.github-token</c>.</param>
/// <param name="Category">Category of its first rule.</param>
/// <param name="Title">Title of its first rule.</param>
/// <param name="RuleIds">The rules that find it, in order of id.</param>
public sealed record InfoType(string Id, Category Category, LocalizedText Title, IReadOnlyList<string> RuleIds);

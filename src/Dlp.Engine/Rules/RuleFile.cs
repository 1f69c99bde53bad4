namespace Dlp.Engine.Rules;

/// <summary>A file of the rules folder: a rule, the policy, or a list of words.</summary>
/// <param name="Path">Path below the rules folder, with forward slashes: <c>identity/fr/nir.yaml</c>.</param>
/// <param name="Content">Its text.</param>
public sealed record RuleFile(string Path, string Content);

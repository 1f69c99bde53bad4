using System.Text.RegularExpressions;

namespace Dlp.Engine.Rules;

/// <summary>
/// The pattern of a secret that bears no mark of its own, such as 32 hexadecimal digits: it is looked for behind the name of the service
/// that issues it, where a word such as key or token stands near the name. A name may be a part of an identifier (<c>ALGOLIA_API_KEY</c>,
/// <c>myAlgoliaKey</c>), but not of another word.
/// </summary>
internal static class ServiceSecret
{
    /// <summary>Most characters between the name and the secret.</summary>
    public const int Distance = 80;

    /// <summary>Where a word starts: where no letter stands before it, or at a hump of camel case.</summary>
    public const string WordStart = "(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))";

    private const string CredentialWords =
        "api|key|token|secret|auth|pass|pwd|credential|bearer|access|private|login|license|signing|webhook|client|(?<![a-zé])cl[eé]s?(?![a-zé])|jeton|mdp|mot de passe|identifiant|licence";

    private const string NearCredentialWord =
        $"(?:(?<=(?i:{CredentialWords})[^\\r\\n]{{0,40}})|(?=[\\s\\S]{{0,80}}?(?i:{CredentialWords})))";

    /// <summary>The pattern.</summary>
    /// <param name="services">The names; a space in one stands for nothing, a space, a hyphen, a dot or an underscore.</param>
    /// <param name="secret">The pattern of the secret.</param>
    public static string Pattern(IEnumerable<string> services, string secret) =>
        $"{WordStart}(?i:{string.Join('|', services.Select(NameOf))}){NearCredentialWord}[\\s\\S]{{0,{Distance}}}?(?<value>{secret})";

    private static string NameOf(string service) => string.Join("[ ._-]?", service.Split(' ').Select(Regex.Escape));
}

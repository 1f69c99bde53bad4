using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Dlp.Engine.Validation.National;

namespace Dlp.Engine.Validation;

/// <summary>Whether a value, as it stands in the rule's view of the text, is what it seems to be. Never throws, whatever the value.</summary>
internal delegate bool Validator(ReadOnlySpan<char> value);

/// <summary>The validators that rules may name.</summary>
internal static class Validators
{
    private static readonly FrozenDictionary<string, Validator> ByName = new Dictionary<string, Validator>(NationalValidators.ByName, StringComparer.Ordinal)
    {
        ["assigned"] = AssignedSecret.IsValid,
        ["bech32"] = Bech32.IsValid,
        ["card"] = PaymentCard.IsValid,
        ["discord-token"] = DiscordToken.IsValid,
        ["drawn"] = DrawnString.IsValid,
        ["email"] = EmailAddress.IsValid,
        ["github-token"] = GitHubToken.IsValid,
        ["iban"] = Iban.IsValid,
        ["ip"] = InternetAddress.IsValid,
        ["jwt"] = JsonWebToken.IsValid,
        ["luhn"] = LuhnNumber.IsValid,
        ["matrix-token"] = MatrixToken.IsValid,
        ["netbird-token"] = PrefixedToken.IsNetBird,
        ["npm-token"] = PrefixedToken.IsNpm,
        ["password"] = ChosenPassword.IsValid,
        ["phone"] = TelephoneNumber.IsValid,
        ["pypi-token"] = PyPiToken.IsValid,
        ["random"] = RandomSecret.IsValid,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The validator of a name.</summary>
    public static bool TryGet(string name, [MaybeNullWhen(false)] out Validator validator) => ByName.TryGetValue(name, out validator);
}

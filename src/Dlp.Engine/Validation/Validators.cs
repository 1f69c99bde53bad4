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
        ["bic"] = BankIdentifierCode.IsValid,
        ["bitcoin"] = CoinAddress.IsBitcoin,
        ["card"] = PaymentCard.IsValid,
        ["coordinates"] = GeographicPosition.IsValid,
        ["discord-token"] = DiscordToken.IsValid,
        ["drawn"] = DrawnString.IsValid,
        ["email"] = EmailAddress.IsValid,
        ["ethereum"] = CoinAddress.IsEthereum,
        ["github-token"] = GitHubToken.IsValid,
        ["iban"] = Iban.IsValid,
        ["imei"] = MobileEquipmentIdentity.IsValid,
        ["imsi"] = MobileSubscriberIdentity.IsValid,
        ["ip"] = InternetAddress.IsValid,
        ["jwt"] = JsonWebToken.IsValid,
        ["litecoin"] = CoinAddress.IsLitecoin,
        ["luhn"] = LuhnNumber.IsValid,
        ["mac"] = HardwareAddress.IsValid,
        ["matrix-token"] = MatrixToken.IsValid,
        ["monero"] = CoinAddress.IsMonero,
        ["netbird-token"] = PrefixedToken.IsNetBird,
        ["npm-token"] = PrefixedToken.IsNpm,
        ["password"] = ChosenPassword.IsValid,
        ["phone"] = TelephoneNumber.IsValid,
        ["phone-possible"] = TelephoneNumber.IsPossible,
        ["pypi-token"] = PyPiToken.IsValid,
        ["random"] = RandomSecret.IsValid,
        ["vin"] = VehicleIdentificationNumber.IsValid,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The validator of a name.</summary>
    public static bool TryGet(string name, [MaybeNullWhen(false)] out Validator validator) => ByName.TryGetValue(name, out validator);

    /// <summary>What tells specimens among the values that a validator accepts; null where it accepts none.</summary>
    public static Validator? SpecimensOf(string name) => name is "assigned" or "drawn" or "random" ? SpecimenSecret.IsSpecimen : null;
}

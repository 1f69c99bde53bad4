namespace Dlp.Engine.Validation.National;

/// <summary>Number of a French company or body (SIREN): nine digits, the last a Luhn check digit. Source: INSEE, "Définition: Numéro SIREN"; article R123-221 du code de commerce.</summary>
internal static class FrenchSiren
{
    private const int Length = 9;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[Length]) is { Length: Length } digits
        && digits.ContainsAnyExcept('0')
        && CheckDigits.Luhn(digits);
}

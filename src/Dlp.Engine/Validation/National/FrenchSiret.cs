namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of an establishment of a French company (SIRET): its SIREN and five digits, the last a Luhn check digit. The post offices of
/// La Poste have run out of such numbers: the sum of their digits is a multiple of five instead. Source: INSEE, "Définition: Numéro SIRET".
/// </summary>
internal static class FrenchSiret
{
    private const int Length = 14;
    private const string LaPoste = "356000000";

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length
            && FrenchSiren.IsValid(digits[..9])
            && digits[9..].ContainsAnyExcept('0')
            && (CheckDigits.Luhn(digits) || (digits.StartsWith(LaPoste, StringComparison.Ordinal) && DigitSum(digits) % 5 == 0));
    }

    private static int DigitSum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        foreach (var digit in digits)
            sum += digit - '0';
        return sum;
    }
}

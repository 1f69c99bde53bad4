namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a French health professional (RPPS): eleven digits without meaning, the last a Luhn check digit.
/// Source: arrêté du 6 février 2009 portant création d'un traitement « Répertoire partagé des professionnels de santé »; Agence du numérique en santé.
/// </summary>
internal static class FrenchRpps
{
    private const int Length = 11;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[Length]) is { Length: Length } digits
        && digits[0] != '0'
        && digits[1..].ContainsAnyExcept(digits[0])
        && CheckDigits.Luhn(digits);
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Ecuador issues.</summary>
internal static class Ecuador
{
    private const int CiLength = 10;

    /// <summary>
    /// Identity card (cédula), ten digits: province (01 to 24, 30 abroad), a digit of 0 to 6, six more, Luhn check digit. Source: Dirección
    /// General de Registro Civil, Identificación y Cedulación.
    /// </summary>
    public static bool IsCi(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[CiLength]);
        return digits.Length == CiLength && IsPerson(digits);
    }

    /// <summary>
    /// Taxpayer number (RUC), 13 digits. A person's is the identity card and three digits of the establishment; a public body's has 6 in the
    /// third place and a check digit weighted 3 2 7 6 5 4 3 2 in the ninth; a company's 9 and one weighted 4 3 2 7 6 5 4 3 2 in the tenth;
    /// both modulo 11. Source: Servicio de Rentas Internas, "Validación de RUC", Ley del Registro Único de Contribuyentes.
    /// </summary>
    public static bool IsRuc(ReadOnlySpan<char> value)
    {
        const int length = 13;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        if (digits.Length != length || !IsProvince(digits) || digits[CiLength..] is "000")
            return false;

        return digits[2] switch
        {
            '9' => (11 - CheckDigits.WeightedSum(digits[..9], [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[9] - '0',
            '6' => IsPublic(digits) || IsPerson(digits[..CiLength]),
            _ => IsPerson(digits[..CiLength]),
        };
    }

    private static bool IsPublic(ReadOnlySpan<char> digits) =>
        (11 - CheckDigits.WeightedSum(digits[..8], [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[8] - '0' && digits[9..] is not "0000";

    private static bool IsPerson(ReadOnlySpan<char> digits) => IsProvince(digits) && digits[2] <= '6' && CheckDigits.Luhn(digits);

    private static bool IsProvince(ReadOnlySpan<char> digits) => CompactValue.Number(digits[..2]) is >= 1 and <= 24 or 30;
}

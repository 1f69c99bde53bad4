namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the Dominican Republic issues.</summary>
internal static class DominicanRepublic
{
    /// <summary>
    /// Identity and electoral card (cédula), 11 digits with a Luhn check digit. A few hundred old cards have a wrong one and are not
    /// recognised. Source: Junta Central Electoral, Ley 6125.
    /// </summary>
    public static bool IsCedula(ReadOnlySpan<char> value)
    {
        const int length = 11;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length && digits.ContainsAnyExcept(digits[0]) && CompactValue.Number(digits[3..10]) > 0 && CheckDigits.Luhn(digits);
    }

    /// <summary>
    /// Taxpayer number of a company (RNC), nine digits, the last a check digit weighted 7 9 8 6 5 4 3 2, modulo 11, where 10 is 1 and 11 is
    /// 2. Source: Dirección General de Impuestos Internos, "Registro Nacional del Contribuyente", Ley 53 of 1970.
    /// </summary>
    public static bool IsRnc(ReadOnlySpan<char> value)
    {
        const int length = 9;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        if (digits.Length != length || digits[0] == '0' || !digits.ContainsAnyExcept(digits[0]))
            return false;

        var check = (11 - CheckDigits.WeightedSum(digits[..8], [7, 9, 8, 6, 5, 4, 3, 2]) % 11) switch { 10 => 1, 11 => 2, var other => other };
        return check == digits[8] - '0';
    }
}

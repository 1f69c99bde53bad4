namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Bulgaria.</summary>
internal static class Bulgaria
{
    private const int PersonalLength = 10;
    private const int CompanyLength = 9;

    /// <summary>
    /// Personal number (ЕГН), 10 digits: year, month (20 more before 1900, 40 more since 2000) and day of birth, three digits, a check
    /// digit (weights 2, 4, 8, 5, 10, 9, 7, 3, 6, modulo 11, where 10 is 0). Source: ГД ГРАО, Наредба № РД-02-20-9 от 21 май 2012.
    /// </summary>
    public static bool IsEgn(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[PersonalLength]) is { Length: PersonalLength } digits && IsEgnOfDigits(digits);

    /// <summary>
    /// Personal number of a foreigner (ЛНЧ), 10 digits, the last a check digit (weights 21, 19, 17, 13, 11, 9, 7, 3, 1, modulo 10).
    /// Source: Ministry of the Interior; the weights are those of the ESGRAON register.
    /// </summary>
    public static bool IsPnf(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[PersonalLength]) is { Length: PersonalLength } digits && IsPnfOfDigits(digits);

    /// <summary>
    /// VAT number: BG, which may be left out, and the nine digits of a company (ЕИК; weights 1 to 8, modulo 11, or 3 to 10 when that is
    /// ten), or ten digits: a person's, a foreigner's, or another's (weights 4, 3, 2, 7, 6, 5, 4, 3, 2, modulo 11).
    /// Source: Агенция по вписванията, Закон за регистър БУЛСТАТ; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[PersonalLength + 2], "BG");
        return digits.Length switch
        {
            CompanyLength => IsCompany(digits),
            PersonalLength => IsEgnOfDigits(digits) || IsPnfOfDigits(digits) || IsOther(digits),
            _ => false,
        };
    }

    private static bool IsEgnOfDigits(ReadOnlySpan<char> digits)
    {
        var (year, month) = (CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]));
        (year, month) = month switch
        {
            > 40 => (2000 + year, month - 40),
            > 20 => (1800 + year, month - 20),
            _ => (1900 + year, month),
        };
        return CalendarDate.Exists(year, month, CompactValue.Number(digits[4..6]))
            && CheckDigits.WeightedSum(digits[..9], [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == digits[9] - '0';
    }

    private static bool IsPnfOfDigits(ReadOnlySpan<char> digits) =>
        CheckDigits.WeightedSum(digits[..9], [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == digits[9] - '0';

    private static bool IsOther(ReadOnlySpan<char> digits) =>
        (11 - CheckDigits.WeightedSum(digits[..9], [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[9] - '0';

    private static bool IsCompany(ReadOnlySpan<char> digits)
    {
        var check = CheckDigits.WeightedSum(digits[..8], [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
        if (check == 10)
            check = CheckDigits.WeightedSum(digits[..8], [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10;
        return check == digits[8] - '0';
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Estonia.</summary>
internal static class Estonia
{
    private const int IkLength = 11;
    private const int KmkrLength = 9;
    private const int RegistrikoodLength = 8;

    /// <summary>
    /// Personal code (isikukood), 11 digits: sex and century (1 to 8), year, month and day of birth, order, a check digit (weights 1 to 9
    /// and 1, modulo 11; 3 to 9 and 1 to 3 when that is ten; then 0). Source: EVS 585:2007, "Personal code. Structure".
    /// </summary>
    public static bool IsIk(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[IkLength]);
        return digits.Length == IkLength
            && digits[0] is >= '1' and <= '8'
            && CalendarDate.Exists(
                1800 + (digits[0] - '1') / 2 * 100 + CompactValue.Number(digits[1..3]),
                CompactValue.Number(digits[3..5]),
                CompactValue.Number(digits[5..7]))
            && HoldsInTwoPasses(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
    }

    /// <summary>
    /// VAT number (KMKR): EE, which may be left out, and 9 digits, the last a check digit (weights 3, 7, 1, modulo 10).
    /// Source: Maksu- ja Tolliamet; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsKmkr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[KmkrLength + 2], "EE");
        return digits.Length == KmkrLength && CheckDigits.WeightedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
    }

    /// <summary>
    /// Number of a company or body (registrikood), 8 digits that start with 1, 7, 8 or 9, the last a check digit as in the personal code.
    /// Source: Registrite ja Infosüsteemide Keskus, "e-Business Register".
    /// </summary>
    public static bool IsRegistrikood(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[RegistrikoodLength]);
        return digits.Length == RegistrikoodLength
            && digits[0] is '1' or '7' or '8' or '9'
            && HoldsInTwoPasses(digits, [1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9]);
    }

    private static bool HoldsInTwoPasses(ReadOnlySpan<char> digits, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var check = CheckDigits.WeightedSum(digits[..^1], first) % 11;
        if (check == 10)
            check = CheckDigits.WeightedSum(digits[..^1], second) % 11 % 10;
        return check == digits[^1] - '0';
    }
}

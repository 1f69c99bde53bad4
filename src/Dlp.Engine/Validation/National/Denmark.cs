namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Denmark.</summary>
internal static class Denmark
{
    private const int CprLength = 10;
    private const int CvrLength = 8;

    /// <summary>
    /// Personal number (CPR), 10 digits: day, month and year of birth, and four whose first tells the century. There is no check digit
    /// any more: since 2007 numbers are given that do not hold modulo 11. Source: CPR-kontoret, "Personnummeret i CPR".
    /// </summary>
    public static bool IsCpr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[CprLength]);
        if (digits.Length != CprLength)
            return false;
        var year = CompactValue.Number(digits[4..6]);
        year += digits[6] switch
        {
            <= '3' => 1900,
            '4' or '9' => year <= 36 ? 2000 : 1900,
            _ => year <= 57 ? 2000 : 1800,
        };
        return CalendarDate.IsBirth(year, CompactValue.Number(digits[2..4]), CompactValue.Number(digits[..2]));
    }

    /// <summary>
    /// Company and VAT number (CVR): DK, which may be left out, and 8 digits that hold modulo 11 (weights 2, 7, 6, 5, 4, 3, 2, 1).
    /// Source: Erhvervsstyrelsen, "CVR-nummer"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsCvr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[CvrLength + 2], "DK");
        return digits.Length == CvrLength && digits[0] != '0' && CheckDigits.WeightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
    }
}

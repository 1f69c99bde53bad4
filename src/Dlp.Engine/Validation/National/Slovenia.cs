namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Slovenia issues.</summary>
internal static class Slovenia
{
    private static ReadOnlySpan<int> EmsoWeights => [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>
    /// Tax number: eight digits, the last a check digit modulo 11 where ten counts as zero; SI before it makes it a VAT number. Source: Zakon o
    /// finančni upravi; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsDdv(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[10]);
        if (number.StartsWith("SI", StringComparison.Ordinal))
            number = number[2..];
        if (number.Length != 8 || number.ContainsAnyExceptInRange('0', '9') || number[0] == '0' || !number.ContainsAnyExcept(number[0]))
            return false;
        var check = 11 - CheckDigits.WeightedSum(number[..7], [8, 7, 6, 5, 4, 3, 2]) % 11;
        return (check == 10 ? 0 : check) == number[7] - '0';
    }

    /// <summary>
    /// Personal number (EMŠO), thirteen digits: day, month, the last three of the year, register, order, a check digit modulo 11. Source: Zakon
    /// o centralnem registru prebivalstva; uredba o načinu določanja EMŠO. Registers other than 50 are those of the other republics. Where the
    /// check digit would be ten the order is skipped; zero in its place is accepted here.
    /// </summary>
    public static bool IsEmso(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[13]);
        if (digits.Length != 13)
            return false;
        var check = (11 - CheckDigits.WeightedSum(digits[..12], EmsoWeights) % 11) % 11;
        var year = CompactValue.Number(digits[4..7]);
        return check % 10 == digits[12] - '0'
            && CalendarDate.Exists(year + (year < 800 ? 2000 : 1000), CompactValue.Number(digits[2..4]), CompactValue.Number(digits[..2]));
    }

    /// <summary>
    /// Registration number of a business: seven digits, the last a check digit modulo 11, and three characters for the unit, the first of which may be
    /// a letter. Source: AJPES, "Matična številka"; Zakon o Poslovnem registru Slovenije.
    /// </summary>
    public static bool IsMaticna(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[10]);
        return number.Length is 7 or 10
            && !number[..7].ContainsAnyExceptInRange('0', '9')
            && (number.Length == 7 || !number[8..].ContainsAnyExceptInRange('0', '9'))
            && number[..7].ContainsAnyExcept(number[0])
            && (11 - CheckDigits.WeightedSum(number[..6], [7, 6, 5, 4, 3, 2]) % 11) % 10 == number[6] - '0';
    }
}

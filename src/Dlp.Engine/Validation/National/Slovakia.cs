namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Slovakia issues.</summary>
internal static class Slovakia
{
    /// <summary>
    /// VAT number (IČ DPH): SK, which may be left out, ten digits that are a multiple of eleven; the first is not zero, the third is 2, 3, 4, 7,
    /// 8 or 9. Source: European Commission, "VAT number construction rules"; Finančné riaditeľstvo.
    /// </summary>
    public static bool IsDph(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[12]);
        if (number.StartsWith("SK", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == 10
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[0] != '0'
            && number[2] is '2' or '3' or '4' or '7' or '8' or '9'
            && number.ContainsAnyExcept(number[0])
            && CompactValue.Number(number) % 11 == 0;
    }

    /// <summary>Number of an organisation (IČO): eight digits, the last a check digit modulo 11. Source: Štatistický úrad, zákon č. 272/2015 Z. z.</summary>
    public static bool IsIco(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[8]) is { Length: 8 } digits
        && digits.ContainsAnyExcept(digits[0])
        && (11 - CheckDigits.WeightedSum(digits[..7], [8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[7] - '0';

    /// <summary>
    /// Birth number (rodné číslo): birth date with fifty more in a woman's month, three digits for those born before 1954 (1880 at the earliest), four since, of which the last makes
    /// the ten a multiple of eleven; until 1985 a check digit of ten was written as zero. Source: zákon č. 301/1995 Z. z. o rodnom čísle. The
    /// Czech law adds twenty to the month when the numbers of a day are used up (zákon č. 133/2000 Sb.); the month is read modulo 50, then 20,
    /// which is somewhat wider than what either country issues.
    /// </summary>
    public static bool IsRc(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[10]);
        if (digits.Length is not (9 or 10) || digits[^3..] is "000")
            return false;
        var year = CompactValue.Number(digits[..2]);
        var month = CompactValue.Number(digits[2..4]) % 50;
        if (digits.Length == 9)
        {
            return year is < 54 or >= 80
                && CalendarDate.Exists(year + (year < 54 ? 1900 : 1800), month % 20, CompactValue.Number(digits[4..6]));
        }

        year += year < 54 ? 2000 : 1900;
        var check = CompactValue.Number(digits[..9]) % 11;
        return (check == digits[9] - '0' || (check == 10 && digits[9] == '0' && year < 1986))
            && CalendarDate.Exists(year, month % 20, CompactValue.Number(digits[4..6]));
    }
}

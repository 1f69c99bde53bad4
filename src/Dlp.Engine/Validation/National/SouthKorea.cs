namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the Republic of Korea issues.</summary>
internal static class SouthKorea
{
    /// <summary>
    /// Business registration number, ten digits: tax office (101 or higher), kind of business, sequence, check digit. Source: National Tax
    /// Service, 사업자등록번호 구성: the sum of nine digits weighted 1, 3, 7, 1, 3, 7, 1, 3, 5, of the tens of the ninth's product and of the last digit
    /// is a multiple of ten.
    /// </summary>
    public static bool IsBrn(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[10]);
        return number.Length == 10
            && CompactValue.Number(number[..3]) >= 101
            && CompactValue.Number(number[3..5]) > 0
            && CompactValue.Number(number[5..9]) > 0
            && (CheckDigits.WeightedSum(number, [1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + (number[8] - '0') * 5 / 10) % 10 == 0;
    }

    /// <summary>
    /// Resident registration number, 13 digits: date of birth, century and sex, six more. Source: Enforcement Rule of the Resident Registration Act,
    /// article 2: the last digit is eleven less the sum weighted 2 to 9, 2 to 5, modulo eleven, its last digit. Since October 2020 the last six are
    /// drawn at random, so whoever was born since then has no check digit. 5 to 8 stand for foreigners, some of whom have a resident's check digit.
    /// </summary>
    public static bool IsRrn(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[13]);
        return number.Length == 13
            && YearOf(number) is var year
            && CalendarDate.IsBirth(year, CompactValue.Number(number[2..4]), CompactValue.Number(number[4..6]))
            && (IsDrawn(year, CompactValue.Number(number[2..4])) && number[6] is '3' or '4' || CheckOf(number, 11) == number[12] - '0');
    }

    /// <summary>
    /// Foreigner's registration number, 13 digits as a resident's with 5 to 8 for century and sex. Source: Enforcement Rule of the Immigration Act; the check
    /// digit is two more than a resident's would be. Those given since October 2020 may have none, which the number does not tell.
    /// </summary>
    public static bool IsFrn(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[13]);
        return number.Length == 13
            && number[6] is >= '5' and <= '8'
            && CalendarDate.IsBirth(YearOf(number), CompactValue.Number(number[2..4]), CompactValue.Number(number[4..6]))
            && CheckOf(number, 13) == number[12] - '0';
    }

    /// <summary>
    /// Driving licence, 12 digits: region (11 to 28), year, six of the sequence, two of the check, which is not published. Source: Road Traffic Act, Enforcement
    /// Rule, annex on 운전면허번호.
    /// </summary>
    public static bool IsDrivingLicence(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[12]);
        return number.Length == 12
            && CompactValue.Number(number[..2]) is >= 11 and <= 28
            && CompactValue.Number(number[4..10]) > 0;
    }

    private static long YearOf(ReadOnlySpan<char> number) =>
        CompactValue.Number(number[..2]) + number[6] switch { '9' or '0' => 1800, '1' or '2' or '5' or '6' => 1900, _ => 2000 };

    private static bool IsDrawn(long year, long month) => year > 2020 || year == 2020 && month >= 10;

    private static int CheckOf(ReadOnlySpan<char> number, int complement) =>
        (complement - CheckDigits.WeightedSum(number[..12], [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10;
}

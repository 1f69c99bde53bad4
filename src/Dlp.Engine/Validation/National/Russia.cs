namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Russia issues.</summary>
internal static class Russia
{
    /// <summary>
    /// Tax number of a person (INN): twelve digits, the last two check digits modulo 11 where ten counts as zero. Source: Federal Tax Service,
    /// order ED-7-14/559@ of 2020 (before: MMV-7-6/435@ of 2012).
    /// </summary>
    public static bool IsPersonalInn(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[12]) is { Length: 12 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.WeightedSum(digits[..10], [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[10] - '0'
        && CheckDigits.WeightedSum(digits[..11], [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[11] - '0';

    /// <summary>
    /// Tax number of a company (INN): ten digits, the last a check digit modulo 11 where ten counts as zero; RU may stand before it. Source: as
    /// for a person's.
    /// </summary>
    public static bool IsCompanyInn(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[12]);
        if (number.StartsWith("RU", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == 10
            && !number.ContainsAnyExceptInRange('0', '9')
            && number.ContainsAnyExcept(number[0])
            && CheckDigits.WeightedSum(number[..9], [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == number[9] - '0';
    }

    /// <summary>
    /// State registration number of a company (OGRN, 13 digits that start with 1 or 5) or of a sole trader (OGRNIP, 15 digits that start with
    /// 3): the last is the remainder of the others modulo 11 or 13, of which the last digit counts. Source: Ministry of Finance, order 165n of
    /// 2017, then Federal Tax Service.
    /// </summary>
    public static bool IsOgrn(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[15]);
        return digits.Length switch
        {
            13 => digits[0] is '1' or '5' && CompactValue.Number(digits[..12]) % 11 % 10 == digits[12] - '0',
            15 => digits[0] == '3' && CompactValue.Number(digits[..14]) % 13 % 10 == digits[14] - '0',
            _ => false,
        };
    }

    /// <summary>
    /// Number of a personal pension account (SNILS): nine digits and a key of two, the weighted sum modulo 101 where 100 counts as zero. Numbers
    /// up to 001-001-998 have no key. Source: Pension Fund, decree 192p of 2006, annex.
    /// </summary>
    public static bool IsSnils(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[11]) is { Length: 11 } digits
        && CompactValue.Number(digits[..9]) > 1_001_998
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.WeightedSum(digits[..9], [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == CompactValue.Number(digits[9..]);
}

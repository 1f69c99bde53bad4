namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Canada and its provinces issue.</summary>
internal static class Canada
{
    /// <summary>
    /// Personal health number of British Columbia, ten digits: 9, eight digits, check digit weighted 2 4 8 5 10 9 7 3, modulo 11, of what is
    /// left to 11. Source: British Columbia Ministry of Health, PharmaNet "Professional and Software Compliance Standards".
    /// </summary>
    public static bool IsBritishColumbianHealthNumber(ReadOnlySpan<char> value)
    {
        const int length = 10;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length
            && digits[0] == '9'
            && digits.ContainsAnyExcept('9')
            && CompactValue.Number(digits[1..]) > 0
            && 11 - CheckDigits.WeightedSum(digits[1..9], [2, 4, 8, 5, 10, 9, 7, 3]) % 11 == digits[9] - '0';
    }

    /// <summary>
    /// Business number, nine digits with a Luhn check digit, and for an account the two letters of its programme and four digits.
    /// Source: Canada Revenue Agency, "Business number (BN) and CRA program accounts".
    /// </summary>
    public static bool IsBusinessNumber(ReadOnlySpan<char> value)
    {
        const int length = 9;
        var number = CompactValue.Of(value, stackalloc char[length + 6]);
        if (number.Length is not length and not length + 6)
            return false;

        var business = number[..length];
        return !business.ContainsAnyExceptInRange('0', '9')
            && business.ContainsAnyExcept(business[0])
            && CheckDigits.Luhn(business)
            && (number.Length == length || IsAccount(number[length..]));

        static bool IsAccount(ReadOnlySpan<char> account) =>
            account[..2] is "RC" or "RD" or "RE" or "RG" or "RM" or "RN" or "RP" or "RR" or "RT" or "RZ"
            && !account[2..].ContainsAnyExceptInRange('0', '9')
            && account[2..] is not "0000";
    }

    /// <summary>
    /// Social insurance number, nine digits with a Luhn check digit; the first tells where it was issued. 8 is not
    /// issued, nor is 0, which starts the tax numbers that the Canada Revenue Agency gives to who has none. Source: Employment and Social Development Canada, "The Social Insurance Number (SIN) Code of Practice", annex.
    /// </summary>
    public static bool IsSin(ReadOnlySpan<char> value)
    {
        const int length = 9;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length && digits[0] is not '0' and not '8' && digits.ContainsAnyExcept(digits[0]) && CheckDigits.Luhn(digits);
    }
}

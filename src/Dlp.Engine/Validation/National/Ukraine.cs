namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Ukraine issues.</summary>
internal static class Ukraine
{
    /// <summary>
    /// Number of a legal person (EDRPOU): eight digits, the last a check digit modulo 11; when it would be ten, the weights are two more. Source:
    /// State Statistics Service, regulation on the Unified State Register.
    /// </summary>
    public static bool IsEdrpou(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[8]);
        if (digits.Length != 8 || !digits.ContainsAnyExcept(digits[0]))
            return false;
        var rotated = digits[0] is >= '3' and <= '5';
        var check = CheckDigits.WeightedSum(digits[..7], rotated ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]) % 11;
        if (check == 10)
            check = CheckDigits.WeightedSum(digits[..7], rotated ? [9, 3, 4, 5, 6, 7, 8] : [3, 4, 5, 6, 7, 8, 9]) % 11 % 10;
        return check == digits[7] - '0';
    }

    /// <summary>
    /// Taxpayer's number of a person (RNTRC, RNOKPP): ten digits: the birth date as days since 31 December 1899, four digits of which the last
    /// but one tells the sex, the last a check digit modulo 11 where ten counts as zero. Source: State Tax Service, order 822 of 2017.
    /// </summary>
    public static bool IsRntrc(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[10]) is { Length: 10 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CompactValue.Number(digits[..5]) > 0
        && (CheckDigits.WeightedSum(digits[..9], [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11 + 11) % 11 % 10 == digits[9] - '0';
}

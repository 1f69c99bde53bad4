namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Moldova issues.</summary>
internal static class Moldova
{
    private static ReadOnlySpan<int> Weights => [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

    /// <summary>
    /// Number of a company or body (IDNO): 1, the last three digits of the year in which it was given (from 2001 on, hence a 0), eight digits, a
    /// check digit: the sum of the others weighted by 7, 3 and 1, modulo 10. Source: Government decision 333 of 18 March 2002, annex 2; Agenția Servicii Publice, "IDNO".
    /// </summary>
    public static bool IsIdno(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[13]);
        return digits.Length == 13
            && digits[0] == '1'
            && digits[1] == '0'
            && digits[1..].ContainsAnyExcept('0')
            && CheckDigits.WeightedSum(digits[..12], Weights) % 10 == digits[12] - '0';
    }
}

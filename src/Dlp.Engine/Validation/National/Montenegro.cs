namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Montenegro issues.</summary>
internal static class Montenegro
{
    private static ReadOnlySpan<int> Weights => [8, 7, 6, 5, 4, 3, 2];

    /// <summary>
    /// Tax number of a company (PIB): eight digits, the last a check digit: 11 less the remainder modulo 11 of the others weighted by 8 to
    /// 2, where 10 and 11 are written 0. Source: Uprava prihoda i carina, "Poreski identifikacioni broj"; CRPS, the register of companies.
    /// </summary>
    public static bool IsPib(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[8]);
        if (digits.Length != 8 || !digits.ContainsAnyExcept(digits[0]))
            return false;
        var check = 11 - CheckDigits.WeightedSum(digits[..7], Weights) % 11;
        return (check > 9 ? 0 : check) == digits[7] - '0';
    }

    /// <summary>
    /// Personal number (JMB): thirteen digits as <see cref="YugoslavPersonalNumber"/> says, of the regions 20 to 29, 02 for foreigners.
    /// Source: Zakon o centralnom registru stanovništva, Službeni list CG 49/07.
    /// </summary>
    public static bool IsJmb(ReadOnlySpan<char> value) => YugoslavPersonalNumber.Holds(value, static region => region is 2 or (>= 20 and <= 29));
}

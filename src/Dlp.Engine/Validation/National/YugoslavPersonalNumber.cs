namespace Dlp.Engine.Validation.National;

/// <summary>The personal number that the countries of former Yugoslavia still give (JMBG, JMB, EMBG).</summary>
internal static class YugoslavPersonalNumber
{
    private static ReadOnlySpan<int> Weights => [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>
    /// Thirteen digits: day, month and the last three of the year of birth, the region of registration, three of sex and order, a check digit: 11 less
    /// the others, weighted by 7 to 2 twice, modulo 11, where 11 is written 0 and orders that give 10 are skipped. Source: Zakon o uvođenju jedinstvenog
    /// matičnog broja građana (SFRJ, 1976), which the countries' own laws repeat.
    /// </summary>
    /// <param name="value">The number as it stands in the text.</param>
    /// <param name="isRegion">Whether the country gives numbers for a region.</param>
    public static bool Holds(ReadOnlySpan<char> value, Func<long, bool> isRegion)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[13]);
        if (digits.Length != 13)
            return false;
        var year = CompactValue.Number(digits[4..7]);
        return CalendarDate.Exists(year + (year < 800 ? 2000 : 1000), CompactValue.Number(digits[2..4]), CompactValue.Number(digits[..2]))
            && isRegion(CompactValue.Number(digits[7..9]))
            && (11 - CheckDigits.WeightedSum(digits[..12], Weights) % 11) % 11 == digits[12] - '0';
    }
}

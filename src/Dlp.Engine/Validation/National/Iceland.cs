namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Iceland issues.</summary>
internal static class Iceland
{
    private static ReadOnlySpan<int> Weights => [3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>
    /// Identity number of people and companies (kennitala): day, month and year of birth or foundation (40 more in the day for companies),
    /// two digits, a check digit, and 8, 9 or 0 for the century. Weighted by 3, 2, 7, 6, 5, 4, 3, 2 and 1 the first nine make a multiple of
    /// 11. Since 18 February 2026 people get numbers without a check digit; it is not asked of who was born since. Those who moved to
    /// Iceland since then and whose number fails the check cannot be told from a mistyped one. Source: Þjóðskrá Íslands, "Um kennitölur" and
    /// "Kennitölur án vartölu".
    /// </summary>
    public static bool IsKennitala(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[10]);
        if (digits.Length != 10)
            return false;

        var century = digits[9] switch { '8' => 1800, '9' => 1900, '0' => 2000, _ => 0 };
        var (day, month, year) = (CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]), century + CompactValue.Number(digits[4..6]));
        var hasNoCheckDigit = year * 10000 + month * 100 + day >= 2026_02_18 && day <= 31;
        return century != 0
            && CalendarDate.Exists(year, month, day > 40 ? day - 40 : day)
            && (hasNoCheckDigit || CheckDigits.WeightedSum(digits[..9], Weights) % 11 == 0);
    }
}

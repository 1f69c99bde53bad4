namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Kuwait issues.</summary>
internal static class Kuwait
{
    /// <summary>
    /// Civil number: twelve digits: the century (2 for 19, 3 for 20), year, month and day of birth, four of order, a check digit: 11 less the others,
    /// weighted by 2, 1, 6, 3, 7, 9, 10, 5, 8, 4 and 2, modulo 11. Source: Public Authority for Civil Information, which publishes the parts; the
    /// weights are known from its users only.
    /// </summary>
    public static bool IsCivilNumber(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[12]);
        if (digits.Length != 12 || digits[0] is not ('2' or '3'))
            return false;
        var year = 1700 + (digits[0] - '0') * 100 + CompactValue.Number(digits[1..3]);
        return CalendarDate.Exists(year, CompactValue.Number(digits[3..5]), CompactValue.Number(digits[5..7]))
            && 11 - CheckDigits.WeightedSum(digits[..11], [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11 == digits[11] - '0';
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Uzbekistan issues.</summary>
internal static class Uzbekistan
{
    /// <summary>
    /// Personal number (PINFL, JShShIR): fourteen digits: sex and century (1 to 6), day, month and year of birth, three of the district, three of order,
    /// a check digit. Source: State Personalisation Centre. No document on the check digit was found; it is not looked at.
    /// </summary>
    public static bool IsPinfl(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[14]);
        if (digits.Length != 14 || digits[0] is < '1' or > '6')
            return false;
        var century = 1800 + (digits[0] - '1') / 2 * 100;
        return CalendarDate.Exists(century + CompactValue.Number(digits[5..7]), CompactValue.Number(digits[3..5]), CompactValue.Number(digits[1..3]));
    }
}

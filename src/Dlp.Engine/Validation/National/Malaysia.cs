namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Malaysia issues.</summary>
internal static class Malaysia
{
    /// <summary>
    /// Identity card number (MyKad), 12 digits: date of birth, place of birth, sequence. Source: National Registration Department (JPN), "Kod negeri" and
    /// "Kod negara". There is no check digit.
    /// </summary>
    public static bool IsNric(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[12]);
        return number.Length == 12
            // 2000 was a leap year: the century does not matter.
            && CalendarDate.Exists(2000 + CompactValue.Number(number[..2]), CompactValue.Number(number[2..4]), CompactValue.Number(number[4..6]))
            && IsPlace(CompactValue.Number(number[6..8]));
    }

    private static bool IsPlace(long code) => code is >= 1 and <= 16 or >= 21 and <= 68 or 71 or 72 or >= 74 and <= 79 or >= 82 and <= 93 or 98 or 99;
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Cuba issues.</summary>
internal static class Cuba
{
    /// <summary>
    /// Identity number (carné de identidad), 11 digits: year, month and day of birth, a digit that tells the century (0 to 5 the 20th, 6 to
    /// 8 the 21st, 9 the 19th), four more. How the last one is reckoned is not published. Source: Decreto-Ley 248/2007, "Del sistema de
    /// identificación".
    /// </summary>
    public static bool IsNi(ReadOnlySpan<char> value)
    {
        const int length = 11;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        if (digits.Length != length)
            return false;

        var century = digits[6] switch { '9' => 1800, > '5' => 2000, _ => 1900 };
        return CalendarDate.Exists(century + CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]), CompactValue.Number(digits[4..6]));
    }
}

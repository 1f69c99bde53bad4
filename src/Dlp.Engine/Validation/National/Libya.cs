namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Libya issues.</summary>
internal static class Libya
{
    /// <summary>
    /// National number: twelve digits: 1 for men and 2 for women, the year of birth, seven more. No check digit is published. Source: Civil Registry
    /// Authority, law 6 of 2014 on the national number.
    /// </summary>
    public static bool IsNationalNumber(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[12]);
        return digits.Length == 12 && digits[0] is '1' or '2' && CompactValue.Number(digits[1..5]) is >= 1900 and < 2100;
    }
}

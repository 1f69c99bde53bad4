namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Saudi Arabia issues.</summary>
internal static class SaudiArabia
{
    /// <summary>
    /// Identity number: ten digits, the first 1 for citizens and 2 for residents (iqama), the last a check digit by the Luhn algorithm. Source: Ministry of
    /// Interior (Absher), which publishes length and first digit; the check digit holds for published numbers.
    /// </summary>
    public static bool IsNationalId(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[10]);
        return digits.Length == 10 && digits[0] is '1' or '2' && CheckDigits.Luhn(digits);
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Nigeria issues.</summary>
internal static class Nigeria
{
    /// <summary>
    /// National identification number (NIN): eleven digits, the last a Verhoeff check digit. Source: National Identity Management Commission,
    /// "National Identification Number (NIN)" for the length; the check digit is told by those who use it, not by the commission.
    /// </summary>
    public static bool IsNin(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[11]) is { Length: 11 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.Verhoeff(digits);
}

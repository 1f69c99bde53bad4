namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Egypt issues.</summary>
internal static class Egypt
{
    /// <summary>
    /// Tax registration number: nine digits, Western, Arabic or Persian. No check digit is published. Source: Egyptian Tax Authority, taxpayer
    /// registration.
    /// </summary>
    public static bool IsTn(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[9];
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '–' or '‐' or '‑' or '/' or '.')
                continue;
            if (!char.IsDigit(character) || length == digits.Length)
                return false;
            digits[length++] = (char)('0' + (int)char.GetNumericValue(character));
        }

        return length == digits.Length && digits.ContainsAnyExcept(digits[0]);
    }
}

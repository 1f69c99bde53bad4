namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Mozambique issues.</summary>
internal static class Mozambique
{
    /// <summary>
    /// Taxpayer's number (NUIT): a digit for the kind of taxpayer, seven of order, a check digit modulo 11 where ten counts as one. Source:
    /// Autoridade Tributária, "NUIT"; the weights are not published there, but hold for published numbers.
    /// </summary>
    public static bool IsNuit(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[9]) is { Length: 9 } digits
        && digits[0] != '0'
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.WeightedSum(digits[..8], [8, 9, 4, 5, 6, 7, 8, 9]) % 11 is var check
        && (check == 10 ? 1 : check) == digits[8] - '0';
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Morocco issues.</summary>
internal static class Morocco
{
    /// <summary>
    /// Common number of a business (ICE), fifteen digits: nine of business, four of establishment, a key of two that makes the whole a multiple
    /// of 97. Source: OMPIC, décret n° 2-11-63; the key is not published there, but holds for published numbers.
    /// </summary>
    public static bool IsIce(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[15]) is { Length: 15 } digits
        && digits[..9].ContainsAnyExcept('0')
        && digits.ContainsAnyExcept(digits[0])
        && CompactValue.Number(digits) % 97 == 0;
}

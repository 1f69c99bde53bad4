namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Guinea issues.</summary>
internal static class Guinea
{
    /// <summary>Permanent tax number (NIFp): nine digits, the last a Luhn check digit. Source: Direction nationale des impôts, "NIF permanent".</summary>
    public static bool IsNifp(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[9]) is { Length: 9 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.Luhn(digits);
}

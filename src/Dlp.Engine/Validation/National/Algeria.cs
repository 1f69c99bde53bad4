namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Algeria issues.</summary>
internal static class Algeria
{
    /// <summary>
    /// Tax number (NIF): fifteen digits, or twenty with the establishment. No check digit is published. Source: Direction générale des impôts,
    /// "Numéro d'identification fiscale".
    /// </summary>
    public static bool IsNif(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[20]) is { Length: 15 or 20 } digits && digits.ContainsAnyExcept(digits[0]);
}

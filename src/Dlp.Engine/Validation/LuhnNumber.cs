namespace Dlp.Engine.Validation;

/// <summary>Any number whose last digit is a Luhn check digit (ISO/IEC 7812-1, annex B).</summary>
internal static class LuhnNumber
{
    private const int Longest = 32;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[Longest]) is { Length: > 1 } digits
        && digits.ContainsAnyExcept('0')
        && CheckDigits.Luhn(digits);
}

namespace Dlp.Engine.Validation.National;

/// <summary>
/// French taxpayer's number (numéro fiscal de référence, SPI): thirteen digits, the first 0 to 3, the last three the remainder of the
/// first ten modulo 511. Source: European Commission, "TIN country sheet: France"; OECD, "Information on Tax Identification Numbers: France".
/// </summary>
internal static class FrenchNif
{
    private const int Length = 13;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[Length]) is { Length: Length } digits
        && digits[0] is >= '0' and <= '3'
        && digits[..10].ContainsAnyExcept('0')
        && CompactValue.Number(digits[10..]) == CompactValue.Number(digits[..10]) % 511;
}

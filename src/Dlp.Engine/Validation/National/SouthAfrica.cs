namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that South Africa issues.</summary>
internal static class SouthAfrica
{
    /// <summary>
    /// Identity number, thirteen digits: birth date, four that tell sex and order, citizenship (0 citizen, 1 permanent resident, 2 refugee), one more, a Luhn check digit. Source:
    /// Department of Home Affairs, Identification Act 68 of 1997; SARS, "ID number validation".
    /// </summary>
    public static bool IsIdnr(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[13]) is { Length: 13 } digits
        && digits[10] is '0' or '1' or '2'
        && CheckDigits.Luhn(digits)
        && CalendarDate.Exists(2000 + CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]), CompactValue.Number(digits[4..6]));

    /// <summary>Taxpayer's reference number: ten digits that start with 0, 1, 2, 3 or 9, the last a Luhn check digit. Source: SARS, "External BRS: tax reference numbers".</summary>
    public static bool IsTin(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[10]) is { Length: 10 } digits
        && digits[0] is (>= '0' and <= '3') or '9'
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.Luhn(digits);
}

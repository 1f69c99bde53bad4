namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Greece issues.</summary>
internal static class Greece
{
    /// <summary>
    /// Social security number (AMKA): day, month and year of birth, four digits, a Luhn check digit.
    /// Source: IDIKA, amka.gr, "What is AMKA"; law 3655/2008, article 153.
    /// </summary>
    public static bool IsAmka(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[11]);
        if (digits.Length != 11)
            return false;

        var (day, month, year) = (CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]), CompactValue.Number(digits[4..6]));
        return (CalendarDate.Exists(1900 + year, month, day) || CalendarDate.Exists(2000 + year, month, day)) && CheckDigits.Luhn(digits);
    }

    /// <summary>
    /// Tax number (AFM), and VAT number with EL, or GR, before it: nine digits, the last a check digit: the sum of the others, each times a
    /// power of two, modulo 11, modulo 10. Older ones have eight digits, with or without a zero
    /// before them.
    /// Source: European Commission, "TIN algorithms" and "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[11]);
        number = VatPrefix.Without(VatPrefix.Without(number, "EL"), "GR");
        if (number.Length is not (8 or 9) || number.ContainsAnyExceptInRange('0', '9') || !number.ContainsAnyExcept('0'))
            return false;

        var sum = 0;
        foreach (var digit in number[..^1])
            sum = (sum + digit - '0') * 2;
        return sum % 11 % 10 == number[^1] - '0';
    }
}

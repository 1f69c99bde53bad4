namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Sweden issues.</summary>
internal static class Sweden
{
    /// <summary>
    /// Personal number: birth date in six or eight digits, a dash, or a plus from the hundredth year on, four digits of which the last is a Luhn check digit of
    /// the ten. Sixty more in the day makes it a coordination number. Source: Skatteverket, "Personnummer" and "Samordningsnummer" (SKV 704, 707);
    /// its test numbers have the same form.
    /// </summary>
    public static bool IsPersonnummer(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[12];
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is '+' or '-' or '‐' or '‑' or '–')
                continue;
            if (!char.IsAsciiDigit(character) || length == buffer.Length)
                return false;
            buffer[length++] = character;
        }

        var digits = buffer[..length];
        if (digits.Length is not (10 or 12) || !CheckDigits.Luhn(digits[^10..]))
            return false;
        var year = CompactValue.Number(digits[^10..^8]);
        var month = CompactValue.Number(digits[^8..^6]);
        var day = CompactValue.Number(digits[^6..^4]);
        if (day > 60)
            day -= 60;
        return digits.Length == 10
            ? CalendarDate.Exists(2000 + year, month, day)
            : CompactValue.Number(digits[..2]) is var century and >= 18 and <= 20 && CalendarDate.Exists(century * 100 + year, month, day);
    }

    /// <summary>
    /// Organisation number: ten digits, the last a Luhn check digit; 16 may stand before it. Source: lag (1974:174) om identitetsbeteckning för
    /// juridiska personer m.fl. A legal person's third digit is two or more; a sole trader's number is the personal number, so it is not checked.
    /// </summary>
    public static bool IsOrgnr(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[12]);
        if (digits.Length == 12 && digits.StartsWith("16", StringComparison.Ordinal))
            digits = digits[2..];
        return digits.Length == 10 && digits.ContainsAnyExcept(digits[0]) && CheckDigits.Luhn(digits);
    }

    /// <summary>VAT number: SE, which may be left out, an organisation or personal number, 01. Source: Skatteverket, "Momsregistreringsnummer (VAT-nummer)".</summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[14]);
        if (number.StartsWith("SE", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == 12 && number.EndsWith("01", StringComparison.Ordinal) && IsOrgnr(number[..10]);
    }
}

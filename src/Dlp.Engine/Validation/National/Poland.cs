namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Poland issues.</summary>
internal static class Poland
{
    /// <summary>
    /// Tax number (NIP): ten digits, the last a check digit modulo 11; a number whose check digit would be ten is not issued. PL may stand
    /// before it. Source: rozporządzenie Ministra Finansów w sprawie numerów identyfikacji podatkowej.
    /// </summary>
    public static bool IsNip(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[12]);
        if (number.StartsWith("PL", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == 10
            && !number.ContainsAnyExceptInRange('0', '9')
            && number.ContainsAnyExcept(number[0])
            && CheckDigits.WeightedSum(number[..9], [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == number[9] - '0';
    }

    /// <summary>
    /// Personal number (PESEL): birth date whose month tells the century, four digits of which the last tells the sex, a check digit modulo 10.
    /// Source: ustawa o ewidencji ludności, art. 15; gov.pl, "Czym jest numer PESEL".
    /// </summary>
    public static bool IsPesel(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[11]);
        if (digits.Length != 11 || CheckDigits.WeightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 != 0)
            return false;
        var year = CompactValue.Number(digits[..2]);
        var month = CompactValue.Number(digits[2..4]);
        var century = (month / 20) switch { 0 => 1900, 1 => 2000, 2 => 2100, 3 => 2200, _ => 1800 };
        return CalendarDate.Exists(century + year, month % 20, CompactValue.Number(digits[4..6]));
    }

    /// <summary>
    /// Number of a business (REGON): nine digits, or fourteen for a local unit, each with a check digit modulo 11 where ten counts as zero.
    /// Source: Główny Urząd Statystyczny, rozporządzenie w sprawie rejestru REGON, annex.
    /// </summary>
    public static bool IsRegon(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[14]);
        return digits.Length is 9 or 14
            && digits.ContainsAnyExcept(digits[0])
            && CheckDigits.WeightedSum(digits[..8], [8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == digits[8] - '0'
            && (digits.Length == 9
                || CheckDigits.WeightedSum(digits[..13], [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 == digits[13] - '0');
    }

    /// <summary>
    /// Number of an identity card: three letters (A is ten, Z is 35) and six digits, the first of them a check digit modulo 10 with the
    /// weights 7, 3, 1 of ICAO 9303. Source: Ministerstwo Spraw Wewnętrznych, rozporządzenie w sprawie wzoru dowodu osobistego.
    /// </summary>
    public static bool IsIdentityCard(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[9]);
        if (number.Length != 9 || number[..3].ContainsAnyExceptInRange('A', 'Z') || number[3..].ContainsAnyExceptInRange('0', '9'))
            return false;
        var letters = (number[0] - 'A' + 10) * 7 + (number[1] - 'A' + 10) * 3 + (number[2] - 'A' + 10);
        return (letters + CheckDigits.WeightedSum(number[3..], [9, 7, 3, 1, 7, 3])) % 10 == 0;
    }
}

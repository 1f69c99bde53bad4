namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Norway issues.</summary>
internal static class Norway
{
    private static ReadOnlySpan<int> FirstWeights => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

    private static ReadOnlySpan<int> SecondWeights => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    private static ReadOnlySpan<int> OrganisationWeights => [3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>
    /// National identity number, eleven digits: birth date, three digits that tell century and sex, two check digits modulo 11. Forty more in
    /// the day makes it a D number (foreigners); in the month forty more an H number or a synthetic one, 65 or 80 more a synthetic one.
    /// Source: Skatteetaten, "Fødselsnummer" and "D-nummer"; Skatteetaten, "Syntetisk folkeregister" (80).
    /// </summary>
    public static bool IsFodselsnummer(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[11]) is { Length: 11 } digits
        && CheckDigits.WeightedSum(digits[..10], FirstWeights) % 11 == 0
        && CheckDigits.WeightedSum(digits, SecondWeights) % 11 == 0
        && IsBirth(digits);

    /// <summary>
    /// Bank account number: four digits of bank, six of account, a check digit modulo 11. Source: Finance Norway (Bits), "Kontonummer:
    /// oppbygging og kontroll".
    /// </summary>
    public static bool IsKontonr(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[11]) is { Length: 11 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.WeightedSum(digits, SecondWeights) % 11 == 0;

    /// <summary>
    /// Organisation number: nine digits, the last a check digit modulo 11. Source: Brønnøysundregistrene, "Om organisasjonsnummeret".
    /// Numbers in use start with 8 or 9, which is not asked for here: published examples do not.
    /// </summary>
    public static bool IsOrgnr(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[9]) is { Length: 9 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.WeightedSum(digits, OrganisationWeights) % 11 == 0;

    /// <summary>VAT number: NO, which may be left out, an organisation number, MVA. Source: Skatteetaten, "Organisasjonsnummer med MVA".</summary>
    public static bool IsMva(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[14]);
        if (number.StartsWith("NO", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == 12 && number.EndsWith("MVA", StringComparison.Ordinal) && IsOrgnr(number[..9]);
    }

    private static bool IsBirth(ReadOnlySpan<char> digits)
    {
        var day = CompactValue.Number(digits[..2]);
        var month = CompactValue.Number(digits[2..4]);
        var year = CompactValue.Number(digits[4..6]);
        var individual = CompactValue.Number(digits[6..9]);
        return CalendarDate.Exists(
            (individual, year) switch
            {
                ( < 500, _) => 1900 + year,
                ( < 750, >= 54) => 1800 + year,
                (_, < 40) => 2000 + year,
                ( >= 900, _) => 1900 + year,
                _ => 0,
            },
            month switch { > 80 => month - 80, > 65 => month - 65, > 40 => month - 40, _ => month },
            day > 40 ? day - 40 : day);
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the Netherlands issue.</summary>
internal static class Netherlands
{
    private static ReadOnlySpan<int> ElevenTest => [9, 8, 7, 6, 5, 4, 3, 2, -1];

    /// <summary>
    /// Citizen service number (BSN): nine digits whose weighted sum is a multiple of eleven ("elfproef"). Legal entities have the same form
    /// of number (RSIN). Source: Rijksdienst voor Identiteitsgegevens, "Logisch Ontwerp BSN", annex on the eleven test.
    /// </summary>
    public static bool IsBsn(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[9]) is { Length: 9 } digits
        && digits.ContainsAnyExcept(digits[0])
        && CheckDigits.WeightedSum(digits, ElevenTest) % 11 == 0;

    /// <summary>
    /// VAT number: NL, which may be left out, nine digits, B, two digits. Those of legal entities hold an RSIN, which passes the eleven test;
    /// since 2020 those of sole traders hold no BSN but pass MOD 97-10 with the letters read as numbers. Source: Belastingdienst,
    /// "Btw-identificatienummer"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsBtw(ReadOnlySpan<char> value)
    {
        const string country = "NL";
        const int length = 12;
        Span<char> whole = stackalloc char[14];
        var written = CompactValue.Of(value, stackalloc char[14]);
        var hasCountry = written.StartsWith(country, StringComparison.Ordinal);
        if (hasCountry)
            written = written[country.Length..];

        // Zeros at the beginning are lost where numbers are counted with.
        Span<char> number = stackalloc char[length];
        number.Fill('0');
        if (written.Length > length || written.Length < (hasCountry ? length - 2 : length))
            return false;
        written.CopyTo(number[(length - written.Length)..]);
        if (number[9] != 'B' || number[..9].ContainsAnyExceptInRange('0', '9')
            || number[10..].ContainsAnyExceptInRange('0', '9') || number[10..] is "00" || !number[..9].ContainsAnyExcept('0'))
        {
            return false;
        }

        country.CopyTo(whole);
        number.CopyTo(whole[country.Length..]);
        return CheckDigits.WeightedSum(number[..9], ElevenTest) % 11 == 0 || CheckDigits.Mod97(whole) == 1;
    }

    /// <summary>
    /// Number of a passport or an identity card: two letters, six letters or digits, a digit; the letter O is not used. There is no check
    /// digit. Source: Rijksdienst voor Identiteitsgegevens, "Kenmerken van Nederlandse reisdocumenten".
    /// </summary>
    public static bool IsIdentiteitskaartnummer(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[9]) is { Length: 9 } number
        && !number.Contains('O')
        && char.IsAsciiLetter(number[0])
        && char.IsAsciiLetter(number[1])
        && char.IsAsciiDigit(number[8]);

    /// <summary>
    /// Education number for pupils without a BSN: nine digits that start with 10 and leave five in the eleven test. Source: Dienst Uitvoering
    /// Onderwijs, "Persoonsgebonden nummer".
    /// </summary>
    public static bool IsOnderwijsnummer(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[9]) is { Length: 9 } digits
        && digits.StartsWith("10", StringComparison.Ordinal)
        && CheckDigits.WeightedSum(digits, ElevenTest) % 11 == 5;
}

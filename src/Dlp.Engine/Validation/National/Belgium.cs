namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Belgium.</summary>
internal static class Belgium
{
    private const int NationalLength = 11;
    private const int CardLength = 12;
    private const int VatLength = 10;

    /// <summary>
    /// National number (Rijksregisternummer), 11 digits: year, month and day of birth, order, key. The key is 97 less the remainder of the first
    /// nine digits, with a 2 before them since 2000. A month or day that is not known is 00.
    /// Source: arrêté royal du 3 avril 1984; IBZ, "Instructions pour la tenue à jour des informations, TI 000".
    /// </summary>
    public static bool IsNationalNumber(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[NationalLength]);
        return digits.Length == NationalLength
            && IsDate(digits, CompactValue.Number(digits[2..4]))
            && HasKey(digits);
    }

    /// <summary>As <see cref="IsNationalNumber"/>, whatever day it tells.</summary>
    public static bool IsNationalNumberForm(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[NationalLength]) is { Length: NationalLength } digits && HasKey(digits);

    /// <summary>
    /// Number of a person who is not in the register (bis number): as a national number, with 40 added to the month, or 20 when the sex is not
    /// known. Source: Banque Carrefour de la Sécurité Sociale, "Numéro bis"; arrêté royal du 8 février 1991.
    /// </summary>
    public static bool IsBisNumber(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[NationalLength]);
        return digits.Length == NationalLength
            && CompactValue.Number(digits[2..4]) is (>= 20 and <= 32) or (>= 40 and <= 52)
            && IsDate(digits, CompactValue.Number(digits[2..4]) % 20)
            && HasKey(digits);
    }

    /// <summary>
    /// Identification number of social security (NISS, INSZ): a national number or a bis number.
    /// Source: Banque Carrefour de la Sécurité Sociale.
    /// </summary>
    public static bool IsSsn(ReadOnlySpan<char> value) => IsNationalNumber(value) || IsBisNumber(value);

    /// <summary>
    /// Number of an identity card, 12 digits: ten, and their remainder modulo 97, or 97 for none. Source: IBZ, "eID".
    /// A foreigner's card (B and nine digits) is not looked for.
    /// </summary>
    public static bool IsCard(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[CardLength]);
        if (digits.Length != CardLength)
            return false;
        var remainder = CompactValue.Number(digits[..10]) % 97;
        return CompactValue.Number(digits[10..]) == (remainder == 0 ? 97 : remainder);
    }

    /// <summary>
    /// Company and VAT number, 10 digits that start with 0 or 1 (the 0 is left out in old ones): the last two are 97 less the remainder of
    /// the others. Source: SPF Économie, "Le numéro d'entreprise"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[VatLength + 2], "BE");
        return digits.Length is VatLength or VatLength - 1
            && (digits.Length < VatLength || digits[0] is '0' or '1')
            && CompactValue.Number(digits[^2..]) == 97 - CompactValue.Number(digits[..^2]) % 97;
    }

    private static bool IsDate(ReadOnlySpan<char> digits, long month)
    {
        var day = CompactValue.Number(digits[4..6]);
        return month == 0 || (day == 0 && month <= 12) || CalendarDate.Exists(2000 + CompactValue.Number(digits[..2]), month, day);
    }

    private static bool HasKey(ReadOnlySpan<char> digits)
    {
        var number = CompactValue.Number(digits[..9]);
        return CompactValue.Number(digits[6..9]) is > 0 and < 999
            && CompactValue.Number(digits[9..]) is var key
            && (key == 97 - number % 97 || key == 97 - (2_000_000_000 + number) % 97);
    }
}

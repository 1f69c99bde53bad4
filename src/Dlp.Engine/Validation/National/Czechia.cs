namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Czechia.</summary>
internal static class Czechia
{
    // Česká národní banka, "Kódy platebního styku": those in use, and those of banks that were taken over since 2010.
    private const string Banks =
        "0100 0300 0600 0710 0800 2010 2020 2030 2050 2060 2070 2100 2200 2210 2220 2230 2240 2250 2260 2275 2600 2700 3030 3050 3060 3500 "
        + "4000 4300 5400 5500 5800 6000 6100 6200 6210 6300 6363 6700 6800 7910 7940 7950 7960 7970 7980 7990 8030 8040 8060 8090 8150 8190 8198 "
        + "8199 8200 8211 8215 8220 8221 8225 8230 8231 8240 8241 8250 8255 8260 8265 8270 8280 8283 8290 8291 8292 8293 8294 8296 8298 8299 8500";

    private const int IcoLength = 8;
    private const int RcLength = 10;

    /// <summary>
    /// Bank account: a prefix of up to six digits and a dash, which may be left out, two to ten digits, a slash, four digits of the bank.
    /// Prefix and number each hold modulo 11 (weights 1, 2, 4, 8, 5, 10, 9, 7, 3, 6 from the right).
    /// Source: Česká národní banka, vyhláška č. 169/2011 Sb.
    /// </summary>
    public static bool IsBankAccount(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var slash = value.IndexOf('/');
        if (slash < 0)
            return false;
        var bank = value[(slash + 1)..].Trim();
        if (bank.Length != 4 || bank.ContainsAnyExceptInRange('0', '9') || !Banks.AsSpan().Contains(bank, StringComparison.Ordinal))
            return false;

        var account = value[..slash].Trim();
        var dash = account.IndexOf('-');
        return (dash < 0 || IsPart(account[..dash], 1, 6, mayBeZero: true)) && IsPart(account[(dash + 1)..], 2, 10, mayBeZero: false);
    }

    /// <summary>
    /// Number of a company or body (IČO), 8 digits, the last a check digit (weights 8 to 2, modulo 11). Source: Český statistický úřad,
    /// "Identifikační číslo"; zákon č. 111/2009 Sb.
    /// </summary>
    public static bool IsIco(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[IcoLength]) is { Length: IcoLength } digits && IsIcoOfDigits(digits);

    /// <summary>
    /// VAT number (DIČ): CZ, which may be left out, and a company's number, a person's birth number, or nine digits that start with 6.
    /// Source: zákon č. 280/2009 Sb., § 130; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsDic(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[RcLength + 2], "CZ");
        return digits.Length switch
        {
            IcoLength => digits[0] != '9' && IsIcoOfDigits(digits),
            9 => IsRcOfDigits(digits) || (digits[0] == '6' && IsSpecial(digits)),
            RcLength => IsRcOfDigits(digits),
            _ => false,
        };
    }

    /// <summary>
    /// Birth number (rodné číslo), 10 digits, 9 before 1954: year, month (50 more for women, 20 more when a day's numbers are used up, since
    /// 2004) and day of birth, order. Ten digits are a multiple of 11, or the last is 0 where it were ten. Nine were given to
    /// people born from 1880 on.
    /// Source: zákon č. 133/2000 Sb., § 13.
    /// </summary>
    public static bool IsRc(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[RcLength]) is { Length: RcLength or RcLength - 1 } digits && IsRcOfDigits(digits);

    /// <summary>As <see cref="IsRc"/>, of ten digits, whatever day they tell.</summary>
    public static bool IsRcForm(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[RcLength]) is { Length: RcLength } digits && HasRcKey(digits);

    private static bool HasRcKey(ReadOnlySpan<char> digits) =>
        CompactValue.Number(digits) % 11 == 0 || (CompactValue.Number(digits[..9]) % 11 == 10 && digits[9] == '0');

    private static bool IsPart(ReadOnlySpan<char> digits, int shortest, int longest, bool mayBeZero)
    {
        if (digits.Length < shortest || digits.Length > longest || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        ReadOnlySpan<int> weights = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
        return (mayBeZero || digits.ContainsAnyExcept('0')) && CheckDigits.WeightedSum(digits, weights[^digits.Length..]) % 11 == 0;
    }

    private static bool IsIcoOfDigits(ReadOnlySpan<char> digits) =>
        (11 - CheckDigits.WeightedSum(digits[..7], [8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[7] - '0';

    private static bool IsSpecial(ReadOnlySpan<char> digits) =>
        (20 + 9 - (11 - CheckDigits.WeightedSum(digits[1..8], [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == digits[8] - '0';

    private static bool IsRcOfDigits(ReadOnlySpan<char> digits)
    {
        var (year, month, day) = (CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]) % 50, CompactValue.Number(digits[4..6]));
        if (digits.Length < RcLength)
        {
            year += year < 80 ? 1900 : 1800;
            return year < 1954 && CalendarDate.Exists(year, month, day) && CompactValue.Number(digits[6..]) > 0;
        }

        year += year < 54 ? 2000 : 1900;
        if (month > 20 && year >= 2004)
            month -= 20;
        return CalendarDate.Exists(year, month, day) && HasRcKey(digits);
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Hungary issues.</summary>
internal static class Hungary
{
    private static ReadOnlySpan<int> Places => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    private static ReadOnlySpan<int> PlacesFromTheEnd => [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

    private static ReadOnlySpan<int> Weights => [9, 7, 3, 1, 9, 7, 3, 1];

    /// <summary>
    /// Tax number of a business (adószám): eight digits, of which the sum weighted by 9, 7, 3, 1, 9, 7, 3 and 1 is a multiple of ten; at
    /// home a digit of the kind of VAT, 1 to 5, and two of the county follow. HU before it makes it a VAT number.
    /// Source: 2017. évi CL. törvény (Art.) and NAV, "Adószám felépítése"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsAnum(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[13]), "HU");
        return number.Length is 8 or 11
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[..8].ContainsAnyExcept('0')
            && CheckDigits.WeightedSum(number[..8], Weights) % 10 == 0
            && (number.Length == 8 || (number[8] is >= '1' and <= '5' && CompactValue.Number(number[9..]) is >= 2 and <= 51));
    }

    /// <summary>
    /// Personal tax number (adóazonosító jel): ten digits: 8, the days from 1 January 1867 to the day of birth in five, three of order, a check
    /// digit: the others, each times its place, modulo 11; orders whose remainder is ten are skipped. Source: 1996. évi XX. törvény, annex.
    /// </summary>
    public static bool IsAdoazonositoJel(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[10]);
        return digits.Length == 10 && digits[0] == '8' && CheckDigits.WeightedSum(digits[..9], Places) % 11 == digits[9] - '0';
    }

    /// <summary>
    /// Social security number (TAJ szám): nine digits, the last a check digit: those in odd places times three and those in even places
    /// times seven, modulo ten. Source: 1996. évi XX. törvény, annex.
    /// </summary>
    public static bool IsTaj(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[9]);
        return digits.Length == 9 && CheckDigits.WeightedSum(digits[..8], [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == digits[8] - '0';
    }

    /// <summary>
    /// Personal number (személyi azonosító): eleven digits: sex and century, year, month and day of birth, three of order, a check digit: the others
    /// modulo 11, times their places for those born until 1996, times their places from the end for those born since. Source: 1996. évi XX.
    /// törvény, annex. The first digit is 1 or 2 for Hungarians born until 1999, 3 or 4 since, and
    /// higher for others, whose century it does not tell.
    /// </summary>
    public static bool IsSzemelyiAzonosito(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[11]);
        if (digits.Length != 11 || digits[0] is '0' or '9')
            return false;

        var (year, month, day) = (CompactValue.Number(digits[1..3]), CompactValue.Number(digits[3..5]), CompactValue.Number(digits[5..7]));
        return digits[0] switch
        {
            '1' or '2' => HoldsFor(1900 + year, digits),
            '3' or '4' => HoldsFor(2000 + year, digits),
            _ => HoldsFor(1900 + year, digits) || HoldsFor(2000 + year, digits),
        };

        bool HoldsFor(long birth, ReadOnlySpan<char> number) => CalendarDate.Exists(birth, month, day)
            && CheckDigits.WeightedSum(number[..10], birth < 1997 ? Places : PlacesFromTheEnd) % 11 == number[10] - '0';
    }
}

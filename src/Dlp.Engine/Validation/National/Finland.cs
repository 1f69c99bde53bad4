namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Finland issues.</summary>
internal static class Finland
{
    private const string Country = "FI";

    private static ReadOnlySpan<int> BusinessWeights => [7, 9, 10, 5, 8, 4, 2, 1];

    /// <summary>
    /// VAT number (ALV-numero): FI, which may be left out, and the business ID without its dash.
    /// Source: Verohallinto, "VAT numbers"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsAlv(ReadOnlySpan<char> value) =>
        IsBusinessId(VatPrefix.Without(CompactValue.Of(value, stackalloc char[10]), Country));

    /// <summary>
    /// Business ID (Y-tunnus): seven digits, a dash, a check digit: weighted by 7, 9, 10, 5, 8, 4, 2 and 1 the sum is a multiple of 11.
    /// Source: Patentti- ja rekisterihallitus and Verohallinto, "Business ID"; Vero, "Tarkistusmerkin laskenta".
    /// </summary>
    public static bool IsYtunnus(ReadOnlySpan<char> value) => IsBusinessId(CompactValue.DigitsOf(value, stackalloc char[8]));

    /// <summary>
    /// Personal identity code (henkilötunnus): day, month and year of birth, a sign for the century (+ for 1800; - and Y, X, W, V, U for
    /// 1900; A to F for 2000), an individual number from 002 on, a check character: the remainder of the nine digits modulo 31. Numbers from
    /// 900 on are temporary ones of hospitals, or made up for tests. Source: Digi- ja väestötietovirasto, "The personal
    /// identity code"; valtioneuvoston asetus väestötietojärjestelmästä 128/2010 and 690/2022, which added the signs besides A, - and +.
    /// </summary>
    public static bool IsHetu(ReadOnlySpan<char> value)
    {
        const string checkCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
        const int sign = 6;

        // The dash is a sign here, so nothing but white space is taken out.
        Span<char> code = stackalloc char[11];
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character))
                continue;
            if (length == code.Length)
                return false;
            code[length++] = char.ToUpperInvariant(character);
        }

        var century = code[sign] switch
        {
            '+' => 1800,
            '-' or 'Y' or 'X' or 'W' or 'V' or 'U' => 1900,
            >= 'A' and <= 'F' => 2000,
            _ => 0,
        };
        if (length != code.Length || century == 0
            || code[..sign].ContainsAnyExceptInRange('0', '9') || code[(sign + 1)..10].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var date = CompactValue.Number(code[..sign]);
        var individual = CompactValue.Number(code[(sign + 1)..10]);
        return CalendarDate.Exists(century + date % 100, date / 100 % 100, date / 10000)
            && individual >= 2
            && checkCharacters[(int)((date * 1000 + individual) % 31)] == code[10];
    }

    private static bool IsBusinessId(ReadOnlySpan<char> number) =>
        number.Length == 8
        && !number.ContainsAnyExceptInRange('0', '9')
        && number.ContainsAnyExcept('0')
        && CheckDigits.WeightedSum(number, BusinessWeights) % 11 == 0;
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Romania issues.</summary>
internal static class Romania
{
    /// <summary>
    /// Personal number (CNP), thirteen digits: sex and century, birth date, county, order, a check digit modulo 11 where ten counts as one.
    /// Source: legea nr. 105/1996 and hotărârea nr. 1375/2006; counties 01 to 48 and 51, 52, 70 for any place since 2022, 80 to 83 abroad.
    /// </summary>
    public static bool IsCnp(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[13]);
        if (digits.Length != 13)
            return false;
        var check = CheckDigits.WeightedSum(digits[..12], [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        var century = digits[0] switch { '1' or '2' => 1900, '3' or '4' => 1800, '5' or '6' or '7' or '8' or '9' => 2000, _ => -100 };
        return (check == 10 ? 1 : check) == digits[12] - '0'
            && CalendarDate.Exists(century + CompactValue.Number(digits[1..3]), CompactValue.Number(digits[3..5]), CompactValue.Number(digits[5..7]))
            && CompactValue.Number(digits[7..9]) is >= 1 and <= 48 or 51 or 52 or 70 or >= 80 and <= 83
            && CompactValue.Number(digits[9..12]) > 0;
    }

    /// <summary>
    /// Number of a company (CUI, CIF): two to ten digits, the last a check digit modulo 11; RO may stand before it. Source: Ministerul
    /// Finanțelor, ordinul nr. 1045/1998.
    /// </summary>
    public static bool IsCui(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[12]);
        if (number.StartsWith("RO", StringComparison.Ordinal))
            number = number[2..];
        if (number.Length is < 2 or > 10 || number.ContainsAnyExceptInRange('0', '9') || number[0] == '0')
            return false;
        ReadOnlySpan<int> weights = [7, 5, 3, 2, 1, 7, 5, 3, 2];
        return CheckDigits.WeightedSum(number[..^1], weights[^(number.Length - 1)..]) * 10 % 11 % 10 == number[^1] - '0';
    }

    /// <summary>Tax number (CIF) of a company (CUI) or of a person (CNP); RO may stand before it. Source: codul de procedură fiscală, art. 82.</summary>
    public static bool IsCf(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[15]);
        return IsCui(number) || IsCnp(number.StartsWith("RO", StringComparison.Ordinal) ? number[2..] : number);
    }

    /// <summary>
    /// Number in the trade register: J, F or C, a county, a number and a year or date; since 26 July 2024 J, F or C, a year, six digits, the
    /// county (00 for new ones) and a check digit, the sum of the others where a letter counts as the last digit of its ASCII code. Source:
    /// Oficiul Național al Registrului Comerțului; ordinul nr. 3239/C/2024 (the check digit is not verified there, but holds for published numbers).
    /// </summary>
    public static bool IsOnrc(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[20]);
        if (number.Length < 3 || number[0] is not ('J' or 'F' or 'C') || number[1..].ContainsAnyExceptInRange('0', '9'))
            return false;
        return number.Length == value.Length ? IsNewOnrc(number) : IsOldOnrc(value);
    }

    private static bool IsNewOnrc(ReadOnlySpan<char> number)
    {
        if (number.Length != 14)
            return false;
        var sum = number[0] % 10;
        foreach (var digit in number[1..^1])
            sum += digit - '0';
        var year = CompactValue.Number(number[1..5]);
        var county = CompactValue.Number(number[11..13]);
        return sum % 10 == number[^1] - '0'
            && year is >= 1990 and < 2100
            && (county == 0 || (year <= 2024 && IsCounty(county)))
            && CompactValue.Number(number[5..11]) > 0;
    }

    // A county, a number and a year, the last group of digits; what stands before the year is day and month when there are five groups.
    private static bool IsOldOnrc(ReadOnlySpan<char> value)
    {
        Span<long> groups = stackalloc long[6];
        var count = 0;
        var inside = false;
        foreach (var character in value)
        {
            if (!char.IsAsciiDigit(character))
            {
                inside = false;
                continue;
            }

            if (!inside && count == groups.Length)
                return false;
            if (!inside)
                groups[count++] = 0;
            inside = true;
            groups[count - 1] = Math.Min(groups[count - 1] * 10 + (character - '0'), 1_000_000);
        }

        return count is 3 or 5
            && IsCounty(groups[0])
            && groups[1] is > 0 and < 1_000_000
            && groups[count - 1] is >= 1990 and < 2100
            && (count == 3 || CalendarDate.Exists(groups[4], groups[3], groups[2]));
    }

    private static bool IsCounty(long county) => county is >= 1 and <= 40 or 51 or 52;
}

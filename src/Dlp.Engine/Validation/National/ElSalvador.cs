namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that El Salvador issues.</summary>
internal static class ElSalvador
{
    /// <summary>
    /// Tax number (NIT), 14 digits: municipality (01 to 14 and two digits; 9 for abroad), day, month and year of birth or foundation, three
    /// digits of order, check digit modulo 11. Up to order 100 the weights are 14 to 2 and the check digit is the remainder, above they are
    /// 2 7 6 5 4 3 2 7 6 5 4 3 2 and it is what is left to 11; 10 and 11 are 0. Source: Ministerio de Hacienda, Ley del Registro y Control
    /// Especial de Contribuyentes; the algorithm is not published, it is known from accounting software.
    /// </summary>
    public static bool IsNit(ReadOnlySpan<char> value)
    {
        const int length = 14;
        var number = CompactValue.Of(value, stackalloc char["SV".Length + length]);
        if (number.StartsWith("SV", StringComparison.Ordinal))
            number = number[2..];
        if (number.Length != length || number.ContainsAnyExceptInRange('0', '9'))
            return false;

        // The year has two digits; any century in which the day exists will do.
        var (day, month, year) = (CompactValue.Number(number[4..6]), CompactValue.Number(number[6..8]), CompactValue.Number(number[8..10]));
        return number[0] is '0' or '1' or '9'
            && (CalendarDate.Exists(1900 + year, month, day) || CalendarDate.Exists(2000 + year, month, day))
            && CheckDigit(number[..13]) == number[13] - '0';
    }

    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        if (CompactValue.Number(digits[10..]) <= 100)
            return CheckDigits.WeightedSum(digits, [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11 % 10;
        var remainder = CheckDigits.WeightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }
}

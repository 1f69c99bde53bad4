namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Lithuania issues.</summary>
internal static class Lithuania
{
    private static ReadOnlySpan<int> FirstWeights => [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2];

    private static ReadOnlySpan<int> SecondWeights => [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4];

    /// <summary>
    /// Personal code (asmens kodas): a digit of sex and century, year, month and day of birth, three digits, a check digit. Month and day
    /// are 00 when they are not known; codes that start with 9 tell nothing. Source: standard RST 1185-91, "Asmens kodas. Sudėtis ir struktūra";
    /// Gyventojų registro įstatymas; European Commission, "TIN algorithms".
    /// </summary>
    public static bool IsAsmens(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[11]);
        return digits.Length == 11
            && digits.ContainsAnyExcept(digits[0])
            && digits[0] switch
            {
                >= '1' and <= '6' => IsDate(1800 + (digits[0] - '1') / 2 * 100, digits[1..7]),
                '9' => true,
                _ => false,
            }
            && CheckDigit(digits[..10]) == digits[10] - '0';

        static bool IsDate(int century, ReadOnlySpan<char> digits)
        {
            var (year, month, day) = (CompactValue.Number(digits[..2]), CompactValue.Number(digits[2..4]), CompactValue.Number(digits[4..]));
            return CalendarDate.Exists(century + year, month, day) || (day == 0 && month is >= 0 and <= 12);
        }
    }

    /// <summary>
    /// VAT number (PVM mokėtojo kodas): LT, which may be left out, and nine digits of a company of which the last but one is 1, or twelve
    /// of a person of which the last but one is 1; the last is a check digit. Source: European Commission, "VAT number construction rules";
    /// Valstybinė mokesčių inspekcija, "PVM mokėtojo kodas".
    /// </summary>
    public static bool IsPvm(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[14]), "LT");
        return number.Length is 9 or 12
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[^2] == '1'
            && number[..^2].ContainsAnyExcept('0')
            && CheckDigit(number[..^1]) == number[^1] - '0';
    }

    // Modulo 11 with one row of weights; when that gives ten with another; when that does too, 0.
    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var check = CheckDigits.WeightedSum(digits, FirstWeights) % 11;
        if (check == 10)
            check = CheckDigits.WeightedSum(digits, SecondWeights) % 11;
        return check % 10;
    }
}

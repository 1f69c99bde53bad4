namespace Dlp.Engine.Validation;

/// <summary>
/// Number of a payment card: starts with digits given to an issuer, has a length that this issuer uses, and ends with a Luhn check digit
/// (ISO/IEC 7812-1). Sources: the networks' acceptance documents (Visa, Mastercard, American Express, Discover with Diners Club and JCB,
/// UnionPay, Mir, Troy, RuPay, Verve); Maestro's are those that are still issued.
/// </summary>
internal static class PaymentCard
{
    // First and last leading digits, then shortest and longest number.
    private static readonly (int First, int Last, int Shortest, int Longest)[] Issuers =
    [
        (4, 4, 13, 13), (4, 4, 16, 16), (4, 4, 19, 19),                                    // Visa
        (51, 55, 16, 16), (2221, 2720, 16, 16),                                            // Mastercard
        (34, 34, 15, 15), (37, 37, 15, 15),                                                // American Express
        (6011, 6011, 16, 19), (644, 649, 16, 19), (65, 65, 16, 19),                        // Discover, RuPay
        (300, 305, 14, 19), (3095, 3095, 14, 19), (36, 36, 14, 19), (38, 39, 14, 19),      // Diners Club
        (3528, 3589, 16, 19),                                                              // JCB
        (62, 62, 16, 19), (81, 81, 16, 19),                                                // UnionPay, RuPay
        (5018, 5020, 12, 19), (5038, 5038, 12, 19), (5893, 5893, 12, 19), (6304, 6304, 12, 19), // Maestro
        (6759, 6759, 12, 19), (6761, 6763, 12, 19), (56, 58, 16, 19),                      // Maestro
        (2200, 2204, 16, 19),                                                              // Mir
        (9792, 9792, 16, 16),                                                              // Troy
        (60, 60, 16, 16), (82, 82, 16, 16), (508, 508, 16, 16),                            // RuPay
        (506099, 506198, 16, 19), (507865, 507964, 16, 19),                                // Verve
    ];

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[19]);
        return digits.Length >= 12 && HasIssuer(digits) && CheckDigits.Luhn(digits);
    }

    private static bool HasIssuer(ReadOnlySpan<char> digits)
    {
        foreach (var (first, last, shortest, longest) in Issuers)
        {
            if (digits.Length < shortest || digits.Length > longest)
                continue;
            var leading = CompactValue.Number(digits[..DigitCount(first)]);
            if (leading >= first && leading <= last)
                return true;
        }

        return false;
    }

    private static int DigitCount(int number)
    {
        var count = 0;
        for (; number > 0; number /= 10)
            count++;
        return count;
    }
}

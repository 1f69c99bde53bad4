namespace Dlp.Engine.Validation;

/// <summary>
/// Number of a payment card: starts with digits given to an issuer, has a length that this issuer uses, and ends with a Luhn check digit
/// (ISO/IEC 7812-1). Sources: the networks' acceptance documents (Visa, Mastercard, American Express, Discover with Diners Club and JCB,
/// UnionPay, Mir, Troy, RuPay, Verve, UATP), and for small national networks the register of issuers as Wikipedia sums it up ("Payment card
/// number"); of Maestro's, the short numbers are those of the ranges that Mastercard gave to it alone.
/// </summary>
internal static class PaymentCard
{
    // First and last leading digits, then shortest and longest number.
    private static readonly (int First, int Last, int Shortest, int Longest)[] Issuers =
    [
        (4, 4, 13, 13), (4, 4, 16, 16), (4, 4, 19, 19),                                    // Visa, also Dankort and Elo
        (51, 55, 16, 16), (2221, 2720, 16, 16),                                            // Mastercard
        (34, 34, 15, 15), (37, 37, 15, 15),                                                // American Express
        (6011, 6011, 16, 19), (644, 649, 16, 19), (65, 65, 16, 19),                        // Discover; RuPay, Elo, Verve and Troy in 65
        (300, 305, 14, 19), (3095, 3095, 14, 19), (36, 36, 14, 19), (38, 39, 14, 19),      // Diners Club; Hipercard in 38
        (3528, 3589, 16, 19), (3088, 3094, 16, 19), (3096, 3102, 16, 19),                  // JCB; LankaPay is 357111
        (3112, 3120, 16, 19), (3158, 3159, 16, 19), (3337, 3349, 16, 19),                  // JCB
        (1800, 1800, 15, 15), (2131, 2131, 15, 15),                                        // JCB, old
        (62, 62, 16, 19), (81, 81, 16, 19),                                                // UnionPay, RuPay
        (5018, 5020, 12, 19), (5038, 5038, 12, 19), (56, 58, 12, 19), (639, 639, 12, 19),  // Maestro, Dankort (5019), UzCard (5614)
        (6304, 6304, 12, 19), (6759, 6759, 12, 19), (6761, 6763, 12, 19),                  // Maestro
        (50, 50, 16, 19), (67, 67, 16, 19),                                                // Maestro, Elo, Verve, Meeza, RuPay; Bancontact
        (633110, 633110, 16, 19), (6333, 6333, 16, 19),                                    // Solo and Switch
        (636, 636, 16, 19), (637, 638, 16, 16),                                            // InterPayment, Elo; InstaPayment
        (2200, 2204, 16, 19), (2205, 2205, 16, 16),                                        // Mir; BORICA
        (9792, 9792, 16, 16),                                                              // Troy
        (60, 60, 16, 16), (82, 82, 16, 16), (353, 353, 16, 16), (356, 356, 16, 16),        // RuPay; Hipercard, UkrCard and Cabal in 60
        (1, 1, 15, 15),                                                                    // UATP
        (8600, 8600, 16, 16), (9860, 9860, 16, 16),                                        // UzCard, Humo
        (9704, 9704, 16, 16), (9704, 9704, 19, 19),                                        // Napas
        (9112, 9112, 16, 16), (9051, 9051, 16, 16), (9417, 9417, 16, 16),                  // Belkart, ArCa, Elcart
        (286900, 286900, 16, 16), (1946, 1946, 16, 16),                                    // Carnet, GPN
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

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Austria.</summary>
internal static class Austria
{
    // The offices before their union in 2021, whose numbers go on.
    private const string TaxOffices =
        "03 04 06 07 08 09 10 12 15 16 18 22 23 29 33 38 41 46 51 52 53 54 57 59 61 65 67 68 69 71 72 81 82 83 84 90 91 93 97 98";

    private const int TinLength = 9;
    private const int UidLength = 8;
    private const int VnrLength = 10;

    /// <summary>
    /// Tax number (Abgabenkontonummer), 9 digits: the tax office, six digits, a Luhn check digit. Source: Bundesministerium für Finanzen;
    /// European Commission, "TIN: Algorithms", Austria.
    /// </summary>
    public static bool IsTin(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[TinLength]);
        return digits.Length == TinLength
            && TaxOffices.AsSpan().Contains(digits[..2], StringComparison.Ordinal)
            && CheckDigits.Luhn(digits);
    }

    /// <summary>
    /// VAT number (UID): AT, which may be left out, U, seven digits, a check digit: that of Luhn, less four.
    /// Source: Bundesministerium für Finanzen, "UID-Nummer: Aufbau"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsUid(ReadOnlySpan<char> value)
    {
        var uid = IssuedDigits.Without("AT", CompactValue.Of(value, stackalloc char[UidLength + 3]));
        if (uid.Length != UidLength + 1 || uid[0] != 'U' || uid[1..].ContainsAnyExceptInRange('0', '9') || !uid[1..].ContainsAnyExcept('0'))
            return false;

        var sum = 4;
        for (var i = 1; i < uid.Length; i++)
        {
            var digit = uid[i] - '0';
            if (i is 2 or 4 or 6)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// Social security number, 10 digits: three for the order, which starts at 100, a check digit (weights 3, 7, 9, 5, 8, 4, 2, 1, 6, modulo
    /// 11; none is given when it were 10), the day of birth. Where that is not known, or its orders are used up, the month is 13, 14 or 15.
    /// Source: Hauptverband der Sozialversicherungsträger in Anfragebeantwortung 4690/AB XXIII. GP of the Nationalrat; "Die Versicherungsnummer".
    /// </summary>
    public static bool IsVnr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[VnrLength]);
        if (digits.Length != VnrLength || digits[0] == '0')
            return false;
        var month = CompactValue.Number(digits[6..8]);
        return CalendarDate.Exists(2000 + CompactValue.Number(digits[8..]), month is > 12 and <= 15 ? 1 : month, CompactValue.Number(digits[4..6]))
            && IsVnrForm(digits);
    }

    /// <summary>As <see cref="IsVnr"/>, whatever day it tells.</summary>
    public static bool IsVnrForm(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[VnrLength]);
        return digits.Length == VnrLength && digits[0] != '0' && CheckDigits.WeightedSum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == digits[3] - '0';
    }
}

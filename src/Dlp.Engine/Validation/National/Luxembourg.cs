namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Luxembourg issues.</summary>
internal static class Luxembourg
{
    /// <summary>
    /// VAT number (numéro de TVA): LU, which may be left out, and eight digits, the last two of which are the others modulo 89.
    /// Source: Administration de l'enregistrement, des domaines et de la TVA; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsTva(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[10]), "LU");
        return number.Length == 8
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[..6].ContainsAnyExcept('0')
            && CompactValue.Number(number[..6]) % 89 == CompactValue.Number(number[6..]);
    }

    /// <summary>
    /// National number of a person (matricule), which is the tax number too: thirteen digits: date of birth with the year first, three of order,
    /// a check digit by the Luhn algorithm and one by Verhoeff's, both over the first eleven. Source: règlement grand-ducal du 21 décembre 1987,
    /// as amended in 2013; OECD, "Information on tax identification numbers: Luxembourg".
    /// </summary>
    public static bool IsMatricule(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[13]);
        if (digits.Length != 13
            || digits[0] is not ('1' or '2')
            || !CalendarDate.Exists(CompactValue.Number(digits[..4]), CompactValue.Number(digits[4..6]), CompactValue.Number(digits[6..8])))
            return false;

        Span<char> verhoeff = stackalloc char[12];
        digits[..11].CopyTo(verhoeff);
        verhoeff[11] = digits[12];
        return CheckDigits.Luhn(digits[..12]) && CheckDigits.Verhoeff(verhoeff);
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Switzerland.</summary>
internal static class Switzerland
{
    private const string Country = "CHE";
    private const int SsnLength = 13;
    private const int UidLength = 12;

    /// <summary>
    /// Social security number (AHV, AVS), 13 digits that start with 756, the last the check digit of an EAN-13.
    /// Source: Centrale de compensation, "Numéro AVS"; Bundesgesetz über die Alters- und Hinterlassenenversicherung, article 50c.
    /// </summary>
    public static bool IsSsn(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[SsnLength]);
        return digits.Length == SsnLength
            && digits.StartsWith("756", StringComparison.Ordinal)
            && CheckDigits.WeightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0;
    }

    /// <summary>
    /// Company number (UID, IDE): CHE and nine digits, the last a check digit (weights 5, 4, 3, 2, 7, 6, 5, 4, modulo 11; none is given
    /// when it were 10). Source: Office fédéral de la statistique, eCH-0097.
    /// </summary>
    public static bool IsUid(ReadOnlySpan<char> value)
    {
        var uid = CompactValue.Of(value, stackalloc char[UidLength]);
        return uid.StartsWith(Country, StringComparison.Ordinal) && HasCheckDigit(uid[Country.Length..]);
    }

    /// <summary>
    /// VAT number: a company number, whose CHE may be left out, and MWST, TVA, IVA or TPV. Source: ordonnance régissant la TVA (OTVA); eCH-0097.
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var vat = CompactValue.Of(value, stackalloc char[UidLength + 4]);
        var tax = vat.LastIndexOfAnyInRange('0', '9') + 1;
        return vat[tax..] is "MWST" or "TVA" or "IVA" or "TPV" && HasCheckDigit(IssuedDigits.Without(Country, vat[..tax]));
    }

    private static bool HasCheckDigit(ReadOnlySpan<char> digits) =>
        digits.Length == UidLength - Country.Length
            && !digits.ContainsAnyExceptInRange('0', '9')
            && digits.ContainsAnyExcept('0')
            && (11 - CheckDigits.WeightedSum(digits[..8], [5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11 == digits[8] - '0';
}

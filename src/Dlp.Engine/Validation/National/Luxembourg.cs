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
}

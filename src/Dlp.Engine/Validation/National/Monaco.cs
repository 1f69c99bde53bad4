namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Monaco has.</summary>
internal static class Monaco
{
    /// <summary>
    /// VAT number of a Monegasque company: a French one whose nine digits after the key start with 000.
    /// Source: Direction des Services Fiscaux de Monaco, "TVA"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsTva(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[13]), "FR");
        return number.Length == 11
            && number[2..].StartsWith("000", StringComparison.Ordinal)
            && number[5..].ContainsAnyExcept('0')
            && FrenchTva.IsValid(number);
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Hungary issues.</summary>
internal static class Hungary
{
    private static ReadOnlySpan<int> Weights => [9, 7, 3, 1, 9, 7, 3, 1];

    /// <summary>
    /// Tax number of a business (adószám): eight digits, of which the sum weighted by 9, 7, 3, 1, 9, 7, 3 and 1 is a multiple of ten; at
    /// home a digit of the kind of VAT, 1 to 5, and two of the county follow. HU before it makes it a VAT number.
    /// Source: 2017. évi CL. törvény (Art.) and NAV, "Adószám felépítése"; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsAnum(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[13]), "HU");
        return number.Length is 8 or 11
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[..8].ContainsAnyExcept('0')
            && CheckDigits.WeightedSum(number[..8], Weights) % 10 == 0
            && (number.Length == 8 || (number[8] is >= '1' and <= '5' && CompactValue.Number(number[9..]) is >= 2 and <= 51));
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that North Macedonia issues.</summary>
internal static class NorthMacedonia
{
    private static ReadOnlySpan<int> Weights => [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>
    /// Tax number (edinstven danočen broj, EDB): MK, which may be left out, and thirteen digits, the last a check digit: 11 less the
    /// remainder modulo 11 of the others weighted by 7 to 2 twice, where 10 and 11 are written 0.
    /// Source: Uprava za javni prihodi (UJP), "Edinstven danočen broj"; Zakon za danočna postapka.
    /// </summary>
    public static bool IsEdb(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[15]), "MK");
        if (number.Length != 13 || number.ContainsAnyExceptInRange('0', '9') || !number.ContainsAnyExcept(number[0]))
            return false;
        var check = 11 - CheckDigits.WeightedSum(number[..12], Weights) % 11;
        return (check > 9 ? 0 : check) == number[12] - '0';
    }

    /// <summary>
    /// Personal number (EMBG): thirteen digits as <see cref="YugoslavPersonalNumber"/> says, of the regions 40 to 49, 04 for foreigners.
    /// Source: Zakon za matičen broj na graǵaninot, Služben vesnik 36/92.
    /// </summary>
    public static bool IsEmbg(ReadOnlySpan<char> value) => YugoslavPersonalNumber.Holds(value, static region => region is 4 or (>= 40 and <= 49));
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Croatia issues.</summary>
internal static class Croatia
{
    /// <summary>
    /// Personal identification number of people and companies (OIB), VAT number with HR before it: eleven digits, the last a check digit
    /// (ISO/IEC 7064, MOD 11,10). Source: Zakon o osobnom identifikacijskom broju, NN 60/08; Porezna uprava, "Provjera OIB-a".
    /// </summary>
    public static bool IsOib(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[13]), "HR");
        return number.Length == 11
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[..10].ContainsAnyExcept(number[0])
            && CheckDigits.Mod11To10(number);
    }

    /// <summary>
    /// Personal number (MBG, until 2009 and still in files): thirteen digits as <see cref="YugoslavPersonalNumber"/> says, of the regions
    /// 30 to 39, 03 for foreigners. Source: Zakon o matičnom broju, NN 9/92.
    /// </summary>
    public static bool IsMbg(ReadOnlySpan<char> value) => YugoslavPersonalNumber.Holds(value, static region => region is 3 or (>= 30 and <= 39));
}

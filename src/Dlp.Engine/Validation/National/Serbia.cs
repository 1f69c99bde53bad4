namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Serbia issues.</summary>
internal static class Serbia
{
    /// <summary>
    /// Tax number (PIB): nine digits, the last a check digit (ISO/IEC 7064, MOD 11,10); RS may stand before it. Source: Pravilnik o poreskom
    /// identifikacionom broju: numbers run from 100000001.
    /// </summary>
    public static bool IsPib(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[11]);
        if (number.StartsWith("RS", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == 9 && !number.ContainsAnyExceptInRange('0', '9') && number[0] != '0' && CheckDigits.Mod11To10(number);
    }

    /// <summary>
    /// Personal number (JMBG): thirteen digits as <see cref="YugoslavPersonalNumber"/> says, of the regions 70 to 99, 07 to 09 for foreigners.
    /// Source: Zakon o jedinstvenom matičnom broju građana, Službeni glasnik RS 24/2018.
    /// </summary>
    public static bool IsJmbg(ReadOnlySpan<char> value) => YugoslavPersonalNumber.Holds(value, static region => region is (>= 7 and <= 9) or >= 70);
}

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
}

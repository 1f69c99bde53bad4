namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Oman issues.</summary>
internal static class Oman
{
    /// <summary>
    /// VAT number (VATIN): OM, nine digits of which the first is 1, and a check character. Source: Oman Tax Authority, "VAT registration and
    /// de-registration guide". It does not print the check; the numbers on the certificates that companies publish pass ISO/IEC 7064, MOD 11-2, with a 2 for OM.
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var vat = CompactValue.Of(value, stackalloc char[12]);
        return vat.Length == 12
            && vat[..2] is "OM"
            && vat[2] == '1'
            && !vat[3..11].ContainsAnyExceptInRange('0', '9')
            && (char.IsAsciiDigit(vat[11]) || vat[11] == 'X')
            && IsRight(vat[2..]);
    }

    private static bool IsRight(ReadOnlySpan<char> digits)
    {
        Span<char> whole = ['2', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'];
        digits.CopyTo(whole[1..]);
        return CheckDigits.Mod11To2(whole);
    }
}

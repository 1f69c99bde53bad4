namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Oman issues.</summary>
internal static class Oman
{
    /// <summary>VAT number: OM and ten digits, of which the first is 1. Source: Oman Tax Authority, "VAT registration and de-registration guide". No check digit is published.</summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var vat = CompactValue.Of(value, stackalloc char[12]);
        return vat.Length == 12
            && vat[..2] is "OM"
            && vat[2] == '1'
            && !vat[3..].ContainsAnyExceptInRange('0', '9')
            && vat[3..].ContainsAnyExcept('0');
    }
}

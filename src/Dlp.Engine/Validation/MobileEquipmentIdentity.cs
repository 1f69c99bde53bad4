namespace Dlp.Engine.Validation;

/// <summary>
/// Identity of a telephone (IMEI): eight digits of the model, six of the device, and a Luhn check digit, or in its place two digits of the
/// software's version (IMEISV), or nothing. Only the form of fifteen digits is proven. Source: 3GPP TS 23.003, section 6.2 and annex B.
/// The bodies that give out the first two digits change over time, so they are not looked at.
/// </summary>
internal static class MobileEquipmentIdentity
{
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[16]);
        if (digits.Length is < 14 or > 16 || !digits.ContainsAnyExcept(digits[0]))
            return false;
        return digits.Length != 15 || CheckDigits.Luhn(digits);
    }
}

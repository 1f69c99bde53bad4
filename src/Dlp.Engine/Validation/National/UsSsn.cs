namespace Dlp.Engine.Validation.National;

/// <summary>
/// Social security number of the United States: area, group, serial. Source: Social Security Administration, "SSN Randomization" and
/// POMS RM 10201.035: areas 000, 666 and 900 to 999, group 00 and serial 0000 are never issued. Two numbers that were printed on specimens
/// (wallets of 1938, a pamphlet of 1940) are void.
/// </summary>
internal static class UsSsn
{
    private const int Length = 9;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length
            && CompactValue.Number(digits[..3]) is > 0 and not 666 and < 900
            && CompactValue.Number(digits[3..5]) > 0
            && CompactValue.Number(digits[5..]) > 0
            && digits is not "078051120" and not "219099999";
    }
}

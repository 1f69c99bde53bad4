namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Pakistan issues.</summary>
internal static class Pakistan
{
    /// <summary>
    /// Identity card number (CNIC), 13 digits: place of registration, of which the first is the province (1 to 8), sequence, and a last digit that is odd for men and
    /// even, but not zero, for women. Source: National Database and Registration Authority (NADRA). No check digit is published.
    /// </summary>
    public static bool IsCnic(ReadOnlySpan<char> value)
    {
        var cnic = CompactValue.DigitsOf(value, stackalloc char[13]);
        return cnic.Length == 13
            && cnic[0] is >= '1' and <= '8'
            && cnic[12] != '0'
            && cnic.ContainsAnyExcept(cnic[0]);
    }
}

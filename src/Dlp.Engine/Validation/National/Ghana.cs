namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Ghana issues.</summary>
internal static class Ghana
{
    /// <summary>
    /// Taxpayer's number (TIN): P00 (persons), C00 (companies), G00 (government), Q00 (missions) or V00 (others), seven digits, a check digit
    /// modulo 11 (X for ten). Source: OECD, "Ghana: information on tax identification numbers"; the check digit is not published there, but
    /// holds for published numbers.
    /// </summary>
    public static bool IsTin(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[11]);
        if (number.Length != 11 || number[0] is not ('P' or 'C' or 'G' or 'Q' or 'V') || number[1..3] is not "00"
            || number[3..10].ContainsAnyExceptInRange('0', '9') || !number[3..10].ContainsAnyExcept('0'))
        {
            return false;
        }

        var check = CheckDigits.WeightedSum(number[1..10], [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
        return number[10] == (check == 10 ? 'X' : (char)('0' + check));
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Belarus.</summary>
internal static class Belarus
{
    private const int Length = 9;
    private const string FirstLetters = "ABCEHKM";
    private const string SecondLetters = "ABCEHKMOPT";

    /// <summary>
    /// Payer's number (УНП), 9 characters: the region first (1 to 7), then digits of which the last is the check digit (weights 29, 23, 19, 17, 13,
    /// 7, 5, 3, modulo 11; none is given when it were 10). A person's number starts with two letters: the first counts as in base 36, the
    /// second as its place among those used. Source: Ministry of Taxes and Duties, resolution No. 96 of 31 December 2010.
    /// </summary>
    public static bool IsUnp(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var unp = CompactValue.Of(value, buffer);
        if (unp.Length != Length || unp[2..].ContainsAnyExceptInRange('0', '9') || !unp.ContainsAnyExcept(unp[0]))
            return false;

        var first = unp[0] - '0';
        if (FirstLetters.Contains(unp[0]))
        {
            var second = SecondLetters.IndexOf(unp[1]);
            if (second < 0)
                return false;
            (first, buffer[1]) = (unp[0] - 'A' + 10, (char)('0' + second));
        }

        return (unp[0] is >= '1' and <= '7' || FirstLetters.Contains(unp[0]))
            && char.IsAsciiDigit(unp[1])
            && (29 * first + CheckDigits.WeightedSum(unp[1..^1], [23, 19, 17, 13, 7, 5, 3])) % 11 == unp[^1] - '0';
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Kazakhstan issues.</summary>
internal static class Kazakhstan
{
    private static ReadOnlySpan<int> Weights => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    private static ReadOnlySpan<int> SecondWeights => [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    /// <summary>
    /// Number of a person (IIN): twelve digits that start with a date of birth, the last a check digit modulo 11. Source: government decree 406 of 22 May
    /// 2007, "Rules of forming the identification number". Since decree 853 of 2013 the date need not be the holder's, so of it only the first digit
    /// of the day is asked for, which tells people from businesses.
    /// </summary>
    public static bool IsIin(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[12]);
        return digits.Length == 12 && digits[4] is >= '0' and <= '3' && HasCheckDigit(digits);
    }

    /// <summary>
    /// Number of a business (BIN): twelve digits: year and month of registration, the kind of business (4 to 6), its part (0 to 4), five of order, the
    /// check digit of the IIN. Source: as for the IIN.
    /// </summary>
    public static bool IsBin(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[14], "KZ");
        return digits.Length == 12
            && CompactValue.Number(digits[2..4]) is >= 1 and <= 12
            && digits[4] is >= '4' and <= '6'
            && digits[5] is >= '0' and <= '4'
            && HasCheckDigit(digits);
    }

    // Numbers that leave ten both times are not given out.
    private static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var check = CheckDigits.WeightedSum(digits[..11], Weights) % 11;
        if (check == 10)
            check = CheckDigits.WeightedSum(digits[..11], SecondWeights) % 11;
        return check == digits[11] - '0';
    }
}

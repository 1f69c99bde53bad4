namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Australia issues.</summary>
internal static class Australia
{
    /// <summary>
    /// Business number (ABN), 11 digits: two check digits before the nine of the entity. Source: Australian Business Register, "Format of the
    /// ABN": one is taken from the first digit, and the sum of the digits weighted 10, 1, 3, 5 … 19 is a multiple of 89.
    /// </summary>
    public static bool IsAbn(ReadOnlySpan<char> value)
    {
        var abn = CompactValue.DigitsOf(WithoutCountry(value), stackalloc char[11]);
        return abn.Length == 11
            && abn[0] != '0'
            && (CheckDigits.WeightedSum(abn, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;
    }

    /// <summary>
    /// Company number (ACN), nine digits. Source: Australian Securities and Investments Commission, "Australian Company Number (ACN) digit
    /// check": the last digit complements the sum of the others, weighted 8 to 1, to a multiple of ten.
    /// </summary>
    public static bool IsAcn(ReadOnlySpan<char> value)
    {
        var acn = CompactValue.DigitsOf(value, stackalloc char[9]);
        return acn.Length == 9
            && acn.ContainsAnyExcept('0')
            && CheckDigits.WeightedSum(acn, [8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 == 0;
    }

    /// <summary>
    /// Tax file number (TFN), nine digits, or eight of the older ones. Source: Australian Taxation Office, tax file number algorithm: the sum of
    /// the digits weighted 1, 4, 3, 7, 5, 8, 6, 9, 10, or of eight weighted 10, 7, 8, 4, 6, 3, 5, 1, is a multiple of 11.
    /// </summary>
    public static bool IsTfn(ReadOnlySpan<char> value)
    {
        var tfn = CompactValue.DigitsOf(value, stackalloc char[9]);
        return tfn.Length is 8 or 9
            && tfn.ContainsAnyExcept(tfn[0])
            && CheckDigits.WeightedSum(tfn, tfn.Length == 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]) % 11 == 0;
    }

    /// <summary>
    /// Medicare card number: eight digits of which the first is 2 to 6, a check digit, the card's issue (1 to 9), and the holder's place on the card
    /// (1 to 9), which is often left out. Source: Services Australia, Medicare claims specifications: the check digit is the sum of the eight
    /// weighted 1, 3, 7, 9, 1, 3, 7, 9, modulo ten.
    /// </summary>
    public static bool IsMedicare(ReadOnlySpan<char> value)
    {
        var card = CompactValue.DigitsOf(value, stackalloc char[11]);
        return card.Length is 10 or 11
            && card[0] is >= '2' and <= '6'
            && CheckDigits.WeightedSum(card[..8], [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == card[8] - '0'
            && !card[9..].Contains('0');
    }

    private static ReadOnlySpan<char> WithoutCountry(ReadOnlySpan<char> value) =>
        value.StartsWith("au", StringComparison.OrdinalIgnoreCase) ? value[2..] : value;
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Israel issues.</summary>
internal static class Israel
{
    /// <summary>
    /// Identity number (Mispar Zehut), nine digits, the last a Luhn check digit; zeros at the start may be left out. Source: Population and
    /// Immigration Authority, ספרת ביקורת.
    /// </summary>
    public static bool IsIdnr(ReadOnlySpan<char> value)
    {
        // Leading zeros count for nothing, so the digits are summed as they stand.
        var id = CompactValue.DigitsOf(value, stackalloc char[9]);
        return id.Length is >= 7 and <= 9 && id.ContainsAnyExcept('0') && CheckDigits.Luhn(id);
    }

    /// <summary>Company number (Het Pei), nine digits that start with 5, the last a Luhn check digit. Source: Israeli Corporations Authority, "מספר חברה".</summary>
    public static bool IsHp(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[9]) is { Length: 9 } number && number[0] == '5' && CheckDigits.Luhn(number);
}

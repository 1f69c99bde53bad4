namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Peru issues.</summary>
internal static class Peru
{
    /// <summary>
    /// Identification code on the identity document (CUI, DNI), eight digits; where the ninth character is written, it is a check digit or
    /// letter weighted 3 2 7 6 5 4 3 2, modulo 11. Source: RENIEC, Ley 26497; the letters stand on documents issued before August 2007.
    /// </summary>
    public static bool IsCui(ReadOnlySpan<char> value)
    {
        const int length = 8;
        var number = CompactValue.Of(value, stackalloc char[length + 1]);
        if (number.Length < length || number[..length].ContainsAnyExceptInRange('0', '9') || !number[..length].ContainsAnyExcept(number[0]))
            return false;

        var place = (11 - CheckDigits.WeightedSum(number[..length], [3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        return number.Length == length || "67890112345"[place] == number[length] || "KABCDEFGHIJ"[place] == number[length];
    }

    /// <summary>
    /// Taxpayer number (RUC), 11 digits: type (10, 15, 16, 17 persons, 20 companies), eight digits (a person's DNI), check digit weighted
    /// 5 4 3 2 7 6 5 4 3 2, modulo 11, of which the last digit. Source: SUNAT, Resolución de Superintendencia 210-2004.
    /// </summary>
    public static bool IsRuc(ReadOnlySpan<char> value)
    {
        const int length = 11;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length
            && CompactValue.Number(digits[..2]) is 10 or 15 or 16 or 17 or 20
            && CompactValue.Number(digits[2..10]) > 0
            && (11 - CheckDigits.WeightedSum(digits[..10], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10 == digits[10] - '0';
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Iran issues.</summary>
internal static class Iran
{
    /// <summary>
    /// National code (kod-e melli): ten digits, of which the last is a check digit: the others, weighted by 10 to 2, modulo 11, a remainder of two or
    /// more taken from 11. Source: National Organization for Civil Registration. Digits may be Western, Arabic or Persian.
    /// </summary>
    public static bool IsMelli(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[10];
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '–' or '‐' or '‑' or '.')
                continue;
            if (!char.IsDigit(character) || length == buffer.Length)
                return false;
            buffer[length++] = (char)('0' + (int)char.GetNumericValue(character));
        }

        if (length != buffer.Length || !buffer.ContainsAnyExcept(buffer[0]))
            return false;
        var remainder = CheckDigits.WeightedSum(buffer[..9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return (remainder < 2 ? remainder : 11 - remainder) == buffer[9] - '0';
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Senegal issues.</summary>
internal static class Senegal
{
    /// <summary>
    /// Number of a business or an association (NINEA): seven or nine digits whose sum, every second from the right doubled, is a multiple of
    /// ten; a tax code (COFI) of regime (0 to 2), tax office and legal form may follow. Source: ANSD, décret n° 2012-886; the check digit is not
    /// published there, but holds for published numbers.
    /// </summary>
    public static bool IsNinea(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[12];
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is ',' or '.' or '/' or '-' or '‐' or '‑' or '–')
                continue;
            if (!char.IsAsciiLetterOrDigit(character) || length == buffer.Length)
                return false;
            buffer[length++] = char.ToUpperInvariant(character);
        }

        var number = buffer[..length];
        if (number.Length is 10 or 12)
        {
            if (number[^3] is < '0' or > '2' || number[^2] is < 'A' or > 'Z' or 'I' or 'O' || !char.IsAsciiDigit(number[^1]))
                return false;
            number = number[..^3];
        }

        if (number.Length is not (7 or 9) || number.ContainsAnyExceptInRange('0', '9') || !number.ContainsAnyExcept(number[0]))
            return false;
        ReadOnlySpan<int> weights = [1, 2, 1, 2, 1, 2, 1, 2, 1];
        return CheckDigits.WeightedSum(number, weights[^number.Length..]) % 10 == 0;
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Colombia issues.</summary>
internal static class Colombia
{
    /// <summary>
    /// Tax number (NIT), six to ten digits and a check digit weighted with the primes 3, 7, 13, 17, … from the right, modulo 11: the
    /// remainder when it is 0 or 1, else what is left to 11. A person's is the number of the identity card. Source: DIAN, Orden Administrativa 4/1989.
    /// </summary>
    public static bool IsNit(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<int> weights = [43, 41, 37, 29, 23, 19, 17, 13, 7, 3];
        Span<char> text = stackalloc char[24];
        var length = 0;

        // Commas part the thousands as often as dots do.
        foreach (var character in value)
        {
            if (length == text.Length)
                return false;
            if (character != ',')
                text[length++] = character;
        }

        var digits = CompactValue.DigitsOf(text[..length], stackalloc char[weights.Length + 1]);
        if (digits.Length < 7 || !digits.ContainsAnyExcept(digits[0]))
            return false;

        var body = digits[..^1];
        var remainder = CheckDigits.WeightedSum(body, weights[^body.Length..]) % 11;
        return body[0] != '0' && (remainder < 2 ? remainder : 11 - remainder) == digits[^1] - '0';
    }
}

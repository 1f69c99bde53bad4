namespace Dlp.Engine.Validation.National;

/// <summary>
/// French bank account (RIB): bank and branch of five digits, account of eleven letters and digits, key of two digits. The key is 97 less
/// the remainder of 89 × bank + 15 × branch + 3 × account, modulo 97, where letters are digits: A and J are 1, B, K and S are 2 … I, R and Z are 9.
/// Source: Comité français d'organisation et de normalisation bancaires (CFONB), "Le relevé d'identité bancaire"; the same account is the
/// end of a French IBAN. Words that stand between ("code guichet", "clé") are left out: they hold no digit.
/// </summary>
public static class FrenchRib
{
    private const int Length = 23;

    /// <summary>Whether a value is such an account, and its key holds.</summary>
    /// <param name="value">As it stands in a text: in groups or in a row, in any case, with words between.</param>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var length = 0;
        while (NextWord(ref value) is { IsEmpty: false } word)
        {
            if (!word.ContainsAnyInRange('0', '9'))
                continue;
            if (length + word.Length > Length)
                return false;
            foreach (var character in word)
                buffer[length++] = DigitOf(character);
        }

        ReadOnlySpan<char> rib = buffer[..length];
        if (length != Length || rib.ContainsAnyExceptInRange('0', '9') || !rib[..5].ContainsAnyExcept('0'))
            return false;
        var sum = 89 * CompactValue.Number(rib[..5]) + 15 * CompactValue.Number(rib[5..10]) + 3 * CompactValue.Number(rib[10..21]);
        return CompactValue.Number(rib[21..]) == 97 - sum % 97;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = 0;
        while (start < rest.Length && !char.IsAsciiLetterOrDigit(rest[start]))
            start++;
        var end = start;
        while (end < rest.Length && char.IsAsciiLetterOrDigit(rest[end]))
            end++;
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    private static char DigitOf(char character) => char.ToUpperInvariant(character) switch
    {
        var digit and >= '0' and <= '9' => digit,
        var letter and >= 'A' and <= 'I' => (char)('1' + letter - 'A'),
        var letter and >= 'J' and <= 'R' => (char)('1' + letter - 'J'),
        var letter and >= 'S' and <= 'Z' => (char)('2' + letter - 'S'),
        _ => '?',
    };
}

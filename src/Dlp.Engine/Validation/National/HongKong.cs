namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Hong Kong issues.</summary>
internal static class HongKong
{
    /// <summary>
    /// Identity card number (HKID): one letter or two, six digits, and a check character 0 to 9 or A, in brackets on the card. Source: Immigration
    /// Department, "Hong Kong identity card"; the check is commonly published: letters count 10 to 35, a missing first letter 36, and the
    /// sum weighted 9 to 1 is a multiple of 11.
    /// </summary>
    public static bool IsId(ReadOnlySpan<char> value)
    {
        // Brackets stand around the check character only.
        Span<char> plain = stackalloc char[20];
        if (value.Length > plain.Length)
            return false;
        value.CopyTo(plain);
        foreach (ref var character in plain[..value.Length])
            character = character is '(' or ')' or '[' or ']' or '（' or '）' ? ' ' : character;

        var id = CompactValue.Of(plain[..value.Length], stackalloc char[9]);
        if (id.Length is not 8 and not 9)
            return false;
        var letters = id.Length - 7;
        if (id[..letters].ContainsAnyExceptInRange('A', 'Z') || id[letters..^1].ContainsAnyExceptInRange('0', '9') || !char.IsAsciiDigit(id[^1]) && id[^1] != 'A')
            return false;

        var sum = letters == 1 ? 9 * 36 : 0;
        for (var i = 0; i < id.Length; i++)
            sum += (id.Length - i) * (char.IsAsciiDigit(id[i]) ? id[i] - '0' : id[i] - 'A' + 10);
        return sum % 11 == 0;
    }
}

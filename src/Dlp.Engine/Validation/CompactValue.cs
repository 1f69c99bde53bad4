namespace Dlp.Engine.Validation;

/// <summary>A value without what people put between its characters.</summary>
internal static class CompactValue
{
    /// <summary>
    /// ASCII letters and digits of a value, letters in capitals, without spaces, dots, dashes and slashes. Empty when the value holds
    /// anything else or more characters than the buffer.
    /// </summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is '.' or '-' or '/' or '‐' or '‑' or '–')
                continue;
            if (!char.IsAsciiLetterOrDigit(character) || length == buffer.Length)
                return [];
            buffer[length++] = char.ToUpperInvariant(character);
        }

        return buffer[..length];
    }

    /// <summary>As <see cref="Of"/>, but empty too when there is anything but digits.</summary>
    public static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> value, Span<char> buffer)
    {
        var compact = Of(value, buffer);
        return compact.ContainsAnyExceptInRange('0', '9') ? [] : compact;
    }

    /// <summary>The number that a few decimal digits write; the caller has made sure that they are digits, 18 at most.</summary>
    public static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
            number = number * 10 + (digit - '0');
        return number;
    }
}

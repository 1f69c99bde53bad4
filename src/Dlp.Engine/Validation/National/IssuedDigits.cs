namespace Dlp.Engine.Validation.National;

/// <summary>The digits of a number as its issuer gave it.</summary>
internal static class IssuedDigits
{
    /// <summary>
    /// Digits of a value, without the country before them, which people write or leave out. Empty when there is anything else, or but one
    /// digit again and again, which nobody issues.
    /// </summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> value, Span<char> buffer, string country = "")
    {
        var number = Without(country, CompactValue.Of(value, buffer));
        return number.IsEmpty || number.ContainsAnyExceptInRange('0', '9') || !number.ContainsAnyExcept(number[0]) ? [] : number;
    }

    /// <summary>A compact number without the country at its beginning, if it is there.</summary>
    public static ReadOnlySpan<char> Without(string country, ReadOnlySpan<char> number) =>
        number.StartsWith(country, StringComparison.Ordinal) ? number[country.Length..] : number;
}

namespace Dlp.Engine.Validation.National;

/// <summary>The letters of a country before its VAT numbers, which people leave out at home.</summary>
internal static class VatPrefix
{
    /// <summary>A compact number without the country's letters, if it starts with them.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> number, string country) =>
        number.StartsWith(country, StringComparison.Ordinal) ? number[country.Length..] : number;
}

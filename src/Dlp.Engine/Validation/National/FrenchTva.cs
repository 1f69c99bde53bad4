namespace Dlp.Engine.Validation.National;

/// <summary>
/// VAT number of a French or Monegasque company: FR, which may be left out, a key of two characters, the SIREN. A key of digits is
/// (12 + 3 × (SIREN mod 97)) mod 97; a key with a letter is reckoned in base 24 or 34 without I and O, modulo 11. Monaco's companies
/// have no SIREN: their nine digits start with 000 and are not checked. Source: article 286 ter du CGI;
/// Bulletin officiel des finances publiques BOI-TVA-DECLA-20-10-20; European Commission, "VAT number construction rules".
/// </summary>
internal static class FrenchTva
{
    private const string Country = "FR";
    private const int Length = 11;
    private const string KeyAlphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Country.Length + Length]);
        if (number.StartsWith(Country, StringComparison.Ordinal))
            number = number[Country.Length..];
        if (number.Length != Length)
            return false;

        var siren = number[2..];
        if (siren.ContainsAnyExceptInRange('0', '9') || !(siren.StartsWith("000", StringComparison.Ordinal) || FrenchSiren.IsValid(siren)))
            return false;
        return HasKey(KeyAlphabet.IndexOf(number[0]), KeyAlphabet.IndexOf(number[1]), (int)CompactValue.Number(siren));
    }

    private static bool HasKey(int first, int second, int siren)
    {
        if (first < 0 || second < 0)
            return false;
        if (first < 10 && second < 10)
            return first * 10 + second == (12 + 3 * (siren % 97)) % 97;
        var key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (siren + 1 + key / 11) % 11 == key % 11;
    }
}

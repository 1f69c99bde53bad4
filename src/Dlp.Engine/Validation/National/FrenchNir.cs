namespace Dlp.Engine.Validation.National;

/// <summary>
/// French social security number (NIR), 13 characters (sex, year, month, place of birth, order) and, mostly, a key of two.
/// Source: INSEE, "Répertoire national d'identification des personnes physiques" and décret n° 82-103 du 22 janvier 1982;
/// the key is 97 less the remainder of the first thirteen, where Corsica's 2A counts as 19 and 2B as 18. Sexes 3 and 4 are of numbers
/// in course of identification, 7 and 8 of provisional ones (NIA, NIT).
/// </summary>
internal static class FrenchNir
{
    private const int Length = 15;
    private const int LengthWithoutKey = 13;

    /// <summary>Whether a number with its key is right; people set the key apart with a slash, brackets or the word "clé".</summary>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var nir = Compact(value, buffer);
        return nir.Length == Length
            && IsNumber(nir[..LengthWithoutKey])
            && CompactValue.Number(nir[LengthWithoutKey..]) == 97 - CompactValue.Number(nir[..LengthWithoutKey]) % 97;
    }

    /// <summary>Whether a number without its key may be one: there must be such a sex, month and place.</summary>
    public static bool IsValidWithoutKey(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[LengthWithoutKey];
        var nir = Compact(value, buffer);
        return nir.Length == LengthWithoutKey && IsNumber(nir);
    }

    private static ReadOnlySpan<char> Compact(ReadOnlySpan<char> value, Span<char> buffer)
    {
        // The word "clé" or a bracket stands between number and key.
        var number = value;
        var key = ReadOnlySpan<char>.Empty;
        if (value.IndexOfAny('c', 'C', '(') is >= 0 and var at)
        {
            number = value[..at];
            var digits = value[at..].IndexOfAnyInRange('0', '9');
            if (digits < 0)
                return [];
            key = value[(at + digits)..].TrimEnd(')');
        }

        var first = CompactValue.Of(number, buffer).Length;
        if (first == 0 || (key.Length > 0 && CompactValue.Of(key, buffer[first..]).IsEmpty))
            return [];
        var nir = buffer[..(first + CompactValue.Of(key, buffer[first..]).Length)];

        // Corsica: the two letters are read as digits, in the number itself as in the key.
        if (nir.Length >= LengthWithoutKey && nir[5] == '2' && nir[6] is 'A' or 'B')
            (nir[5], nir[6]) = ('1', nir[6] == 'A' ? '9' : '8');
        return nir.ContainsAnyExceptInRange('0', '9') ? [] : nir;
    }

    private static bool IsNumber(ReadOnlySpan<char> nir) =>
        nir[0] is '1' or '2' or '3' or '4' or '7' or '8'
        && IsMonth(CompactValue.Number(nir[3..5]))
        && IsPlace(nir[5..10])
        && CompactValue.Number(nir[10..13]) > 0;

    // 20 to 42 and 50 to 99: the month of birth is not known.
    private static bool IsMonth(long month) => month is >= 1 and <= 12 or >= 20 and <= 42 or >= 50 and <= 99;

    // Two digits of department and three of commune, or three and two overseas (97x, 98x); 99 and a country when born abroad.
    private static bool IsPlace(ReadOnlySpan<char> place) =>
        CompactValue.Number(place[..2]) switch
        {
            0 => false,
            97 or 98 => CompactValue.Number(place[3..]) is >= 1 and <= 90,
            _ => CompactValue.Number(place[2..]) is >= 1 and <= 990,
        };
}

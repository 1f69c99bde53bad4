namespace Dlp.Engine.Validation.National;

/// <summary>
/// French social security number (NIR) with its key, 15 characters: sex, year, month, place of birth, order, key.
/// Source: INSEE, "Répertoire national d'identification des personnes physiques" and décret n° 82-103 du 22 janvier 1982;
/// the key is 97 less the remainder of the first thirteen, where Corsica's 2A counts as 19 and 2B as 18.
/// </summary>
internal static class FrenchNir
{
    private const int Length = 15;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var nir = CompactValue.Of(value, buffer);
        if (nir.Length != Length)
            return false;

        // Corsica: the two letters are read as digits, in the number itself as in the key.
        if (nir[5] == '2' && nir[6] is 'A' or 'B')
            (buffer[5], buffer[6]) = ('1', nir[6] == 'A' ? '9' : '8');
        if (nir.ContainsAnyExceptInRange('0', '9'))
            return false;

        return nir[0] is '1' or '2' or '3' or '4' or '7' or '8'
            && IsMonth(CompactValue.Number(nir[3..5]))
            && IsPlace(nir[5..10])
            && CompactValue.Number(nir[10..13]) > 0
            && CompactValue.Number(nir[13..]) == 97 - CompactValue.Number(nir[..13]) % 97;
    }

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

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Türkiye issues.</summary>
internal static class Turkey
{
    /// <summary>
    /// Identity number (T.C. kimlik numarası), eleven digits, the first not zero: the tenth is seven times the sum of the odd places less the sum of
    /// the even ones, the eleventh the sum of the ten, each modulo 10. Source: Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü, law 5490.
    /// </summary>
    public static bool IsTckimlik(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[11]);
        if (digits.Length != 11 || digits[0] == '0' || !digits.ContainsAnyExcept(digits[0]))
            return false;
        var tenth = CheckDigits.WeightedSum(digits[..9], [7, -1, 7, -1, 7, -1, 7, -1, 7]) % 10;
        return (tenth + 10) % 10 == digits[9] - '0'
            && CheckDigits.WeightedSum(digits[..10], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 == digits[10] - '0';
    }

    /// <summary>
    /// Tax number (vergi kimlik numarası): ten digits; each but the last plus its distance from it modulo 10, times a power of two modulo 9,
    /// makes the sum that the last completes to a multiple of ten. Source: Gelir İdaresi Başkanlığı.
    /// </summary>
    public static bool IsVkn(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[10]);
        if (digits.Length != 10 || !digits.ContainsAnyExcept(digits[0]))
            return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var shifted = (digits[i] - '0' + 9 - i) % 10;
            var product = (shifted << (9 - i)) % 9;
            sum += shifted != 0 && product == 0 ? 9 : product;
        }

        return (10 - sum % 10) % 10 == digits[9] - '0';
    }
}

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Taiwan issues.</summary>
internal static class Taiwan
{
    /// <summary>
    /// Unified business number, eight digits. Source: Ministry of Finance, "營利事業統一編號檢查碼邏輯": the digits of the products with 1, 2, 1,
    /// 2, 1, 2, 4, 1 sum up to a multiple of five (of ten for numbers given before 2023); where the seventh digit is 7, its product counts 0 or 1.
    /// </summary>
    public static bool IsUbn(ReadOnlySpan<char> value)
    {
        var ubn = CompactValue.DigitsOf(value, stackalloc char[8]);
        if (ubn.Length != 8 || !ubn.ContainsAnyExcept('0'))
            return false;
        ReadOnlySpan<int> weights = [1, 2, 1, 2, 1, 2, 4, 1];
        var sum = 0;
        for (var i = 0; i < ubn.Length; i++)
        {
            var product = (ubn[i] - '0') * weights[i];
            // 7 times 4 is 28, whose digits give 10, which is counted as 0 here and as 1 below.
            sum += i == 6 && ubn[i] == '7' ? 0 : product / 10 + product % 10;
        }

        return sum % 5 == 0 || ubn[6] == '7' && (sum + 1) % 5 == 0;
    }

    /// <summary>
    /// National identification number: a letter (the place), 1 or 2 (sex), seven digits, a check digit; residents from abroad have 8 or 9 for
    /// the sex (since 2021), or A to D (before). Source: Ministry of the Interior, National Immigration Agency, "統一證號": the letter counts as two
    /// digits, weighted 1 and 9, the others 8 to 1, and 1.
    /// </summary>
    public static bool IsId(ReadOnlySpan<char> value)
    {
        // In the order of the numbers 10 to 35 that stand for them.
        const string Places = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
        var id = CompactValue.Of(value, stackalloc char[10]);
        if (id.Length != 10 || !char.IsAsciiLetter(id[0]) || id[2..].ContainsAnyExceptInRange('0', '9'))
            return false;
        if (id[1] is not '1' and not '2' and not '8' and not '9' and not (>= 'A' and <= 'D'))
            return false;

        var place = Places.IndexOf(id[0], StringComparison.Ordinal) + 10;
        var second = char.IsAsciiDigit(id[1]) ? id[1] - '0' : id[1] - 'A';
        return (place / 10 + place % 10 * 9 + second * 8 + CheckDigits.WeightedSum(id[2..], [7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }
}

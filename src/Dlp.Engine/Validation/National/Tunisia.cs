namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Tunisia issues.</summary>
internal static class Tunisia
{
    private const string Keys = "ABCDEFGHJKLMNPQRSTVWXYZ";

    /// <summary>
    /// Tax number (matricule fiscal): seven digits, whose leading zeros may be left out, and a key letter (no I, O, U): the digits times 7 to 1,
    /// modulo 23; then the VAT code, the category and the establishment may follow, of which those other than 000 are secondary ones, of category E. Source: Direction générale des impôts, "Matricule fiscal"; the
    /// key is not published there, but holds for published numbers.
    /// </summary>
    public static bool IsMf(ReadOnlySpan<char> value)
    {
        const int digitsOfNumber = 7;
        var number = CompactValue.Of(value, stackalloc char[13]);
        var count = number.IndexOfAnyExceptInRange('0', '9');
        if (count is < 1 or > digitsOfNumber || !number[..count].ContainsAnyExcept('0'))
            return false;

        ReadOnlySpan<int> weights = [7, 6, 5, 4, 3, 2, 1];
        var codes = number[(count + 1)..];
        return Keys[CheckDigits.WeightedSum(number[..count], weights[^count..]) % Keys.Length] == number[count]
            && (codes.IsEmpty || (codes.Length == 5
                && codes[0] is 'A' or 'B' or 'D' or 'N' or 'P'
                && codes[1] is 'C' or 'E' or 'M' or 'N' or 'P'
                && (codes[1] == 'E') == (codes[2..] is not "000")
                && !codes[2..].ContainsAnyExceptInRange('0', '9')));
    }
}

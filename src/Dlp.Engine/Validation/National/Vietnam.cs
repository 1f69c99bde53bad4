namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Viet Nam issues.</summary>
internal static class Vietnam
{
    /// <summary>
    /// Tax code (mã số thuế), ten digits, the last a check digit, and three of the branch. Source: General Department of Taxation, Circular
    /// 105/2020/TT-BTC, article 5: ten less the sum of the others, weighted 31, 29, 23, 19, 17, 13, 7, 5, 3, modulo eleven.
    /// </summary>
    public static bool IsMst(ReadOnlySpan<char> value)
    {
        var mst = CompactValue.DigitsOf(value, stackalloc char[13]);
        return mst.Length is 10 or 13
            && mst[2..9].ContainsAnyExcept('0')
            && 10 - CheckDigits.WeightedSum(mst[..9], [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11 == mst[9] - '0'
            && (mst.Length == 10 || mst[10..].ContainsAnyExcept('0'));
    }

    /// <summary>
    /// Citizen's identity number, 12 digits: province, sex and century, year of birth, sequence. Source: Decree 137/2015/ND-CP, article 13, and
    /// Circular 07/2016/TT-BCA. There is no check digit.
    /// </summary>
    public static bool IsCccd(ReadOnlySpan<char> value)
    {
        // Sex and century: 0 and 1 in the 20th, 2 and 3 in the 21st.
        const string Provinces =
            "01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48 49 51 52 54 56 58 60 62 64 " +
            "66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96";
        var id = CompactValue.DigitsOf(value, stackalloc char[12]);
        return id.Length == 12
            && id[0] == '0'
            && Provinces.AsSpan().Contains(id[1..3], StringComparison.Ordinal)
            && id[3] is >= '0' and <= '3'
            && id[6..].ContainsAnyExcept('0');
    }
}

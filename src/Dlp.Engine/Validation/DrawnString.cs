namespace Dlp.Engine.Validation;

/// <summary>
/// Tells what a machine drew from what people name things: the likelihood of each pair of neighbours in drawn characters against that in
/// words, in bits, summed up. Words and identifiers pair letters as their language does, and seldom change between letters, digits and case.
/// The pairs were counted in 1.7 million characters of English and French prose and documentation of programs. Of strings of 20
/// letters and digits drawn at random one in two hundred is taken for words; of file names, identifiers and paths as long, one in five
/// hundred is taken for drawn.
/// </summary>
internal static class DrawnString
{
    private const double Threshold = 8;
    private const int Shortest = 12;

    // How surprising the column's letter is behind the row's, in units of 4/3 bits; 9 is twelve bits or more.
    private static readonly string[] Surprise =
    [
        "84347547385242847232446647", "36562778359267369345269639", "27472972493378269462459969", "36641766277455279447366949",
        "35324446587332646223645458", "37672377299498199354399959", "38361743279443359335377966", "28971998299777389473598969",
        "44344448795341356422749695", "26552876486446269549275998", "25861655277573468535586969", "26741578276267259544466938",
        "24661799399447329647499949", "38322528375565368732457958", "65445357475432449243244868", "29562765397359239233489959",
        "57987999499559999545095999", "36441646395444269433457949", "48472673275555346532376949", "38562691297567259344496849",
        "43453638477332639222969568", "27681779299756399668699979", "28882872297673399447894989", "27273576296639619742678556",
        "45663857478544139523775967", "26561765276546468757487843",
    ];

    /// <summary>Whether the value is no placeholder, and far likelier drawn than written or counting up; false for fewer than twelve characters.</summary>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length >= Shortest && !Placeholder.IsIn(value) && (BitsForDrawn(value) >= Threshold || SpecimenSecret.CountsUp(value));
    }

    private static double BitsForDrawn(ReadOnlySpan<char> value)
    {
        var isHex = IsHex(value);
        var isMixed = value.ContainsAnyInRange('a', 'z') && value.ContainsAnyInRange('A', 'Z');
        var (drawnDigit, drawnLetter) = isHex ? (Bits(0.62), Bits(0.38 / 6)) : (Bits(0.2), Bits(0.8 / 26) + (isMixed ? 1 : 0));
        var bits = 0.0;
        for (var i = 1; i < value.Length; i++)
        {
            var (before, character) = (value[i - 1], value[i]);
            if (!char.IsAsciiLetterOrDigit(before) || !char.IsAsciiLetterOrDigit(character))
                continue;
            bits += char.IsAsciiDigit(character)
                ? (char.IsAsciiDigit(before) ? 1 : 5) - drawnDigit
                : BitsInWords(before, character, isMixed) - drawnLetter;
        }

        return bits;
    }

    // A letter behind a digit begins a word; a capital behind a small letter does too, and is one of many in camel case.
    private static double BitsInWords(char before, char letter, bool isMixed)
    {
        if (char.IsAsciiDigit(before))
            return isMixed ? 9.4 : 8.7;
        var bits = (Surprise[(before | ' ') - 'a'][(letter | ' ') - 'a'] - '0') * 4.0 / 3;
        if (!isMixed)
            return bits;
        return bits + (char.IsAsciiLetterUpper(letter) ? (char.IsAsciiLetterLower(before) ? 2 : 1) : 0.2);
    }

    private static bool IsHex(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiHexDigit(character))
                return false;
        }

        return true;
    }

    private static double Bits(double probability) => -Math.Log2(probability);
}

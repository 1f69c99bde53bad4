using System.Collections.Frozen;
using System.Text;

namespace Dlp.Engine.Normalization;

/// <summary>
/// Letters of other scripts that look like a Latin one, and enclosed letters that compatibility forms leave out. Only those whose
/// usual glyph cannot be told apart from the Latin letter.
/// </summary>
internal static class LookAlikes
{
    // Each letter, then the one it imitates: Cyrillic, Greek, Armenian, Roman numeral.
    private const string Pairs =
        "аaАaВbеeЕeёeЁeіiІiїiЇiјjЈjКkМmНhоoОoрpРpсcСcТtуyУyхxХxѕsЅsԁdһhԛqԝw" +
        "ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoοoΡpΤtΥyΧxνvυu" +
        "օoսuⅼl";

    private static readonly FrozenDictionary<int, string> Table = Build();

    /// <summary>The Latin letter that a character imitates, in lower case; null when it imitates none.</summary>
    public static string? Latin(Rune rune)
    {
        if (Table.TryGetValue(rune.Value, out var latin))
            return latin;
        return rune.Value switch
        {
            // Negative circled, negative squared and regional indicator letters: A to Z in order.
            >= 0x1F150 and <= 0x1F169 => Letter(rune.Value - 0x1F150),
            >= 0x1F170 and <= 0x1F189 => Letter(rune.Value - 0x1F170),
            >= 0x1F1E6 and <= 0x1F1FF => Letter(rune.Value - 0x1F1E6),
            _ => null,
        };
    }

    private static string Letter(int index) => ((char)('a' + index)).ToString();

    private static FrozenDictionary<int, string> Build()
    {
        var table = new Dictionary<int, string>();
        for (var i = 0; i < Pairs.Length; i += 2)
            table[Pairs[i]] = Pairs[i + 1].ToString();
        return table.ToFrozenDictionary();
    }
}

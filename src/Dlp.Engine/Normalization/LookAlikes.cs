using System.Globalization;
using System.Text;

namespace Dlp.Engine.Normalization;

/// <summary>
/// Letters that look like a Latin one: those of Unicode Technical Standard #39 (<c>Confusables.txt</c>), and enclosed letters and
/// small capitals, which it and compatibility forms leave out.
/// </summary>
internal static class LookAlikes
{
    // Each letter, then the one it imitates: small capitals.
    private const string Pairs = "ᴀaʙbᴅdᴇeꜰfɢgʜhᴊjᴋkʟlᴍmɴnᴘpʀrᴛt";

    private static readonly Dictionary<int, string> Table = Build();

    /// <summary>
    /// The Latin letter that a letter imitates, in lower case; null when it imitates none. A letter that imitates none itself follows
    /// its capital, or its small letter, so that words of its own script fold alike in both cases; of two that imitate different
    /// ones (Greek Η and η, Ν and ν, Υ and υ) each keeps its own.
    /// </summary>
    public static string? Latin(Rune rune) => rune.Value switch
    {
        // Parenthesised, negative circled, negative squared and regional indicator letters: A to Z in order.
        >= 0x249C and <= 0x24B5 => Letter(rune.Value - 0x249C),
        >= 0x1F110 and <= 0x1F129 => Letter(rune.Value - 0x1F110),
        >= 0x1F150 and <= 0x1F169 => Letter(rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => Letter(rune.Value - 0x1F170),
        >= 0x1F1E6 and <= 0x1F1FF => Letter(rune.Value - 0x1F1E6),
        _ => Table.GetValueOrDefault(rune.Value)
            ?? Table.GetValueOrDefault(Rune.ToLowerInvariant(rune).Value)
            ?? Table.GetValueOrDefault(Rune.ToUpperInvariant(rune).Value)
            ?? Table.GetValueOrDefault(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).Value),
    };

    private static string Letter(int index) => ((char)('a' + index)).ToString();

    private static Dictionary<int, string> Build()
    {
        var table = new Dictionary<int, string>();
        using var reader = new StreamReader(typeof(LookAlikes).Assembly.GetManifestResourceStream("Confusables.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            foreach (var letter in line[3..].Split(' '))
                table[int.Parse(letter, NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = line[..1];
        }

        for (var i = 0; i < Pairs.Length; i += 2)
            table[Pairs[i]] = Pairs[i + 1].ToString();
        return table;
    }
}

namespace Dlp.Engine.Detection.Patterns;

/// <summary>Literals of which every match of a pattern holds at least one, in lower case.</summary>
/// <param name="Texts">The literals; none is empty.</param>
/// <param name="LeastBefore">Fewest characters of the match before the literal.</param>
/// <param name="MostBefore">Most characters of the match before the literal; null when there is no bound.</param>
internal sealed record RequiredLiterals(IReadOnlyList<string> Texts, int LeastBefore, int? MostBefore)
{
    /// <summary>Farthest from the start of a match that a literal is of use.</summary>
    public const int FarthestStart = 512;

    // How much more often than a rare character these stand in posts and code: the price of a literal is how often it is met.
    private const string Common = "etaoinsrludcpm ";
    private static readonly double[] Rarities = RaritiesOfAscii();

    /// <summary>The higher, the rarer the literals are in ordinary text.</summary>
    public double Rarity { get; } = Texts.Min(text => RarityOf(text)) - Math.Log2(Texts.Count) / 2;

    /// <summary>The literals at a place of a pattern; null when there are none, or one is empty.</summary>
    public static RequiredLiterals? Of(IReadOnlyList<string>? texts, int leastBefore, int? mostBefore) =>
        texts is { Count: > 0 } && texts.All(text => text.Length > 0) ? new RequiredLiterals(texts, leastBefore, mostBefore) : null;

    /// <summary>The one that is cheaper to look for: rarer, or as rare and nearer to the start of the match.</summary>
    public static RequiredLiterals? Better(RequiredLiterals? one, RequiredLiterals? other)
    {
        if (one is null || other is null)
            return one ?? other;
        return other.Cost < one.Cost ? other : one;
    }

    /// <summary>The literals of a piece that comes after so many characters.</summary>
    public RequiredLiterals After(int least, int? most) => new(Texts, LeastBefore + least, MostBefore + most);

    /// <summary>The literals of either of two choices.</summary>
    public RequiredLiterals Or(RequiredLiterals other) => new(
        [.. Texts.Union(other.Texts, StringComparer.Ordinal)],
        Math.Min(LeastBefore, other.LeastBefore),
        MostBefore is null || other.MostBefore is null ? null : Math.Max(MostBefore.Value, other.MostBefore.Value));

    // Each place before the literal where a match might start has to be tried; a literal that is too far from it is of no use.
    private double Cost => -Rarity + (MostBefore is <= FarthestStart and var most ? Math.Log2(1 + most - LeastBefore) / 2 : 100) + (IsTooShort ? 50 : 0);

    // One or two letters are no literal that a text is searched for, and a space is everywhere.
    private bool IsTooShort => Texts.Any(text => text.Length < LiteralIndex.ShortestLiteral && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == ' '));

    /// <summary>The higher, the rarer a text is among ordinary ones.</summary>
    public static double RarityOf(ReadOnlySpan<char> text)
    {
        var rarity = 0.0;
        foreach (var character in text)
            rarity += character < Rarities.Length ? Rarities[character] : 2;
        return rarity;
    }

    private static double[] RaritiesOfAscii()
    {
        var rarities = new double[128];
        for (var character = '\0'; character < rarities.Length; character++)
        {
            rarities[character] = Common.IndexOf(character, StringComparison.Ordinal) is >= 0 and var rank ? 0.5 + rank * 0.05
                : char.IsAsciiLetter(character) ? 1.6
                : char.IsAsciiDigit(character) ? 1.5 : 2;
        }

        return rarities;
    }
}

namespace Dlp.Engine.Detection.Patterns;

/// <summary>Literals of which every match of a pattern holds at least one, or looks back to one, in lower case.</summary>
/// <param name="Texts">The literals; none is empty.</param>
/// <param name="LeastBefore">Fewest characters from the start of the match to the literal; below zero when it may stand before the match, which looks back to it.</param>
/// <param name="MostBefore">Most characters from the start of the match to the literal; null when there is no bound.</param>
internal sealed record RequiredLiterals(IReadOnlyList<string> Texts, int LeastBefore, int? MostBefore)
{
    // Farthest from the start of a match that a literal is of use.
    private const int FarthestStart = 512;

    private double? _frequency;

    /// <summary>How often one of them is met in ordinary text: times a character.</summary>
    public double Frequency => _frequency ??= FrequencyOf(Texts);

    /// <summary>Whether they stand so near the start of a match that they are of use.</summary>
    public bool AreNear => MostBefore <= FarthestStart && LeastBefore >= -FarthestStart;

    /// <summary>Whether each can be looked for in a text: accents, which every other language is made of, do not count.</summary>
    public bool AreLongEnough => Texts.All(IsLongEnough);

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

    /// <summary>The literals of a piece that has so many characters, when it is what must stand before.</summary>
    public RequiredLiterals Before(int least, int most) => new(Texts, LeastBefore - most, Math.Min(MostBefore - least ?? 0, -Texts.Min(text => text.Length)));

    /// <summary>The literals of either of two choices.</summary>
    public RequiredLiterals Or(RequiredLiterals other) => new(
        [.. Texts.Union(other.Texts, StringComparer.Ordinal)],
        Math.Min(LeastBefore, other.LeastBefore),
        MostBefore is null || other.MostBefore is null ? null : Math.Max(MostBefore.Value, other.MostBefore.Value));

    /// <summary>The same without those that begin with another, which is found where they are.</summary>
    public IReadOnlyList<string> Shortest()
    {
        var shortest = new List<string>();
        foreach (var text in Texts.Order(StringComparer.Ordinal))
        {
            if (shortest.Count == 0 || !text.StartsWith(shortest[^1], StringComparison.Ordinal))
                shortest.Add(text);
        }

        return shortest;
    }

    // Each place before the literal where a match might start has to be tried; a literal that is too far from it is of no use. One that the match only looks
    // back to widens the places of all choices that it is one of.
    private double Cost => (LeastBefore < 0 ? 25 : 0) + Math.Log2(Frequency) + (AreNear ? Math.Log2(1 + MostBefore!.Value - LeastBefore) / 2 : 100) + (IsTooShort ? 50 : 0);

    // Fewer characters are no literal that a text is searched for, unless they are the one sign that every match holds.
    private bool IsTooShort => !AreLongEnough && (Texts.Count > 1 || !char.IsAscii(Texts[0][0]) || char.IsAsciiLetterOrDigit(Texts[0][0]) || Texts[0][0] == ' ');

    /// <summary>How often one of some literals is met in ordinary text: times a character.</summary>
    public static double FrequencyOf(IEnumerable<string> literals)
    {
        var frequency = 0.0;
        foreach (var literal in literals)
            frequency += LiteralFrequency.Of(LiteralCodes.Of(literal));
        return frequency;
    }

    private static bool IsLongEnough(string text) => text.Length - text.AsSpan().Count(LiteralCase.Accented) >= LiteralIndex.ShortestLiteral;
}

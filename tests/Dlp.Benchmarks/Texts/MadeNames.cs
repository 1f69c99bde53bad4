namespace Dlp.Benchmarks.Texts;

/// <summary>Names that nobody bears, as pronounceable as those of companies, products and projects.</summary>
internal static class MadeNames
{
    private static readonly string[] Onsets = ["b", "br", "c", "ch", "cl", "d", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r", "s", "st", "t", "tr", "v", "w", "x", "z"];
    private static readonly string[] Rests = ["a", "ai", "an", "ar", "ax", "e", "el", "en", "eo", "er", "i", "ia", "in", "io", "ix", "o", "on", "or", "os", "ou", "u", "um", "us", "y"];

    /// <summary>A name of two to four syllables.</summary>
    public static string Next(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Onsets[random.Next(Onsets.Length)] + Rests[random.Next(Rests.Length)]));
}

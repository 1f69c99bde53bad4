namespace Dlp.Engine.Detection.Patterns;

/// <summary>What is derived of a pattern once, when its rule is loaded.</summary>
/// <param name="Node">The pattern, taken apart.</param>
/// <param name="Facts">What can be said of its matches.</param>
/// <param name="Cost">The most characters that one try of it looks at.</param>
internal sealed record PatternAnalysis(PatternNode Node, PatternFacts Facts, double Cost)
{
    /// <summary>Analyses a pattern.</summary>
    /// <exception cref="FormatException">It is no regular expression, or has what cannot be reasoned about.</exception>
    public static PatternAnalysis Of(string pattern)
    {
        var node = PatternParser.Parse(pattern);
        return new PatternAnalysis(node, PatternFacts.Of(node), PatternCost.Of(node));
    }
}

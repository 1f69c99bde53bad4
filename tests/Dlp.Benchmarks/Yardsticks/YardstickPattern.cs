using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Yardsticks;

/// <summary>A rule's own pattern, verbatim, for those who run patterns one by one.</summary>
/// <param name="Text">The pattern.</param>
/// <param name="View">The text that it sees.</param>
internal sealed record YardstickPattern(string Text, TextView View)
{
    /// <summary>The patterns of a rule set, in order of rule: those that propose candidates, and those of pieces of evidence.</summary>
    public static IReadOnlyList<YardstickPattern> Of(RuleSet ruleSet) =>
    [
        .. ruleSet.Rules.Select(ruleSet.WrittenOut).SelectMany(rule => rule.Detect.SelectMany(detect =>
                detect.AllOf.Concat(detect.NoneOf).Select(evidence => (evidence.Regex, View: TextView.Normalized)).Prepend((detect.Regex, rule.View))))
            .Where(pattern => pattern.Item1 is not null)
            .Select(pattern => new YardstickPattern(pattern.Item1!, pattern.Item2))
            .Distinct(),
    ];
}

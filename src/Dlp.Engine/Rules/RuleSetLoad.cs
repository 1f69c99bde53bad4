namespace Dlp.Engine.Rules;

/// <summary>What loading a rules folder gave: a rule set, or every fault of every file.</summary>
/// <param name="RuleSet">The rule set; null when there is any fault.</param>
/// <param name="Faults">All faults, by file, line and column; empty when the rule set loaded.</param>
public sealed record RuleSetLoad(RuleSet? RuleSet, IReadOnlyList<RuleFault> Faults);

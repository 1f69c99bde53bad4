namespace Dlp.Engine.Rules;

/// <summary>How a detector of a rule is run, and what that costs.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Path">The detector's place in the rule's file, such as <c>detect[0]</c>.</param>
/// <param name="How">For people: what decides where it is looked for.</param>
/// <param name="TriesPerThousandCharacters">How often its pattern is tried on 1,000 characters of ordinary text; 0 when it is no pattern.</param>
/// <param name="CharactersPerTry">The most characters that one try of its pattern looks at, however hostile the text; 0 when it is no pattern.</param>
public sealed record DetectorPlan(string RuleId, string Path, string How, double TriesPerThousandCharacters, double CharactersPerTry)
{
    private const double ManyTries = 10;
    private const double ManyCharacters = 500_000;

    /// <summary>What makes it costly and what to do; null when it is not.</summary>
    public string? Advice =>
        TriesPerThousandCharacters > ManyTries
            ? $"is tried {TriesPerThousandCharacters:0} times in 1,000 characters of ordinary text ({How}); give every match a literal of three characters or more, or digits, that few texts hold"
        : CharactersPerTry > ManyCharacters
            ? $"may look at {CharactersPerTry:0} characters in one try of a hostile text; shorten its repetitions, or let what follows one begin with characters that it does not hold"
        : null;
}

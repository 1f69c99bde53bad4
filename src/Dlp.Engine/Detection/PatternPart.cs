using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Some of the choices of a pattern, or all of it, with the automaton that refuses most places. A long pattern of many choices is cut
/// into parts: only those that may match are tried, and each is short enough to be compiled.
/// </summary>
internal sealed class PatternPart
{
    private const int MostPositions = 512;

    private PatternPart(string pattern, PatternAutomaton automaton)
    {
        Automaton = automaton;
        Regex = new TieredRegex($@"\G(?:{pattern}{(pattern.StartsWith("(?x", StringComparison.Ordinal) ? "\n" : "")})");
    }

    /// <summary>Tells where the part does not match.</summary>
    public PatternAutomaton Automaton { get; }

    /// <summary>The part, anchored where it is tried.</summary>
    public TieredRegex Regex { get; }

    /// <summary>The parts of a pattern, in the order of its choices: the first that matches at a place matches as the pattern does.</summary>
    public static PatternPart[] AllOf(string pattern)
    {
        var automaton = new PatternAutomaton(PatternParser.Parse(pattern));
        if (automaton.Positions <= MostPositions || PatternChoices.Of(pattern) is not { Count: > 1 } choices)
            return [new PatternPart(pattern, automaton)];
        var half = choices.Count / 2;
        return [.. AllOf(string.Join('|', choices.Take(half))), .. AllOf(string.Join('|', choices.Skip(half)))];
    }
}

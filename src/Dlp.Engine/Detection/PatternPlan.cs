using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>How a pattern is run: what decides where it is tried, chosen when its rule is loaded.</summary>
/// <param name="Anchor">What decides where the pattern is tried.</param>
/// <param name="Cost">The most characters that one try looks at.</param>
/// <param name="Head">The first characters of a match.</param>
/// <param name="NotAfter">Characters of ASCII after which no match starts; null when none is known.</param>
/// <param name="Digits">Digits that every match holds; null when none are sure.</param>
internal sealed record PatternPlan(PatternAnchor Anchor, double Cost, PatternHead Head, CharacterSet? NotAfter, DigitChain? Digits)
{
    // So many digits stand together in few texts: fewer than hold the usual literal, or the usual sign.
    private const int FewestTellingDigits = 6;
    private const int FewestUsefulDigits = 3;

    // How often so many digits stand together, times a character of ordinary text; many patterns share the look at them.
    private const double FrequencyOfNumbers = 0.0002;
    private const double FrequencyOfPlacesBeforeNumbers = 0.002;

    private const int FewestUsefulSymbols = 8;
    private const int NearestRun = 128;
    private const int FarthestRun = 512;

    /// <summary>Most characters of a match; null when there is no bound.</summary>
    public int? Most { get; init; }

    /// <summary>Of a pattern anchored on literals or a sign, those of which every match holds one, or looks back to one; else none.</summary>
    public IReadOnlyList<string> Literals { get; init; } = [];

    /// <summary>Fewest characters from the start of a match to its literal; below zero when it may stand before the match, which looks back to it.</summary>
    public int LeastBefore { get; init; }

    /// <summary>Most characters from the start of a match to its literal.</summary>
    public int MostBefore { get; init; }

    /// <summary>Two characters of ASCII, one after the other, behind which no match starts; null when none are known.</summary>
    public CharacterPair? NotAfterPair { get; init; }

    /// <summary>Letters, digits and signs of base64 that every match holds without a break; null when none are sure.</summary>
    public SymbolRun? Run { get; init; }

    /// <summary>Of a pattern anchored on literals or a sign: characters from the start of a match on among which a digit is sure to stand; null when that is not known.</summary>
    public int? DigitWithin { get; init; }

    /// <summary>Whether its literals need not be looked for where no long run of symbols is near.</summary>
    public bool WaitsForRun => Anchor == PatternAnchor.Literal && Run is { Least: >= SymbolRun.Rare, MostBefore: <= FarthestRun } && MostBefore <= FarthestRun;

    /// <summary>The plan of a pattern that <see cref="Rules.PatternInspection"/> has passed.</summary>
    public static PatternPlan Of(PatternAnalysis analysis)
    {
        var (node, facts, cost) = analysis;
        var digits = DigitChain.Of(node);
        var run = SymbolRun.Of(node);
        var required = facts.Required is { AreNear: true } near ? near : null;
        var literals = required is { AreLongEnough: true } ? required.Texts : null;
        var anchor = digits is { Digits: >= FewestTellingDigits, IsNear: true } ? PatternAnchor.Digits
            : literals is not null && (digits is not { Digits: >= FewestUsefulDigits } || required!.Frequency <= (digits.IsNear ? FrequencyOfNumbers : FrequencyOfPlacesBeforeNumbers)) ? PatternAnchor.Literal
            : digits?.Digits >= FewestUsefulDigits ? PatternAnchor.Digits
            : run is { Least: >= SymbolRun.Rare, MostBefore: <= NearestRun } ? PatternAnchor.Run
            : digits is { Digits: >= FewestUsefulDigits - 1, IsNear: true } ? PatternAnchor.Digits
            : required?.Texts is [[var sign, ..]] && char.IsAscii(sign) && !char.IsAsciiLetterOrDigit(sign) && sign != ' ' ? PatternAnchor.Sign
            : run is { Least: >= FewestUsefulSymbols, MostBefore: 0 } ? PatternAnchor.Run
            : digits is not null ? PatternAnchor.Digits
            : facts.Least > 0 ? PatternAnchor.Head
            : PatternAnchor.None;
        var plan = new PatternPlan(anchor, cost, PatternHead.Of(node, facts.Least), facts.NotAfter, digits) { Most = facts.Most, NotAfterPair = PatternFacts.NotAfterPairOf(node), Run = run };
        return anchor is PatternAnchor.Literal or PatternAnchor.Sign
            ? plan with { Literals = required!.Shortest(), LeastBefore = required.LeastBefore, MostBefore = required.MostBefore!.Value, DigitWithin = DigitReach.Of(node) }
            : plan;
    }

    /// <summary>The same for text without capitals, where the code of a letter is that of the small one only.</summary>
    public PatternPlan OnFoldedText() => NotAfter is null ? this : this with { NotAfter = NotAfter.WithCapitalsAsSmall() };
}

/// <summary>What decides where a pattern is tried, from cheap to dear.</summary>
internal enum PatternAnchor
{
    /// <summary>Near one of its literals.</summary>
    Literal,

    /// <summary>At digits enough for it.</summary>
    Digits,

    /// <summary>In long runs of letters and digits.</summary>
    Run,

    /// <summary>Near a sign, such as that of an e-mail address.</summary>
    Sign,

    /// <summary>Wherever its first characters stand.</summary>
    Head,

    /// <summary>Everywhere: it may match the empty text.</summary>
    None,
}

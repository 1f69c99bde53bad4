using System.Diagnostics;
using System.Text.RegularExpressions;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds a pattern; its group <c>value</c>, when there is one, is the place. What every match must hold, its <see cref="Anchor"/>, decides
/// where the pattern is tried at all. The places found are those of <see cref="Regex.Matches(string)"/>, whichever anchor it has.
/// </summary>
internal sealed class RegexDetector : Detector
{
    // A clock for every try costs more than most tries: it is for patterns that a text made for it could keep busy.
    private const double HighestUntimed = 10_000;

    // So many digits stand together in few texts: fewer than hold the usual literal, or the usual sign.
    private const int FewestTellingDigits = 6;
    private const int FewestUsefulDigits = 3;

    private readonly string _ruleId;
    private readonly TieredRegex _regex;
    private readonly int _leastBefore;
    private readonly int _mostBefore;

    /// <summary>A detector for a pattern that <see cref="Rules.PatternInspection"/> has passed.</summary>
    /// <param name="ruleId">The rule that a budget names when it runs out.</param>
    /// <param name="pattern">The pattern as written.</param>
    /// <param name="view">The view of the text that it sees.</param>
    /// <param name="analysis">What is derived of it.</param>
    public RegexDetector(string ruleId, string pattern, TextView view, PatternAnalysis analysis)
    {
        _ruleId = ruleId;
        Pattern = pattern;
        View = view;
        var (node, facts, cost) = analysis;
        NotAfter = facts.NotAfter;
        Head = PatternHead.Of(node, facts.Least);
        Digits = DigitChain.Of(node);
        Cost = cost;
        NotAfterPair = PatternFacts.NotAfterPairOf(node);
        LeastRun = SymbolRun.LeastOf(node);

        var required = facts.Required is { MostBefore: <= RequiredLiterals.FarthestStart } near ? near : null;
        var literals = required?.Texts.All(text => text.Length >= LiteralIndex.ShortestLiteral) == true ? required.Texts : null;
        Anchor = Digits?.Digits >= FewestTellingDigits ? PatternAnchor.Digits
            : literals is not null ? PatternAnchor.Literal
            : Digits?.Digits >= FewestUsefulDigits ? PatternAnchor.Digits
            : required?.Texts is [[var sign, ..]] && char.IsAscii(sign) && !char.IsAsciiLetterOrDigit(sign) && sign != ' ' ? PatternAnchor.Sign
            : LeastRun >= SymbolRun.Shortest ? PatternAnchor.Run
            : Digits is not null ? PatternAnchor.Digits
            : facts.Least > 0 ? PatternAnchor.Head
            : PatternAnchor.None;
        if (Anchor is PatternAnchor.Literal or PatternAnchor.Sign)
            (Literals, _leastBefore, _mostBefore) = (required!.Texts, required.LeastBefore, required.MostBefore!.Value);
        _regex = new TieredRegex(Anchor == PatternAnchor.None
            ? pattern
            : $@"\G(?:{pattern}{(pattern.StartsWith("(?x", StringComparison.Ordinal) ? "\n" : "")})");
    }

    public override TextView View { get; }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>What decides where the pattern is tried.</summary>
    public PatternAnchor Anchor { get; }

    /// <summary>The most characters that one try looks at.</summary>
    public double Cost { get; }

    /// <summary>Of a pattern anchored on literals or a sign, those of which every match holds one; else none.</summary>
    public IReadOnlyList<string> Literals { get; } = [];

    /// <summary>Digits that every match holds; null when none are sure.</summary>
    public DigitChain? Digits { get; }

    /// <summary>The first characters of a match.</summary>
    public PatternHead Head { get; }

    /// <summary>Characters of ASCII after which no match starts; null when none is known.</summary>
    public CharacterSet? NotAfter { get; }

    /// <summary>Two characters of ASCII, one after the other, behind which no match starts; null when none are known.</summary>
    public (CharacterSet First, CharacterSet Second)? NotAfterPair { get; }

    /// <summary>Fewest letters, digits and signs of base64 with which every match begins.</summary>
    public int LeastRun { get; }

    /// <summary>Adds every place in the window. What the budget does not allow is left out and noted there.</summary>
    public void Detect(WindowText text, ScanBudget budget)
    {
        switch (Anchor)
        {
            case PatternAnchor.Literal or PatternAnchor.Sign:
                TryBefore(text.HitsIn(View).Of(Number), text, budget);
                break;
            case PatternAnchor.Digits:
                TryAtStarts(text.HitsIn(View).Of(Number), text, budget);
                break;
            case PatternAnchor.Run:
                TryInRuns(text.HitsIn(View).Of(Number), text, budget);
                break;
            case PatternAnchor.Head:
                TryEverywhere(text, budget);
                break;
            default:
                foreach (Match match in _regex.Use().Matches(text.In(View)))
                    Add(match, text.Places);
                break;
        }
    }

    /// <summary>How often it is tried on a window whose hits have been found.</summary>
    public int CountTries(WindowText text)
    {
        var span = text.SpanIn(View);
        var tries = 0;
        switch (Anchor)
        {
            case PatternAnchor.Literal or PatternAnchor.Sign:
                foreach (var literal in text.HitsIn(View).Of(Number))
                {
                    for (var start = Math.Max(0, literal.Start - _mostBefore); start <= literal.Start - _leastBefore; start++)
                        tries += MayStartAt(span, start) ? 1 : 0;
                }

                return tries;
            case PatternAnchor.Digits:
                foreach (var _ in text.HitsIn(View).Of(Number))
                    tries++;
                return tries;
            case PatternAnchor.Run:
                foreach (var run in text.HitsIn(View).Of(Number))
                {
                    for (var start = run.Start; start <= run.End - LeastRun; start++)
                        tries += MayStartAt(span, start) ? 1 : 0;
                }

                return tries;
            case PatternAnchor.Head:
                for (var start = Head.NextStart(span, 0); start >= 0; start = Head.NextStart(span, start + 1))
                    tries += MayStartAt(span, start) ? 1 : 0;
                return tries;
            default:
                return span.Length;
        }
    }

    private void TryBefore(PlaceLists.Enumerator literals, WindowText text, ScanBudget budget)
    {
        var next = 0;
        foreach (var literal in literals)
        {
            for (var start = Math.Max(next, literal.Start - _mostBefore); start <= literal.Start - _leastBefore; start++)
            {
                next = start + 1;
                if (MayStartAt(text.SpanIn(View), start) && TryAt(text, start, budget) is { } end)
                {
                    next = end;
                    start = end - 1;
                }
            }
        }
    }

    private void TryAtStarts(PlaceLists.Enumerator starts, WindowText text, ScanBudget budget)
    {
        var next = 0;
        foreach (var (start, _) in starts)
        {
            if (start >= next)
                next = TryAt(text, start, budget) ?? start + 1;
        }
    }

    private void TryInRuns(PlaceLists.Enumerator runs, WindowText text, ScanBudget budget)
    {
        var next = 0;
        foreach (var run in runs)
        {
            for (var start = Math.Max(next, run.Start); start <= run.End - LeastRun; start = next)
                next = MayStartAt(text.SpanIn(View), start) && TryAt(text, start, budget) is { } end ? end : start + 1;
        }
    }

    private void TryEverywhere(WindowText text, ScanBudget budget)
    {
        var span = text.SpanIn(View);
        for (var start = Head.NextStart(span, 0); start >= 0; start = Head.NextStart(span, start))
            start = MayStartAt(span, start) && TryAt(text, start, budget) is { } end ? end : start + 1;
    }

    private bool MayStartAt(ReadOnlySpan<char> text, int start) =>
        (start == 0 || NotAfter is null || text[start - 1] >= 128 || !NotAfter.MayHold(text[start - 1])) && Head.MayStartAt(text, start);

    // The end of the match that starts there, after at least one character; null when none does.
    private int? TryAt(WindowText text, int start, ScanBudget budget)
    {
        if (Cost <= HighestUntimed)
            return TryAt(text, start);
        if (!budget.AllowsTry(_ruleId))
            return null;
        var started = Stopwatch.GetTimestamp();
        var end = TryAt(text, start);
        budget.SpendOnTries(Stopwatch.GetElapsedTime(started));
        return end;
    }

    private int? TryAt(WindowText text, int start)
    {
        var regex = _regex.Use();
        if (!regex.IsMatch(text.SpanIn(View), start))
            return null;
        var match = regex.Match(text.In(View), start);
        Add(match, text.Places);
        return Math.Max(start + 1, match.Index + match.Length);
    }

    private void Add(Match match, PlaceLists places)
    {
        Group value = match.Groups["value"];
        if (!value.Success)
            value = match;
        if (value.Length > 0)
            places.Add(Number, new TextSpan(value.Index, value.Index + value.Length));
    }
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

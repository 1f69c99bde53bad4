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

    private readonly string _ruleId;
    private readonly bool _hasValueGroup;
    private PatternPart[]? _parts;

    /// <summary>A detector for a pattern that <see cref="Rules.PatternInspection"/> has passed.</summary>
    /// <param name="ruleId">The rule that a budget names when it runs out.</param>
    /// <param name="pattern">The pattern as written.</param>
    /// <param name="view">The view of the text that it sees.</param>
    /// <param name="plan">How it is run.</param>
    public RegexDetector(string ruleId, string pattern, TextView view, PatternPlan plan)
    {
        _ruleId = ruleId;
        Pattern = pattern;
        View = view;
        Plan = view == TextView.Normalized ? plan.OnFoldedText() : plan;
        _hasValueGroup = pattern.Contains("<value>", StringComparison.Ordinal) || pattern.Contains("'value'", StringComparison.Ordinal);
    }

    public override TextView View { get; }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>How it is run.</summary>
    public PatternPlan Plan { get; }

    /// <summary>What decides where the pattern is tried.</summary>
    public PatternAnchor Anchor => Plan.Anchor;

    /// <summary>Of a pattern anchored on literals or a sign, those of which every match holds one, or looks back to one; else none.</summary>
    public IReadOnlyList<string> Literals => Plan.Literals;

    /// <summary>Digits that every match holds; null when none are sure.</summary>
    public DigitChain? Digits => Plan.Digits;

    // Two threads that race make the same thing twice, which is harmless.
    private PatternPart[] Parts => _parts ??= PatternPart.AllOf(Pattern);

    private Regex Everywhere => field ??= new Regex(Pattern, RegexOptions.CultureInvariant);

    /// <summary>Adds every place in the window. What the budget does not allow is left out and noted there.</summary>
    public void Detect(WindowText text, ScanBudget budget)
    {
        switch (Anchor)
        {
            case PatternAnchor.Literal or PatternAnchor.Sign:
                TryBefore(text.HitsIn(View).Of(Number), text, budget);
                break;
            case PatternAnchor.Digits or PatternAnchor.Run:
                TryAtStarts(text.HitsIn(View).Of(Number), text, budget);
                break;
            case PatternAnchor.Head:
                TryEverywhere(text, budget);
                break;
            default:
                foreach (Match match in Everywhere.Matches(text.In(View)))
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
                    var (first, last) = StartsAround(literal, span);
                    for (var start = first; start <= last; start++)
                        tries += MayStartAt(span, start) ? 1 : 0;
                }

                return tries;
            case PatternAnchor.Digits or PatternAnchor.Run:
                foreach (var _ in text.HitsIn(View).Of(Number))
                    tries++;
                return tries;
            case PatternAnchor.Head:
                for (var start = Plan.Head.NextStart(span, 0); start >= 0; start = Plan.Head.NextStart(span, start + 1))
                    tries += MayStartAt(span, start) ? 1 : 0;
                return tries;
            default:
                return span.Length;
        }
    }

    private void TryBefore(PlaceLists.Enumerator literals, WindowText text, ScanBudget budget)
    {
        var (next, digit) = (0, -1);
        foreach (var literal in literals)
        {
            var (first, last) = StartsAround(literal, text.SpanIn(View));
            first = Math.Max(next, first);
            if (first > last)
                continue;
            if (Plan.DigitWithin is { } reach)
            {
                if (digit < first && (digit = NextDigit(text.SpanIn(View), first)) < 0)
                    return;
                if (digit >= last + reach)
                    continue;
            }

            for (var start = NextStart(text.SpanIn(View), first, last); start >= 0; start = NextStart(text.SpanIn(View), next, last))
                next = MayStartAt(text.SpanIn(View), start) && TryAt(text, start, budget) is { } end ? end : start + 1;
            next = Math.Max(next, last + 1);
        }
    }

    // Where a match that holds a literal, or looks back to it, may start.
    private (int First, int Last) StartsAround(TextSpan literal, ReadOnlySpan<char> text) =>
        (Math.Max(0, literal.Start - Plan.MostBefore), Math.Min(text.Length - 1, literal.Start - Plan.LeastBefore));

    // The first place of some at which a match may start, as far as its first character tells; -1 when there is none.
    private int NextStart(ReadOnlySpan<char> text, int first, int last) =>
        first < last ? Plan.Head.NextStart(text[..(last + 1)], first) : first == last ? first : -1;

    private static int NextDigit(ReadOnlySpan<char> text, int from) =>
        text[from..].IndexOfAnyInRange('0', '9') is var distance and >= 0 ? from + distance : -1;

    private void TryAtStarts(PlaceLists.Enumerator starts, WindowText text, ScanBudget budget)
    {
        var next = 0;
        foreach (var (start, _) in starts)
        {
            if (start >= next)
                next = TryAt(text, start, budget) ?? start + 1;
        }
    }

    private void TryEverywhere(WindowText text, ScanBudget budget)
    {
        var span = text.SpanIn(View);
        for (var start = Plan.Head.NextStart(span, 0); start >= 0; start = Plan.Head.NextStart(span, start))
            start = MayStartAt(span, start) && TryAt(text, start, budget) is { } end ? end : start + 1;
    }

    /// <summary>Whether a match may start at a place of a text in its view, as the characters around it tell.</summary>
    public bool MayStartAt(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && Plan.NotAfter is { } notAfter && text[start - 1] < 128 && notAfter.MayHold(text[start - 1]))
            return false;
        if (Plan.DigitWithin is { } reach && !text.Slice(start, Math.Min(reach, text.Length - start)).ContainsAnyInRange('0', '9'))
            return false;
        foreach (var part in Parts)
        {
            if (part.Automaton.MayMatchAt(text, start))
                return true;
        }

        return false;
    }

    // The end of the match that starts there, after at least one character; null when none does.
    private int? TryAt(WindowText text, int start, ScanBudget budget)
    {
        if (Plan.Cost <= HighestUntimed)
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
        foreach (var part in Parts)
        {
            if ((Parts.Length == 1 || part.Automaton.MayMatchAt(text.SpanIn(View), start)) && TryAt(text, start, part.Regex.Use()) is { } end)
                return end;
        }

        return null;
    }

    private int? TryAt(WindowText text, int start, Regex regex)
    {
        foreach (var found in regex.EnumerateMatches(text.SpanIn(View), start))
        {
            // Only the place of a group costs a match, and the text as a string.
            if (_hasValueGroup)
                Add(regex.Match(text.In(View), start), text.Places);
            else if (found.Length > 0)
                text.Places.Add(Number, new TextSpan(found.Index, found.Index + found.Length));
            return Math.Max(start + 1, found.Index + found.Length);
        }

        return null;
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

namespace Dlp.Engine.Detection.Patterns;

/// <summary>What can be said of every match of a pattern without running it. Always on the safe side: a match never contradicts it.</summary>
/// <param name="Least">Fewest characters of a match.</param>
/// <param name="Most">Most characters of a match; null when there is no bound.</param>
/// <param name="Exact">All texts that the pattern matches, folded to lower case; null when there are too many to list.</param>
/// <param name="First">Characters with which a match may start, unless it is empty; null when that is not known.</param>
/// <param name="NotAfter">Characters of ASCII after which no match starts; null when none is known.</param>
/// <param name="LeastDigits">Fewest digits 0 to 9 of a match.</param>
/// <param name="Required">Literals of which every match holds one, or looks back to one; null when none is known.</param>
internal sealed record PatternFacts(int Least, int? Most, IReadOnlyList<string>? Exact, CharacterSet? First, CharacterSet? NotAfter, int LeastDigits, RequiredLiterals? Required)
{
    private const int MostTexts = 128;
    private const int LongestText = 24;
    private const int WidestSet = 8;

    private static readonly PatternFacts Empty = new(0, 0, [""], null, null, 0, null);

    /// <summary>The facts of a pattern.</summary>
    public static PatternFacts Of(PatternNode node) => node switch
    {
        PatternNode.One one => OfSet(one.Set),
        PatternNode.Sequence sequence => OfSequence(sequence.Pieces),
        PatternNode.Choice choice => OfChoice([.. choice.Pieces.Select(Of)]),
        PatternNode.Repeat repeat => OfRepeat(repeat),
        PatternNode.Backreference => new(0, null, null, null, null, 0, null),
        PatternNode.Condition { Behind: { } behind } => Empty with { Required = RequiredBehind(Of(behind)) },
        _ => Empty,
    };

    /// <summary>Fewest characters of a match of a piece.</summary>
    public static int LeastOf(PatternNode node) => node switch
    {
        PatternNode.One => 1,
        PatternNode.Sequence sequence => sequence.Pieces.Sum(LeastOf),
        PatternNode.Choice choice => choice.Pieces.Min(LeastOf),
        PatternNode.Repeat repeat => repeat.Least == 0 ? 0 : LeastOf(repeat.Piece),
        _ => 0,
    };

    private static PatternFacts OfSet(CharacterSet set)
    {
        string[]? exact = set.Count <= WidestSet && set.Named.All(LiteralCase.CanHold)
            ? [.. set.Named.SelectMany(LiteralCase.FormsOf).Distinct().Select(character => character.ToString())]
            : null;
        return new(1, 1, exact, set, null, set.IsWithin(CharacterSet.Digits) ? 1 : 0, RequiredLiterals.Of(exact, 0, 0));
    }

    private static PatternFacts OfSequence(IReadOnlyList<PatternNode> pieces)
    {
        var (least, most) = (0, (int?)0);
        var digits = 0;
        CharacterSet? first = null;
        var firstIsOpen = true;
        RequiredLiterals? best = null;
        var allExact = true;

        // The run of pieces, up to here, whose texts can be listed; it may start anywhere in the sequence.
        IReadOnlyList<string> run = [""];
        var (runLeast, runMost) = (0, (int?)0);

        foreach (var facts in pieces.Select(Of))
        {
            best = RequiredLiterals.Better(best, facts.Required?.After(least, most));
            if (facts.Exact is { } exact && Joined(run, exact) is { } longer)
                run = longer;
            else
            {
                allExact = false;
                best = RequiredLiterals.Better(best, RequiredLiterals.Of(run, runLeast, runMost));
                run = facts.Exact ?? [""];
                (runLeast, runMost) = facts.Exact is null ? (least + facts.Least, most + facts.Most) : (least, most);
            }

            if (firstIsOpen && facts.Most != 0)
            {
                firstIsOpen = facts.First is null || facts.Least == 0;
                first = (first ?? new CharacterSet()).Add(facts.First ?? CharacterSet.Any);
            }

            (least, most) = (least + facts.Least, most + facts.Most);
            digits += facts.LeastDigits;
        }

        best = RequiredLiterals.Better(best, RequiredLiterals.Of(run, runLeast, runMost));
        return new(least, most, allExact ? run : null, firstIsOpen ? null : first, LeadingCondition(pieces, firstIsOpen ? null : first), digits, best);
    }

    /// <summary>Two characters of ASCII, one after the other, behind which no match starts; null when none are known.</summary>
    public static CharacterPair? NotAfterPairOf(PatternNode node) => (node as PatternNode.Sequence)?.Pieces
        .TakeWhile(piece => piece is PatternNode.Condition or PatternNode.WordEdge)
        .OfType<PatternNode.Condition>()
        .FirstOrDefault(condition => condition.NotAfterPair is not null)?.NotAfterPair;

    // Only conditions before the first character are asked about what stands before the match.
    private static CharacterSet? LeadingCondition(IReadOnlyList<PatternNode> pieces, CharacterSet? first)
    {
        CharacterSet? notAfter = null;
        foreach (var piece in pieces.TakeWhile(piece => piece is PatternNode.Condition or PatternNode.WordEdge))
        {
            var set = piece is PatternNode.Condition condition ? condition.NotAfter
                : first?.IsWithin(CharacterSet.Word) == true ? CharacterSet.Word : null;
            if (set is not null)
                notAfter = (notAfter ?? new CharacterSet()).Add(set);
        }

        return notAfter;
    }

    private static RequiredLiterals? RequiredBehind(PatternFacts behind) =>
        behind is { Required: { } required, Most: { } most } ? required.Before(behind.Least, most) : null;

    private static PatternFacts OfChoice(PatternFacts[] choices)
    {
        var first = choices.All(choice => choice.First is not null)
            ? choices.Aggregate(new CharacterSet(), (all, choice) => all.Add(choice.First!))
            : null;
        IReadOnlyList<string>? exact = choices.All(choice => choice.Exact is not null)
            ? Bounded([.. choices.SelectMany(choice => choice.Exact!).Distinct(StringComparer.Ordinal)])
            : null;
        var required = choices.All(choice => choice.Required is not null)
            ? choices.Select(choice => choice.Required!).Aggregate((all, choice) => all.Or(choice))
            : null;
        return new(choices.Min(choice => choice.Least), choices.Any(choice => choice.Most is null) ? null : choices.Max(choice => choice.Most), exact, first, null, choices.Min(choice => choice.LeastDigits), required);
    }

    private static PatternFacts OfRepeat(PatternNode.Repeat repeat)
    {
        var piece = Of(repeat.Piece);
        var most = repeat.Most is null && piece.Most != 0 ? null : repeat.Most * piece.Most;
        if (repeat.Least == 0)
        {
            var optional = repeat.Most == 1 && piece.Exact is { } once ? Bounded([.. once, ""]) : null;
            return new(0, most, optional, piece.First, null, 0, null);
        }

        IReadOnlyList<string>? exact = repeat.Least == repeat.Most ? [""] : null;
        for (var i = 0; i < repeat.Least && exact is not null; i++)
            exact = piece.Exact is { } texts ? Joined(exact, texts) : null;
        return new(repeat.Least * piece.Least, most, exact, piece.First, null, repeat.Least * piece.LeastDigits, RequiredLiterals.Better(piece.Required, RequiredLiterals.Of(exact, 0, 0)));
    }

    private static IReadOnlyList<string>? Joined(IReadOnlyList<string> starts, IReadOnlyList<string> ends) =>
        starts is [""] ? ends : starts.Count * ends.Count <= MostTexts ? Bounded([.. starts.SelectMany(start => ends, (start, end) => start + end)]) : null;

    private static IReadOnlyList<string>? Bounded(IReadOnlyList<string> texts) =>
        texts.Count <= MostTexts && texts.All(text => text.Length <= LongestText) ? texts : null;
}

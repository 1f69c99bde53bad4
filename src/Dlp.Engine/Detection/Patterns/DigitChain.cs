namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// Digits that every match of a pattern holds close together: a stretch of the match, or of what it looks ahead to from its start, in which no two digits that follow each other stand
/// farther apart than <see cref="WidestGap"/> characters.
/// </summary>
/// <param name="Digits">Fewest digits 0 to 9 of the stretch; at least 1.</param>
/// <param name="LeastBefore">Fewest characters of the match before its first digit.</param>
/// <param name="MostBefore">Most characters of the match before its first digit.</param>
internal sealed record DigitChain(int Digits, int LeastBefore, int MostBefore)
{
    /// <summary>Most characters between two digits of one number, as people write them.</summary>
    public const int WidestGap = 3;

    private const int FarthestStart = 64;
    private const int NearStart = 7;

    /// <summary>Whether so few characters come before the digits that looking for a match's start costs next to nothing.</summary>
    public bool IsNear => MostBefore <= NearStart;

    /// <summary>The chain with the most digits; null when none is sure to be there, or its start is too far from the match's.</summary>
    public static DigitChain? Of(PatternNode node)
    {
        var longest = OfStretch(Shape.Of(node).Best);
        foreach (var ahead in PatternNode.AheadOf(node))
        {
            if (OfStretch(Shape.Of(ahead).Best) is { } chain && chain.Digits > (longest?.Digits ?? 0))
                longest = chain;
        }

        return longest;
    }

    private static DigitChain? OfStretch(Stretch? stretch) =>
        stretch is { MostBefore: <= FarthestStart } near ? new DigitChain(near.Digits, near.LeastBefore, near.MostBefore.Value) : null;

    // A stretch of a piece, with what may stand around it inside the piece; null stands for no bound.
    private sealed record Stretch(int Digits, int LeastBefore, int? MostBefore, int? MostAfter)
    {
        public Stretch Behind(int least, int? most) => this with { LeastBefore = LeastBefore + least, MostBefore = MostBefore + most };

        public Stretch Before(int? most) => this with { MostAfter = MostAfter + most };

        public bool IsNear => MostBefore is <= FarthestStart;

        public bool JoinsOn(Stretch next) => MostAfter + next.MostBefore <= WidestGap;
    }

    // The length of a piece, the stretch that begins it, ends it, and has the most digits; one and the same, as a rule.
    private sealed record Shape(int Least, int? Most, Stretch? Best, Stretch? Last)
    {
        public static Shape Of(PatternNode node) => node switch
        {
            PatternNode.One one => new Shape(1, 1, IsDigit(one), IsDigit(one)),
            PatternNode.Sequence sequence => sequence.Pieces.Aggregate(Empty, (all, piece) => all.Then(Of(piece))),
            PatternNode.Choice choice => OfChoice([.. choice.Pieces.Select(Of)]),
            PatternNode.Repeat repeat => OfRepeat(Of(repeat.Piece), repeat.Least, repeat.Most),
            PatternNode.Backreference => new Shape(0, null, null, null),
            _ => Empty,
        };

        private static Shape Empty { get; } = new(0, 0, null, null);

        private static Stretch? IsDigit(PatternNode.One one) => one.Set.IsWithin(CharacterSet.Digits) ? new Stretch(1, 0, 0, 0) : null;

        private Shape Then(Shape next)
        {
            var (least, most) = (Least + next.Least, Most + next.Most);
            if (next.Best is not { } stretch)
                return new Shape(least, most, Best?.Before(next.Most), Last?.Before(next.Most));

            var last = Last is { } open && open.JoinsOn(stretch)
                ? open with { Digits = open.Digits + stretch.Digits, MostAfter = stretch.MostAfter }
                : stretch.Behind(Least, Most);
            return new Shape(least, most, Better(Best?.Before(next.Most), last), last);
        }

        private static Shape OfChoice(Shape[] choices)
        {
            var least = choices.Min(choice => choice.Least);
            int? most = choices.Any(choice => choice.Most is null) ? null : choices.Max(choice => choice.Most);
            if (choices.Any(choice => choice.Best is null))
                return new Shape(least, most, null, null);
            var stretches = choices.Select(choice => choice.Best!).ToList();
            var either = new Stretch(
                stretches.Min(stretch => stretch.Digits),
                stretches.Min(stretch => stretch.LeastBefore),
                stretches.Any(stretch => stretch.MostBefore is null) ? null : stretches.Max(stretch => stretch.MostBefore),
                stretches.Any(stretch => stretch.MostAfter is null) ? null : stretches.Max(stretch => stretch.MostAfter));
            return new Shape(least, most, either, either);
        }

        private static Shape OfRepeat(Shape piece, int least, int? most)
        {
            var longest = most is null && piece.Most != 0 ? null : most * piece.Most;
            if (least == 0 || piece.Best is not { } stretch)
                return new Shape(least * piece.Least, longest, null, null);
            var repeated = stretch.JoinsOn(stretch)
                ? stretch with { Digits = least * stretch.Digits }
                : stretch with { MostAfter = stretch.MostAfter + (longest - piece.Most) };
            return new Shape(least * piece.Least, longest, repeated, repeated);
        }

        private static Stretch Better(Stretch? one, Stretch other) =>
            one is null || other.IsNear && (!one.IsNear || other.Digits > one.Digits) ? other : one;
    }
}

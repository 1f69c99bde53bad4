namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// The most work that one try of a pattern can be, however hostile the text: an upper bound, in characters looked at, derived from the
/// pattern alone. A repetition whose characters cannot begin what follows it ends in one way only; any other multiplies the work of all
/// that follows by the number of places where it may end.
/// </summary>
internal static class PatternCost
{
    /// <summary>The most that a pattern of a rule may cost.</summary>
    public const double Highest = 1_000_000;

    // What a repetition without a bound can reach: the margin of a window.
    private const double Unbounded = 8192;

    /// <summary>The most characters looked at in one try.</summary>
    public static double Of(PatternNode node) => Measure(node, Follow.Nothing).Steps;

    // What may stand after a piece: the first characters, and whether the piece may also be the last.
    private sealed record Follow(CharacterSet? First, bool MayEnd)
    {
        public static Follow Nothing { get; } = new(null, MayEnd: true);

        public bool IsDisjointFrom(CharacterSet set) => First is null || !First.Overlaps(set);
    }

    // Steps of trying a piece once, and the number of ways in which it may end.
    private readonly record struct Work(double Steps, double Ways);

    private static Work Measure(PatternNode node, Follow follow) => node switch
    {
        PatternNode.One => new Work(1, 1),
        PatternNode.Sequence sequence => OfSequence(sequence.Pieces, follow),
        PatternNode.Choice choice => OfChoice(choice, follow),
        PatternNode.Repeat repeat => OfRepeat(repeat, follow),
        PatternNode.Backreference => new Work(Unbounded, 1),
        _ => new Work(1, 1),
    };

    private static Work OfSequence(IReadOnlyList<PatternNode> pieces, Follow follow)
    {
        var (steps, ways) = (0.0, 1.0);
        for (var i = 0; i < pieces.Count; i++)
        {
            var work = Measure(pieces[i], FollowOf(pieces, i + 1, follow));
            steps += ways * work.Steps;
            ways *= work.Ways;
        }

        return new Work(steps, ways);
    }

    // Alternatives that cannot match at one and the same place are not ways beside each other.
    private static Work OfChoice(PatternNode.Choice choice, Follow follow)
    {
        var alternatives = choice.Pieces.Select(piece => (Work: Measure(piece, follow), Head: PatternHead.Of(piece, PatternFacts.LeastOf(piece)))).ToList();
        var ways = alternatives.Max(one => alternatives.Where(other => !other.Head.IsApartFrom(one.Head)).Sum(other => other.Work.Ways));
        return new Work(alternatives.Sum(one => one.Work.Steps), ways);
    }

    private static Work OfRepeat(PatternNode.Repeat repeat, Follow follow)
    {
        var most = repeat.Most ?? Unbounded;
        if (most == 0)
            return new Work(0, 1);
        var first = First(repeat.Piece);
        var again = new Follow(first is null || follow.First is null && !follow.MayEnd ? null : new CharacterSet().Add(first).Add(follow.First ?? new CharacterSet()), follow.MayEnd);
        var piece = Measure(repeat.Piece, again);

        var endings = first is not null && follow.IsDisjointFrom(first) ? 1 : most - repeat.Least + 1;
        if (repeat.IsAtomic)
            return new Work(piece.Steps, 1);
        var inside = Math.Pow(piece.Ways, Math.Min(most, 64));
        return new Work(Math.Min(1e30, piece.Steps * most * inside), Math.Min(1e30, endings * inside));
    }

    private static Follow FollowOf(IReadOnlyList<PatternNode> pieces, int from, Follow follow)
    {
        var set = new CharacterSet();
        for (var i = from; i < pieces.Count; i++)
        {
            if (First(pieces[i]) is not { } first)
                return new Follow(CharacterSet.Any, MayEnd: false);
            set.Add(first);
            if (!MayBeEmpty(pieces[i]))
                return new Follow(set, MayEnd: false);
        }

        return follow.First is null ? new Follow(follow.MayEnd ? set : null, follow.MayEnd) : new Follow(set.Add(follow.First), follow.MayEnd);
    }

    // The characters with which a piece may begin; null when that is not known.
    private static CharacterSet? First(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One one:
                return one.Set;
            case PatternNode.Repeat repeat:
                return First(repeat.Piece);
            case PatternNode.Choice choice:
                return choice.Pieces.Select(First).Aggregate(new CharacterSet(), (CharacterSet? all, CharacterSet? piece) => all is null || piece is null ? null : all.Add(piece));
            case PatternNode.Sequence sequence:
                var set = new CharacterSet();
                foreach (var piece in sequence.Pieces)
                {
                    if (First(piece) is not { } first)
                        return null;
                    set.Add(first);
                    if (!MayBeEmpty(piece))
                        break;
                }

                return set;
            case PatternNode.Backreference:
                return null;
            default:
                return new CharacterSet();
        }
    }

    private static bool MayBeEmpty(PatternNode node) => node switch
    {
        PatternNode.One => false,
        PatternNode.Repeat repeat => repeat.Least == 0 || MayBeEmpty(repeat.Piece),
        PatternNode.Choice choice => choice.Pieces.Any(MayBeEmpty),
        PatternNode.Sequence sequence => sequence.Pieces.All(MayBeEmpty),
        _ => true,
    };
}

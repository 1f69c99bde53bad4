namespace Dlp.Engine.Detection.Patterns;

/// <summary>Letters, digits and signs of base64 that every match of a pattern holds without a break; few words of a text are as long.</summary>
/// <param name="Least">Fewest symbols of the run; at least 1.</param>
/// <param name="MostBefore">Most characters of the match before it.</param>
/// <param name="HasDigit">Whether a digit is sure to be among them, or among the symbols on either side of them.</param>
internal sealed record SymbolRun(int Least, int MostBefore, bool HasDigit)
{
    /// <summary>So many symbols stand together in few texts: in secrets, and in the addresses of pages.</summary>
    public const int Rare = 16;

    private static readonly CharacterSet Symbols = new CharacterSet().Add(CharacterSet.Word).Add('+').Add('/').Add('-');

    /// <summary>The longest run; null when none is sure to be there, or nothing bounds how far from the match's start it begins.</summary>
    public static SymbolRun? Of(PatternNode node)
    {
        var shape = Shape.Of(node);
        return shape.Best is { Least: > 0, MostBefore: { } mostBefore } best ? new SymbolRun(best.Least, mostBefore, mostBefore == 0 && HoldsDigit(node, shape)) : null;
    }

    private static bool HoldsDigit(PatternNode node, Shape shape) =>
        (shape.IsWhole && PatternFacts.Of(node).LeastDigits > 0)
        || PatternNode.AheadOf(node).Any(ahead => Shape.Of(ahead).IsWhole && PatternFacts.Of(ahead).LeastDigits > 0);

    // A run of a piece; null stands for no bound.
    private readonly record struct Run(int Least, int? MostBefore)
    {
        public Run Behind(int? most) => new(Least, MostBefore + most);

        public Run Or(Run other) => new(Math.Min(Least, other.Least), MostBefore is null || other.MostBefore is null ? null : Math.Max(MostBefore.Value, other.MostBefore.Value));

        public Run Better(Run other) => MostBefore is null || (other.MostBefore is not null && other.Least > Least) ? other : this;
    }

    // The length of a piece, whether it is made of symbols only, how many it begins with, the run that ends it, and the longest.
    private sealed record Shape(int Least, int? Most, bool IsWhole, int First, Run Last, Run? Best)
    {
        private static Shape Empty { get; } = new(0, 0, true, 0, new Run(0, 0), null);

        public static Shape Of(PatternNode node) => node switch
        {
            PatternNode.One one => one.Set.IsWithin(Symbols) ? new Shape(1, 1, true, 1, new Run(1, 0), new Run(1, 0)) : new Shape(1, 1, false, 0, new Run(0, 1), null),
            PatternNode.Sequence sequence => sequence.Pieces.Aggregate(Empty, (all, piece) => all.Then(Of(piece))),
            PatternNode.Choice choice => choice.Pieces.Select(Of).Aggregate((all, piece) => all.Or(piece)),
            PatternNode.Repeat repeat => Of(repeat.Piece).Repeated(repeat.Least, repeat.Most),
            PatternNode.Backreference => new Shape(0, null, false, 0, new Run(0, null), null),
            _ => Empty,
        };

        private Shape Then(Shape next)
        {
            var joined = Last with { Least = Last.Least + next.First };
            var best = next.Best is { } inside ? joined.Better(inside.Behind(Most)) : joined;
            return new Shape(
                Least + next.Least,
                Most + next.Most,
                IsWhole && next.IsWhole,
                IsWhole ? Least + next.First : First,
                next.IsWhole ? joined with { Least = Last.Least + next.Least } : next.Last.Behind(Most),
                Best?.Better(best) ?? best);
        }

        private Shape Or(Shape other) => new(
            Math.Min(Least, other.Least),
            Most is null || other.Most is null ? null : Math.Max(Most.Value, other.Most.Value),
            IsWhole && other.IsWhole,
            Math.Min(First, other.First),
            Last.Or(other.Last),
            Best is { } one && other.Best is { } two ? one.Or(two) : null);

        private Shape Repeated(int least, int? most)
        {
            var longest = most is null && Most != 0 ? null : most * Most;
            if (IsWhole)
            {
                var run = new Run(least * Least, 0);
                return new Shape(run.Least, longest, true, run.Least, run, run.Least > 0 ? run : null);
            }

            return least == 0
                ? new Shape(0, longest, false, 0, new Run(0, longest), null)
                : new Shape(least * Least, longest, false, First, new Run(Last.Least, most == 1 ? Last.MostBefore : Last.MostBefore + (longest - Most)), Best);
        }
    }
}

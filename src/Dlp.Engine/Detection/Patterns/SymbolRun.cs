namespace Dlp.Engine.Detection.Patterns;

/// <summary>How many letters, digits and signs of base64 every match of a pattern begins with; few words of a text are as long.</summary>
internal static class SymbolRun
{
    /// <summary>Fewest symbols that make it worth looking for runs.</summary>
    public const int Shortest = 8;

    private static readonly CharacterSet Symbols = new CharacterSet().Add(CharacterSet.Word).Add('+').Add('/').Add('-');

    /// <summary>The fewest symbols with which a match begins; 0 when it may begin otherwise.</summary>
    public static int LeastOf(PatternNode node) => Leading(node).Least;

    // The symbols that a piece begins with, and whether it is made of nothing else.
    private static (int Least, bool IsWhole) Leading(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.One one:
                return one.Set.IsWithin(Symbols) ? (1, true) : (0, false);
            case PatternNode.Sequence sequence:
                var least = 0;
                foreach (var piece in sequence.Pieces)
                {
                    var (more, isWhole) = Leading(piece);
                    least += more;
                    if (!isWhole)
                        return (least, false);
                }

                return (least, true);
            case PatternNode.Choice choice:
                var choices = choice.Pieces.Select(Leading).ToList();
                return (choices.Min(piece => piece.Least), choices.All(piece => piece.IsWhole));
            case PatternNode.Repeat repeat:
                var (once, ofSymbols) = Leading(repeat.Piece);
                return ofSymbols ? (once * repeat.Least, true) : (repeat.Least == 0 ? 0 : once, false);
            case PatternNode.Backreference:
                return (0, false);
            default:
                return (0, true);
        }
    }
}

namespace Dlp.Engine.Detection.Patterns;

/// <summary>Whether a pattern begins with so many letters, digits and signs of base64 that few words of a text are as long.</summary>
internal static class SymbolRun
{
    /// <summary>Fewest symbols that every match begins with.</summary>
    public const int Shortest = 16;

    private static readonly CharacterSet Symbols = new CharacterSet().Add(CharacterSet.Word).Add('+').Add('/').Add('-');

    /// <summary>Whether every match begins with a run.</summary>
    public static bool Begins(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Pieces.FirstOrDefault(piece => piece is not (PatternNode.Condition or PatternNode.WordEdge or PatternNode.Nothing)) is { } first && Begins(first),
        PatternNode.Repeat { Piece: PatternNode.One one } repeat => repeat.Least >= Shortest && one.Set.IsWithin(Symbols),
        _ => false,
    };
}

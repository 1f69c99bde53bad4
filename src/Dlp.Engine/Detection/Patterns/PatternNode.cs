namespace Dlp.Engine.Detection.Patterns;

/// <summary>A piece of a pattern, taken apart so that its literals, its length and its cost can be reasoned about.</summary>
internal abstract record PatternNode
{
    /// <summary>What must come next where a match of a pattern starts, as its conditions say.</summary>
    public static IEnumerable<PatternNode> AheadOf(PatternNode pattern) => pattern is Sequence sequence
        ? sequence.Pieces.TakeWhile(piece => piece is Condition or WordEdge).OfType<Condition>().Select(condition => condition.Ahead).OfType<PatternNode>()
        : [];

    /// <summary>The empty text.</summary>
    internal sealed record Nothing : PatternNode;

    /// <summary>One character out of a set.</summary>
    internal sealed record One(CharacterSet Set) : PatternNode;

    /// <summary>Pieces one after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Pieces) : PatternNode;

    /// <summary>One of several pieces.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Pieces) : PatternNode;

    /// <summary>A piece repeated; <paramref name="Most"/> is null when there is no bound.</summary>
    internal sealed record Repeat(PatternNode Piece, int Least, int? Most) : PatternNode
    {
        /// <summary>Whether its first way to match is its only one, as in <c>(?&gt;…)</c>.</summary>
        public bool IsAtomic { get; init; }
    }

    /// <summary>A condition that takes no text: an anchor or a look around. After a character of <paramref name="NotAfter"/> it never holds.</summary>
    internal sealed record Condition(CharacterSet? NotAfter = null) : PatternNode
    {
        /// <summary>Two characters, one after the other, behind which it never holds.</summary>
        public CharacterPair? NotAfterPair { get; init; }

        /// <summary>What must come next; null when that is not known.</summary>
        public PatternNode? Ahead { get; init; }

        /// <summary>What must stand before; null when that is not known.</summary>
        public PatternNode? Behind { get; init; }
    }

    /// <summary>The edge of a word, <c>\b</c>.</summary>
    internal sealed record WordEdge : PatternNode;

    /// <summary>A reference to what a group has matched.</summary>
    internal sealed record Backreference : PatternNode;
}

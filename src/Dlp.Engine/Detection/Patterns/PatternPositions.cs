using System.Numerics;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// The characters of a pattern, a position each, and which may follow which: Glushkov's construction. What there is no room for, at the end of the pattern,
/// is taken for nothing, as if a match might be over there.
/// </summary>
/// <param name="most">Most positions.</param>
internal sealed class PatternPositions(int most)
{
    private bool _isFull;

    /// <summary>The characters of each position.</summary>
    public List<CharacterSet> Sets { get; } = [];

    /// <summary>The positions that may come behind each.</summary>
    public List<BigInteger> Follow { get; } = [];

    /// <summary>The positions that hold a character of ASCII.</summary>
    public BigInteger Holding(char character) => Those(set => set.MayHold(character));

    /// <summary>The positions that hold some character beyond ASCII.</summary>
    public BigInteger HoldingBeyondAscii() => Those(set => set.MayHoldBeyondAscii);

    /// <summary>Adds a piece; what the end of the pattern looks ahead to has to come next, as if it were of the match.</summary>
    public Piece Add(PatternNode node, bool isEnd)
    {
        switch (node)
        {
            case PatternNode.One one:
                return AddOne(one.Set);
            case PatternNode.Sequence sequence:
                return AddSequence(sequence.Pieces, isEnd);
            case PatternNode.Choice choice:
                return choice.Pieces.Select(piece => Add(piece, isEnd)).Aggregate((all, piece) => new Piece(all.First | piece.First, all.Last | piece.Last, all.IsNullable || piece.IsNullable));
            case PatternNode.Repeat repeat:
                return AddRepeat(repeat);
            case PatternNode.Condition { Ahead: { } ahead } when isEnd:
                return Add(ahead, isEnd: true);
            default:
                _isFull |= node is PatternNode.Backreference;
                return Piece.Nothing;
        }
    }

    private BigInteger Those(Predicate<CharacterSet> hold)
    {
        var positions = BigInteger.Zero;
        for (var position = 0; position < Sets.Count; position++)
        {
            if (hold(Sets[position]))
                positions |= BigInteger.One << position;
        }

        return positions;
    }

    private Piece AddSequence(IReadOnlyList<PatternNode> pieces, bool isEnd)
    {
        var end = pieces.Count;
        while (end > 0 && pieces[end - 1] is PatternNode.Condition or PatternNode.WordEdge)
            end--;

        // Of several conditions one is enough: each has to come next.
        var ahead = isEnd ? pieces.Skip(end).FirstOrDefault(piece => piece is PatternNode.Condition { Ahead: not null }) : null;
        var all = Piece.Nothing;
        for (var i = 0; i < end; i++)
            all = Append(all, Add(pieces[i], isEnd && ahead is null && i == end - 1));
        return ahead is null ? all : Append(all, Add(ahead, isEnd: true));
    }

    private Piece AddOne(CharacterSet set)
    {
        _isFull |= Sets.Count == most;
        if (_isFull)
            return Piece.Nothing;
        Sets.Add(set);
        Follow.Add(BigInteger.Zero);
        var position = BigInteger.One << Sets.Count - 1;
        return new Piece(position, position, false);
    }

    // As many copies as there must be; what may come more often goes round the last.
    private Piece AddRepeat(PatternNode.Repeat repeat)
    {
        if (repeat.Most == 0)
            return Piece.Nothing;
        var (all, copy) = (Piece.Nothing, Piece.Nothing);
        for (var copies = 0; copies < Math.Max(1, repeat.Least) && !_isFull; copies++)
            all = Append(all, copy = Add(repeat.Piece, isEnd: false));
        if (repeat.Most is null || repeat.Most > Math.Max(1, repeat.Least))
            AddFollowing(copy.Last, copy.First);
        return all with { IsNullable = all.IsNullable || repeat.Least == 0 };
    }

    private Piece Append(Piece one, Piece next)
    {
        AddFollowing(one.Last, next.First);
        return new Piece(
            one.First | (one.IsNullable ? next.First : 0),
            next.Last | (next.IsNullable ? one.Last : 0),
            one.IsNullable && next.IsNullable);
    }

    private void AddFollowing(BigInteger last, BigInteger first)
    {
        for (; !last.IsZero; last &= last - 1)
            Follow[(int)BigInteger.TrailingZeroCount(last)] |= first;
    }

    /// <summary>The positions that a piece may begin and end with, and whether it may be empty.</summary>
    internal readonly record struct Piece(BigInteger First, BigInteger Last, bool IsNullable)
    {
        public static Piece Nothing => new(BigInteger.Zero, BigInteger.Zero, true);
    }
}

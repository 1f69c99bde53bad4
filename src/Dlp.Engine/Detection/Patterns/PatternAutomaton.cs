using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// Tells of most places of a text that a pattern does not match there, without running it: the position automaton of its
/// first 512 characters, run bit-parallel over 32 characters of the text (Glushkov 1961; Navarro and Raffinot, "Flexible Pattern Matching in Strings", 2002, section 5.2).
/// Conditions are left out and repetitions have no upper bound, so that it refuses no place where the pattern matches. Immutable.
/// </summary>
internal sealed class PatternAutomaton
{
    private const int WordSize = 64;
    private const int MostWords = 8;
    private const int BeyondAscii = 128;

    // A repetition may go round for as long as the text does, and the pattern knows its bound.
    private const int MostCharacters = 32;

    // Sets of positions, a bit each: of one word, of two, or of as many as a vector holds. Tables of few words stay in the cache.
    private readonly int _words;
    private readonly ulong[] _first;
    private readonly ulong[] _last;
    private readonly ulong[] _follow;
    private readonly ulong[] _byCharacter;
    private readonly bool _mayBeEmpty;

    /// <summary>The automaton of a pattern.</summary>
    public PatternAutomaton(PatternNode pattern)
    {
        var positions = new Positions(WordSize * MostWords);
        var whole = positions.Add(pattern);
        _words = positions.Sets.Count switch { <= WordSize => 1, <= 2 * WordSize => 2, _ => MostWords };
        _mayBeEmpty = whole.IsNullable;
        _first = Words([whole.First]);
        _last = Words([whole.Last]);
        _follow = Words(positions.Follow);
        _byCharacter = Words([.. Enumerable.Range(0, BeyondAscii + 1).Select(positions.Holding)]);
    }

    /// <summary>Whether the pattern may match from a place on: false only when it is sure that it does not.</summary>
    public bool MayMatchAt(ReadOnlySpan<char> text, int start)
    {
        if (_mayBeEmpty)
            return true;
        var end = Math.Min(text.Length, start + MostCharacters);
        var isWhole = end == text.Length;
        return _words switch
        {
            1 => MayMatchFew(text[start..end], isWhole),
            2 => MayMatchSome(text[start..end], isWhole),
            _ => MayMatchMany(text[start..end], isWhole),
        };
    }

    private bool MayMatchFew(ReadOnlySpan<char> text, bool isWhole)
    {
        var next = _first[0];
        foreach (var character in text)
        {
            var active = next & _byCharacter[Math.Min((int)character, BeyondAscii)];
            if ((active & _last[0]) != 0)
                return true;
            if (active == 0)
                return false;
            for (next = 0; active != 0; active &= active - 1)
                next |= _follow[BitOperations.TrailingZeroCount(active)];
        }

        return !isWhole;
    }

    private bool MayMatchSome(ReadOnlySpan<char> text, bool isWhole)
    {
        var (nextLow, nextHigh) = (_first[0], _first[1]);
        foreach (var character in text)
        {
            var holding = _byCharacter.AsSpan(2 * Math.Min((int)character, BeyondAscii), 2);
            var (low, high) = (nextLow & holding[0], nextHigh & holding[1]);
            if ((low & _last[0] | high & _last[1]) != 0)
                return true;
            if ((low | high) == 0)
                return false;
            (nextLow, nextHigh) = (0, 0);
            for (; low != 0; low &= low - 1)
                Follow(BitOperations.TrailingZeroCount(low), ref nextLow, ref nextHigh);
            for (; high != 0; high &= high - 1)
                Follow(WordSize + BitOperations.TrailingZeroCount(high), ref nextLow, ref nextHigh);
        }

        return !isWhole;
    }

    private void Follow(int position, ref ulong nextLow, ref ulong nextHigh)
    {
        var following = _follow.AsSpan(2 * position, 2);
        (nextLow, nextHigh) = (nextLow | following[0], nextHigh | following[1]);
    }

    private bool MayMatchMany(ReadOnlySpan<char> text, bool isWhole)
    {
        var last = Vector512.Create<ulong>(_last);
        var next = Vector512.Create<ulong>(_first);
        foreach (var character in text)
        {
            var active = next & Vector512.Create<ulong>(_byCharacter.AsSpan(Math.Min((int)character, BeyondAscii) * MostWords));
            if ((active & last) != Vector512<ulong>.Zero)
                return true;
            if (active == Vector512<ulong>.Zero)
                return false;
            next = Vector512<ulong>.Zero;
            for (var words = ~Vector512.Equals(active, Vector512<ulong>.Zero).ExtractMostSignificantBits() & byte.MaxValue; words != 0; words &= words - 1)
            {
                var word = BitOperations.TrailingZeroCount(words);
                for (var bits = active.GetElement(word); bits != 0; bits &= bits - 1)
                    next |= Vector512.Create<ulong>(_follow.AsSpan((word * WordSize + BitOperations.TrailingZeroCount(bits)) * MostWords));
            }
        }

        return !isWhole;
    }

    private ulong[] Words(List<BigInteger> sets)
    {
        var words = new ulong[sets.Count * _words];
        for (var i = 0; i < words.Length; i++)
            words[i] = (ulong)(sets[i / _words] >> i % _words * WordSize & ulong.MaxValue);
        return words;
    }

    // Glushkov's construction. What there is no room for, at the end of the pattern, is taken for nothing, as if a match might be over there.
    private sealed class Positions(int most)
    {
        private bool _isFull;

        public List<CharacterSet> Sets { get; } = [];

        public List<BigInteger> Follow { get; } = [];

        public BigInteger Holding(int character)
        {
            var holding = BigInteger.Zero;
            for (var position = 0; position < Sets.Count; position++)
            {
                if (character == BeyondAscii ? Sets[position].MayHoldBeyondAscii : Sets[position].MayHold((char)character))
                    holding |= BigInteger.One << position;
            }

            return holding;
        }

        public Piece Add(PatternNode node)
        {
            switch (node)
            {
                case PatternNode.One one:
                    return AddOne(one.Set);
                case PatternNode.Sequence sequence:
                    return sequence.Pieces.Aggregate(Piece.Nothing, (all, piece) => Append(all, Add(piece)));
                case PatternNode.Choice choice:
                    return choice.Pieces.Select(Add).Aggregate((all, piece) => new Piece(all.First | piece.First, all.Last | piece.Last, all.IsNullable || piece.IsNullable));
                case PatternNode.Repeat repeat:
                    return AddRepeat(repeat);
                default:
                    _isFull |= node is PatternNode.Backreference;
                    return Piece.Nothing;
            }
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
                all = Append(all, copy = Add(repeat.Piece));
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
    }

    // The positions that a piece may begin and end with, and whether it may be empty.
    private readonly record struct Piece(BigInteger First, BigInteger Last, bool IsNullable)
    {
        public static Piece Nothing => new(BigInteger.Zero, BigInteger.Zero, true);
    }
}

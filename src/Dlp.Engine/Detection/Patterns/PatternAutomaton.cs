using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// Tells of most places of a text that a pattern does not match there, without running it: the position automaton of its
/// first 512 characters, run over 32 characters of the text (Glushkov 1961; Navarro and Raffinot, "Flexible Pattern Matching in Strings", 2002, section 5.2).
/// Conditions are left out and repetitions have no upper bound, so that it refuses no place where the pattern matches. What follows a set of
/// positions is worked out when a text first asks, and kept: most tries cost a look at a table a character. Thread-safe.
/// </summary>
internal sealed class PatternAutomaton
{
    private const int WordSize = 64;
    private const int MostPositions = 512;
    private const int BeyondAscii = 128;

    // A repetition may go round for as long as the text does, and the pattern knows its bound.
    private const int MostCharacters = 32;

    // Ordinary text leads a pattern through few; in a text made for it, positions are followed one by one from there on.
    private const int MostStates = 128;

    // What a row says of a class of characters, beside the number of the next state.
    private const short Unknown = 0;
    private const short NoMatch = -1;
    private const short MayMatch = -2;
    private const short NoRoom = -3;

    // Sets of positions, a bit each.
    private readonly Vector512<ulong> _last;
    private readonly Vector512<ulong>[] _follow;
    private readonly bool _mayBeEmpty;

    // Characters that the same positions hold are one class.
    private readonly byte[] _classes = new byte[BeyondAscii + 1];
    private readonly List<Vector512<ulong>> _holding = [];

    // Of each state, which is a set of positions that may come next, a row of classes. States count from 1.
    private readonly short[][] _rows = new short[MostStates + 1][];
    private readonly List<Vector512<ulong>> _states = [default];
    private readonly Dictionary<Vector512<ulong>, short> _numbers = [];
    private readonly Lock _lock = new();

    /// <summary>The automaton of a pattern.</summary>
    public PatternAutomaton(PatternNode pattern)
    {
        var positions = new Positions(MostPositions);
        var whole = positions.Add(pattern);
        (_mayBeEmpty, IsCut) = (whole.IsNullable, positions.IsFull);
        _last = SetOf(whole.Last);
        _follow = [.. positions.Follow.Select(SetOf)];
        for (var character = 0; character <= BeyondAscii; character++)
        {
            var holding = SetOf(positions.Holding(character));
            if (_holding.IndexOf(holding) is var known and >= 0)
            {
                _classes[character] = (byte)known;
                continue;
            }

            _classes[character] = (byte)_holding.Count;
            _holding.Add(holding);
        }

        AddState(SetOf(whole.First));
    }

    /// <summary>Whether there was no room for all of the pattern, so that it refuses less than it could.</summary>
    public bool IsCut { get; }

    /// <summary>Whether the pattern may match from a place on: false only when it is sure that it does not.</summary>
    public bool MayMatchAt(ReadOnlySpan<char> text, int start)
    {
        if (_mayBeEmpty)
            return true;
        var end = Math.Min(text.Length, start + MostCharacters);
        short state = 1;
        for (var at = start; at < end; at++)
        {
            var next = _rows[state][ClassOf(text[at])];
            if (next == Unknown)
                next = Step(state, ClassOf(text[at]));
            if (next == NoRoom)
                return Follow(_states[state], text[at..end]) ?? end < text.Length;
            if (next < Unknown)
                return next == MayMatch;
            state = next;
        }

        return end < text.Length;
    }

    private int ClassOf(char character) => _classes[Math.Min((int)character, BeyondAscii)];

    // Whether a match may end there; null when the text ends first.
    private bool? Follow(Vector512<ulong> next, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            var active = next & _holding[ClassOf(character)];
            if (active == Vector512<ulong>.Zero)
                return false;
            if ((active & _last) != Vector512<ulong>.Zero)
                return true;
            next = Following(active);
        }

        return null;
    }

    // A row is whole before its number is told, so that reading takes no lock.
    private short Step(short state, int characterClass)
    {
        lock (_lock)
        {
            var active = _states[state] & _holding[characterClass];
            var next = active == Vector512<ulong>.Zero ? NoMatch
                : (active & _last) != Vector512<ulong>.Zero ? MayMatch
                : AddState(Following(active));
            Volatile.Write(ref _rows[state][characterClass], next);
            return next;
        }
    }

    private short AddState(Vector512<ulong> positions)
    {
        if (_numbers.TryGetValue(positions, out var number))
            return number;
        if (_states.Count > MostStates)
            return NoRoom;
        number = (short)_states.Count;
        _rows[number] = new short[_holding.Count];
        _states.Add(positions);
        return _numbers[positions] = number;
    }

    private Vector512<ulong> Following(Vector512<ulong> active)
    {
        var next = Vector512<ulong>.Zero;
        for (var word = 0; word < Vector512<ulong>.Count; word++)
        {
            for (var bits = active.GetElement(word); bits != 0; bits &= bits - 1)
                next |= _follow[word * WordSize + BitOperations.TrailingZeroCount(bits)];
        }

        return next;
    }

    private static Vector512<ulong> SetOf(BigInteger positions)
    {
        var set = Vector512<ulong>.Zero;
        for (var word = 0; word < Vector512<ulong>.Count; word++)
            set = set.WithElement(word, (ulong)(positions >> word * WordSize & ulong.MaxValue));
        return set;
    }

    // Glushkov's construction. What there is no room for, at the end of the pattern, is taken for nothing, as if a match might be over there.
    private sealed class Positions(int most)
    {
        public bool IsFull { get; private set; }

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
                    IsFull |= node is PatternNode.Backreference;
                    return Piece.Nothing;
            }
        }

        private Piece AddOne(CharacterSet set)
        {
            IsFull |= Sets.Count == most;
            if (IsFull)
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
            for (var copies = 0; copies < Math.Max(1, repeat.Least) && !IsFull; copies++)
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

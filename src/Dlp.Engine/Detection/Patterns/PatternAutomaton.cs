using System.Numerics;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// Tells of most places of a text that a pattern does not match there, without running it: the position automaton of its
/// first 1,024 characters, run over 32 characters of the text (Glushkov 1961; Navarro and Raffinot, "Flexible Pattern Matching in Strings", 2002, section 5.2).
/// Conditions are left out, but for what the end of the pattern looks ahead to, and repetitions have no upper bound, so that it refuses no place where the pattern matches. What follows a set of
/// positions is worked out when a text first asks, and kept: most tries cost a look at a table a character. Thread-safe.
/// </summary>
internal sealed class PatternAutomaton
{
    private const int WordSize = 64;
    private const int MostPositions = 1024;
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
    private readonly ulong[] _last;
    private readonly ulong[][] _follow;
    private readonly int _setLength;
    private readonly bool _mayBeEmpty;

    // Characters that the same positions hold are one class.
    private readonly byte[] _classes = new byte[BeyondAscii + 1];
    private readonly List<ulong[]> _holding = [];

    // Of each state, which is a set of positions that may come next, a row of classes. States count from 1.
    private readonly short[][] _rows = new short[MostStates + 1][];
    private readonly List<ulong[]> _states = [[]];
    private readonly Dictionary<ulong[], short> _numbers = new(SetComparer.Instance);
    private readonly Lock _lock = new();

    /// <summary>The automaton of a pattern.</summary>
    public PatternAutomaton(PatternNode pattern)
    {
        var positions = new PatternPositions(MostPositions);
        var whole = positions.Add(pattern, isEnd: true);
        _mayBeEmpty = whole.IsNullable;
        Positions = positions.Sets.Count;
        _setLength = Positions / WordSize + 1;
        _last = SetOf(whole.Last);
        _follow = [.. positions.Follow.Select(SetOf)];
        for (var character = 0; character <= BeyondAscii; character++)
        {
            var holding = SetOf(character == BeyondAscii ? positions.HoldingBeyondAscii() : positions.Holding((char)character));
            if (_holding.FindIndex(set => SetComparer.Instance.Equals(set, holding)) is var known and >= 0)
            {
                _classes[character] = (byte)known;
                continue;
            }

            _classes[character] = (byte)_holding.Count;
            _holding.Add(holding);
        }

        AddState(SetOf(whole.First));
    }

    /// <summary>How many characters of the pattern it knows.</summary>
    public int Positions { get; }

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
    private bool? Follow(ReadOnlySpan<ulong> state, ReadOnlySpan<char> text)
    {
        Span<ulong> active = stackalloc ulong[_setLength];
        Span<ulong> next = stackalloc ulong[_setLength];
        state.CopyTo(next);
        foreach (var character in text)
        {
            Meet(next, _holding[ClassOf(character)], active);
            if (!active.ContainsAnyExcept(0UL))
                return false;
            if (HasLast(active))
                return true;
            Following(active, next);
        }

        return null;
    }

    // A row is whole before its number is told, so that reading takes no lock.
    private short Step(short state, int characterClass)
    {
        lock (_lock)
        {
            var active = new ulong[_setLength];
            Meet(_states[state], _holding[characterClass], active);
            var next = !active.AsSpan().ContainsAnyExcept(0UL) ? NoMatch : HasLast(active) ? MayMatch : AddState(Following(active, new ulong[_setLength]));
            Volatile.Write(ref _rows[state][characterClass], next);
            return next;
        }
    }

    private short AddState(ulong[] positions)
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

    private static void Meet(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other, Span<ulong> both)
    {
        for (var word = 0; word < both.Length; word++)
            both[word] = one[word] & other[word];
    }

    private bool HasLast(ReadOnlySpan<ulong> active)
    {
        for (var word = 0; word < active.Length; word++)
        {
            if ((active[word] & _last[word]) != 0)
                return true;
        }

        return false;
    }

    private ulong[] Following(ulong[] active, ulong[] next)
    {
        Following(active.AsSpan(), next);
        return next;
    }

    private void Following(ReadOnlySpan<ulong> active, Span<ulong> next)
    {
        next.Clear();
        for (var word = 0; word < active.Length; word++)
        {
            for (var bits = active[word]; bits != 0; bits &= bits - 1)
            {
                var follow = _follow[word * WordSize + BitOperations.TrailingZeroCount(bits)];
                for (var i = 0; i < next.Length; i++)
                    next[i] |= follow[i];
            }
        }
    }

    private ulong[] SetOf(BigInteger positions)
    {
        var set = new ulong[_setLength];
        for (var word = 0; word < set.Length; word++)
            set[word] = (ulong)(positions >> word * WordSize & ulong.MaxValue);
        return set;
    }

    private sealed class SetComparer : IEqualityComparer<ulong[]>
    {
        public static SetComparer Instance { get; } = new();

        public bool Equals(ulong[]? one, ulong[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(ulong[] set)
        {
            var hash = new HashCode();
            foreach (var word in set)
                hash.Add(word);
            return hash.ToHashCode();
        }
    }
}

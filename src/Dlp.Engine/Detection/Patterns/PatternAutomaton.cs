using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
    private const int FirstStates = 4;

    // What a row says of a class of characters, beside where the row of the next state begins.
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

    // Of each state, which is a set of positions that may come next, a row of classes; the first row is no state's. A new table takes the place of
    // one that is full, so that whoever still reads that one asks again for what it does not know.
    private short[] _rows;
    private readonly List<ulong[]> _states = [[]];
    private readonly Dictionary<ulong[], short> _begins = new(SetComparer.Instance);
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

        _rows = new short[FirstStates * _holding.Count];
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
        var rows = _rows;
        ref var classes = ref MemoryMarshal.GetArrayDataReference(_classes);
        var state = _holding.Count;
        for (var at = start; at < end; at++)
        {
            var characterClass = Unsafe.Add(ref classes, Math.Min((int)text[at], BeyondAscii));
            int next = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), state + characterClass);
            if (next <= Unknown)
            {
                if (next == Unknown)
                    (next, rows) = (Step(state, characterClass), _rows);
                if (next == NoRoom)
                    return Follow(_states[state / _holding.Count], text[at..end]) ?? end < text.Length;
                if (next < Unknown)
                    return next == MayMatch;
            }

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

    // A row is there before where it begins is told, so that reading takes no lock.
    private short Step(int state, int characterClass)
    {
        lock (_lock)
        {
            var active = new ulong[_setLength];
            Meet(_states[state / _holding.Count], _holding[characterClass], active);
            var next = !active.AsSpan().ContainsAnyExcept(0UL) ? NoMatch : HasLast(active) ? MayMatch : AddState(Following(active, new ulong[_setLength]));
            Volatile.Write(ref _rows[state + characterClass], next);
            return next;
        }
    }

    private short AddState(ulong[] positions)
    {
        if (_begins.TryGetValue(positions, out var begin))
            return begin;
        if (_states.Count > MostStates)
            return NoRoom;
        begin = (short)(_states.Count * _holding.Count);
        if (begin == _rows.Length)
        {
            var more = new short[2 * _rows.Length];
            _rows.CopyTo(more, 0);
            Volatile.Write(ref _rows, more);
        }

        _states.Add(positions);
        return _begins[positions] = begin;
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

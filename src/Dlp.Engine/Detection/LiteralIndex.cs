using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds the literals of all patterns in one pass over a text, without regard to case, at a cost that hardly depends on their number.
/// Each is noticed by a fragment (<see cref="LiteralFragment"/>). A few thousand literals have a filter that refuses 64 places at a time
/// (<see cref="FragmentFilter"/>); what it lets pass, and every place of a larger index, is looked up in a table of bits: the hash of three
/// characters chooses the byte, the fourth one of its bits. Where that is set, and there only, literals are compared.
/// A literal that a match begins with counts only behind a character behind which one may.
/// </summary>
internal sealed class LiteralIndex
{
    /// <summary>Shortest literal that can be looked for.</summary>
    public const int ShortestLiteral = 3;

    // Odd numbers with bits all over: the one is taken whose hash lets least of ordinary text pass.
    private static readonly uint[] Multipliers = [0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1, 0xD3A2646D, 0xFD7046C5, 0xB55A4F09];

    private const int BytesPerLiteral = 4;

    // Fewer than bytes, so that they stay in the cache: of those in a bucket the fragment tells which are meant.
    private const int BytesPerBucket = 8;
    private const int FewestBytes = 8192;

    private readonly FragmentFilter? _filter;
    private readonly int _shift;
    private readonly uint _multiplier;
    private readonly byte[] _bits;
    private readonly int[] _firstEntry;
    private readonly Entry[] _entries;

    // Apart from the entries, so that those of a bucket lie together: most that are looked at have another fragment than the text.
    private readonly (uint Word, uint Mask)[] _fragments;
    private readonly LiteralEdges _edges = new();

    /// <summary>An index over sets of literals; a hit names its set by its place in the list.</summary>
    public LiteralIndex(IReadOnlyList<LiteralSet> sets)
    {
        var usage = new Dictionary<uint, int>();
        var fragments = new List<LiteralFragment>();
        var edges = new int[sets.Count];
        for (var set = 0; set < sets.Count; set++)
        {
            edges[set] = _edges.Of(sets[set].NotAfter);
            foreach (var literal in sets[set].Texts)
                fragments.Add(LiteralFragment.Rarest(LiteralCodes.Of(literal), set, usage));
        }

        var bytes = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestBytes, fragments.Count * BytesPerLiteral));
        _filter = FragmentFilter.For(fragments);
        _shift = 32 - BitOperations.Log2((uint)bytes);
        _bits = [];
        var fewest = int.MaxValue;
        foreach (var multiplier in Multipliers)
        {
            var bits = BitsOf(fragments, bytes, multiplier);
            if (Passing(bits, multiplier) is var passing && passing < fewest)
                (fewest, _multiplier, _bits) = (passing, multiplier, bits);
        }

        _firstEntry = new int[bytes / BytesPerBucket + 1];
        foreach (var fragment in fragments)
            _firstEntry[ByteOf(fragment.Word) / BytesPerBucket + 1]++;
        for (var bucket = 1; bucket < _firstEntry.Length; bucket++)
            _firstEntry[bucket] += _firstEntry[bucket - 1];
        (_entries, _fragments) = (new Entry[fragments.Count], new (uint, uint)[fragments.Count]);
        var next = _firstEntry.AsSpan().ToArray();
        foreach (var fragment in fragments)
        {
            var place = next[ByteOf(fragment.Word) / BytesPerBucket]++;
            (_entries[place], _fragments[place]) = (new Entry(fragment, edges[fragment.Set]), (fragment.Word, fragment.Mask));
        }
    }

    /// <summary>Whether there is no literal at all.</summary>
    public bool IsEmpty => _entries.Length == 0;

    /// <summary>Adds the place of every literal that lies in a range of a text to the list of its set.</summary>
    /// <param name="codes">The text as <see cref="LiteralCodes"/>.</param>
    /// <param name="typed">Its characters as they were typed, behind which a literal counts or not; as many.</param>
    /// <param name="range">The range. A literal that begins before it may be found too, if it ends inside.</param>
    /// <param name="hits">One list a set.</param>
    public void Find(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, TextSpan range, PlaceLists hits)
    {
        if (IsEmpty)
            return;
        if (_filter is null)
            FindByPlace(codes[..range.End], typed, range.Start, hits);
        else
            FindByFilter(_filter, codes[..range.End], typed, range.Start, hits);
    }

    /// <summary>The same from a place to the end of a text, one place after the other.</summary>
    internal void FindByPlace(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, PlaceLists hits)
    {
        for (; at + sizeof(uint) <= codes.Length; at++)
            Look(codes, typed, at, WordAt(codes, at), hits);

        // The last three characters have no fourth.
        if (at + ShortestLiteral <= codes.Length)
            Look(codes, typed, at, codes[at] | (uint)codes[at + 1] << 8 | (uint)codes[at + 2] << 16, hits);
    }

    private void FindByFilter(FragmentFilter filter, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, PlaceLists hits)
    {
        for (; at + FragmentFilter.Read <= codes.Length; at += FragmentFilter.Places)
        {
            for (var places = filter.Look(codes[at..]); places != 0; places &= places - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(places);
                Look(codes, typed, place, WordAt(codes, place), hits);
            }
        }

        // Zeros behind the end of the text: no literal holds one.
        Span<byte> end = stackalloc byte[2 * FragmentFilter.Places + sizeof(uint)];
        end.Clear();
        codes[at..].CopyTo(end);
        for (var first = 0; at + first + ShortestLiteral <= codes.Length; first += FragmentFilter.Places)
        {
            for (var places = filter.Look(end[first..]); places != 0; places &= places - 1)
            {
                var place = first + BitOperations.TrailingZeroCount(places);
                Look(codes, typed, at + place, WordAt(end, place), hits);
            }
        }
    }

    private void Look(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, uint word, PlaceLists hits)
    {
        var index = ByteOf(word);
        if ((_bits[index] >> BitOf(word) & 1) != 0)
            Verify(codes, typed, at, word, index / BytesPerBucket, hits);
    }

    private void Verify(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, uint word, int bucket, PlaceLists hits)
    {
        for (var i = _firstEntry[bucket]; i < _firstEntry[bucket + 1]; i++)
        {
            if ((word & _fragments[i].Mask) != _fragments[i].Word)
                continue;
            ref readonly var entry = ref _entries[i];
            var start = at - entry.Offset;
            if (start >= 0 && (start == 0 || _edges.IsAllowed(entry.Edge, typed[start - 1])) && entry.StandsAt(codes, start))
                hits.Add(entry.Set, new TextSpan(start, start + entry.Literal.Length));
        }
    }

    private byte[] BitsOf(List<LiteralFragment> fragments, int bytes, uint multiplier)
    {
        var bits = new byte[bytes];
        foreach (var fragment in fragments)
            bits[ByteOf(fragment.Word, multiplier)] |= fragment.Length < LiteralFragment.Longest ? byte.MaxValue : (byte)(1 << BitOf(fragment.Word));
        return bits;
    }

    private int Passing(byte[] bits, uint multiplier)
    {
        var passing = 0;
        for (var at = 0; at + sizeof(uint) <= OrdinaryText.Codes.Length; at++)
        {
            var word = WordAt(OrdinaryText.Codes, at);
            passing += bits[ByteOf(word, multiplier)] >> BitOf(word) & 1;
        }

        return passing;
    }

    private int ByteOf(uint word) => ByteOf(word, _multiplier);

    private int ByteOf(uint word, uint multiplier) => (int)((word & 0x00FF_FFFF) * multiplier >> _shift);

    private static int BitOf(uint word) => (int)(word >> 24) & 7;

    private static uint WordAt(ReadOnlySpan<byte> codes, int at) =>
        Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), at));

    private readonly struct Entry
    {
        public readonly byte[] Literal;
        public readonly ushort Offset;
        public readonly ushort Edge;
        public readonly int Set;

        // The first eight characters of the literal, and the bits of them that it has: most that are compared differ there.
        private readonly ulong _first;
        private readonly ulong _mask;

        public Entry(LiteralFragment fragment, int edge)
        {
            (Literal, Offset, Edge, Set) = (fragment.Literal, (ushort)fragment.Offset, (ushort)edge, fragment.Set);
            for (var i = Math.Min(sizeof(ulong), Literal.Length) - 1; i >= 0; i--)
                (_first, _mask) = (_first << 8 | Literal[i], _mask << 8 | byte.MaxValue);
        }

        public bool StandsAt(ReadOnlySpan<byte> codes, int start)
        {
            if (start + sizeof(ulong) > codes.Length)
                return start + Literal.Length <= codes.Length && codes.Slice(start, Literal.Length).SequenceEqual(Literal);
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), start));
            return (eight & _mask) == _first
                && (Literal.Length <= sizeof(ulong) || (start + Literal.Length <= codes.Length && codes.Slice(start, Literal.Length).SequenceEqual(Literal)));
        }
    }
}

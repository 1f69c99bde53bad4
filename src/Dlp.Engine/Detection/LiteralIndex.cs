using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds the literals of all patterns in one pass over a text, without regard to case, at a cost that hardly depends on their number.
/// Each is noticed by a fragment (<see cref="LiteralFragment"/>). A few thousand literals have a filter that refuses 64 places at a time
/// (<see cref="FragmentFilter"/>); what it lets pass, and every place of a larger index, is looked up in a table
/// (<see cref="FragmentTable"/>); only literals of the group found there are compared. One that several patterns wait for is compared once.
/// A literal that a match begins with counts only behind a character behind which one may.
/// </summary>
internal sealed class LiteralIndex
{
    /// <summary>Shortest literal that can be looked for.</summary>
    public const int ShortestLiteral = 3;

    private const int PlacesAtOnce = 256;
    private const int BitsPerByte = 8;

    private readonly FragmentFilter? _filter;
    private readonly FragmentTable _table;
    private readonly int[] _firstEntry;
    private readonly Entry[] _entries;
    private readonly byte[][] _literals;
    private readonly int[] _firstTarget;
    private readonly Target[] _targets;
    private readonly LiteralEdges _edges = new();

    /// <summary>An index over sets of literals; a hit names its set by its place in the list.</summary>
    public LiteralIndex(IReadOnlyList<LiteralSet> sets)
    {
        (_literals, _firstTarget, _targets) = Gather(sets);
        var fragments = new LiteralFragment[_literals.Length];
        var usage = new Dictionary<uint, int>();
        for (var literal = 0; literal < fragments.Length; literal++)
            fragments[literal] = LiteralFragment.Rarest(_literals[literal], usage);
        _filter = FragmentFilter.For(fragments);
        _table = new FragmentTable(fragments);
        (_firstEntry, _entries) = EntriesOf(fragments);
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
    internal void FindByPlace(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int from, PlaceLists hits)
    {
        Span<int> passing = stackalloc int[PlacesAtOnce];
        for (var at = from; at + sizeof(uint) <= codes.Length; at += PlacesAtOnce)
        {
            foreach (var place in passing[.._table.Pass(codes, at, passing)])
                Compare(codes, typed, place, _table.GroupOf(FragmentTable.WordAt(codes, place)), hits);
        }

        // The last three characters have no fourth.
        var end = codes.Length - ShortestLiteral;
        if (end >= from)
            Look(codes, typed, end, codes[end] | (uint)codes[end + 1] << 8 | (uint)codes[end + 2] << 16, hits);
    }

    private void FindByFilter(FragmentFilter filter, ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, PlaceLists hits)
    {
        for (; at + FragmentFilter.Read <= codes.Length; at += FragmentFilter.Places)
        {
            for (var places = filter.Look(codes[at..]); places != 0; places &= places - 1)
            {
                var place = at + BitOperations.TrailingZeroCount(places);
                Look(codes, typed, place, FragmentTable.WordAt(codes, place), hits);
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
                Look(codes, typed, at + place, FragmentTable.WordAt(end, place), hits);
            }
        }
    }

    private void Look(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, uint word, PlaceLists hits)
    {
        if (_table.Holds(word))
            Compare(codes, typed, at, _table.GroupOf(word), hits);
    }

    private void Compare(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> typed, int at, int group, PlaceLists hits)
    {
        for (var i = _firstEntry[group]; i < _firstEntry[group + 1]; i++)
        {
            ref readonly var entry = ref _entries[i];
            var start = at - entry.Offset;
            if (start >= 0 && entry.MayStandAt(codes, start, out var all) && (all || codes[start..].StartsWith(_literals[entry.Number])))
                Add(entry.Number, typed, start, hits);
        }
    }

    private void Add(int literal, ReadOnlySpan<byte> typed, int start, PlaceLists hits)
    {
        var place = new TextSpan(start, start + _literals[literal].Length);
        var targets = _targets.AsSpan(_firstTarget[literal].._firstTarget[literal + 1]);
        var before = start == 0 ? LiteralCodes.BeyondAscii : typed[start - 1];
        foreach (ref readonly var target in targets)
        {
            if (_edges.IsAllowed(target.Edge, before))
                hits.Add(target.Set, place);
        }
    }

    // Each literal once, with the sets that have it.
    private (byte[][] Literals, int[] FirstTarget, Target[] Targets) Gather(IReadOnlyList<LiteralSet> sets)
    {
        var (literals, numbers) = (new List<byte[]>(), new Dictionary<string, int>());
        var (literalOf, setOf) = (new List<int>(), new List<int>());
        for (var set = 0; set < sets.Count; set++)
        {
            foreach (var text in sets[set].Texts)
            {
                var codes = LiteralCodes.Of(text);
                if (numbers.TryAdd(Encoding.Latin1.GetString(codes), literals.Count))
                    literals.Add(codes);
                literalOf.Add(numbers[Encoding.Latin1.GetString(codes)]);
                setOf.Add(set);
            }
        }

        var first = FirstOf(literalOf, literals.Count);
        var (targets, next) = (new Target[setOf.Count], first.AsSpan().ToArray());
        for (var i = 0; i < targets.Length; i++)
            targets[next[literalOf[i]]++] = new Target(setOf[i], _edges.Of(sets[setOf[i]].NotAfter));
        return ([.. literals], first, targets);
    }

    private (int[] First, Entry[] Entries) EntriesOf(LiteralFragment[] fragments)
    {
        var (groups, literals) = (new List<int>(), new List<int>());
        for (var literal = 0; literal < fragments.Length; literal++)
        {
            var (first, count) = _table.GroupsOf(fragments[literal]);
            for (var i = 0; i < count; i++)
            {
                groups.Add(first + i);
                literals.Add(literal);
            }
        }

        var firstEntry = FirstOf(groups, _table.Groups);
        var (entries, next) = (new Entry[groups.Count], firstEntry.AsSpan().ToArray());
        for (var i = 0; i < entries.Length; i++)
            entries[next[groups[i]]++] = new Entry(fragments[literals[i]], literals[i]);
        return (firstEntry, entries);
    }

    // Where the first of each group lies once all are ordered by group; one more than there are groups.
    private static int[] FirstOf(List<int> groups, int count)
    {
        var first = new int[count + 1];
        foreach (var group in groups)
            first[group + 1]++;
        for (var group = 0; group < count; group++)
            first[group + 1] += first[group];
        return first;
    }

    private readonly record struct Target(int Set, int Edge);

    // Eight characters of a literal, those farthest from its fragment, or all of a shorter one: most that are compared differ there. Small, so that those of a group lie together.
    private readonly struct Entry(LiteralFragment fragment, int number)
    {
        private readonly ulong _eight = EightOf(fragment.Literal, FarFrom(fragment));
        private readonly byte _unused = (byte)(BitsPerByte * Math.Max(0, sizeof(ulong) - fragment.Literal.Length));
        private readonly byte _from = checked((byte)FarFrom(fragment));
        private readonly byte _offset = checked((byte)fragment.Offset);
        private readonly bool _isAll = fragment.Literal.Length <= sizeof(ulong);

        public int Number { get; } = number;

        public int Offset => _offset;

        // Whether the eight stand where they would; whether they are all that has to be compared is told apart.
        public bool MayStandAt(ReadOnlySpan<byte> codes, int start, out bool isAll)
        {
            var from = start + _from;
            var isRead = from + sizeof(ulong) <= codes.Length;
            isAll = isRead && _isAll;
            return !isRead || Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), from)) << _unused == _eight;
        }

        private static int FarFrom(LiteralFragment fragment) =>
            2 * fragment.Offset + fragment.Length < fragment.Literal.Length ? Math.Max(0, fragment.Literal.Length - sizeof(ulong)) : 0;

        private static ulong EightOf(byte[] literal, int from)
        {
            Span<byte> eight = stackalloc byte[sizeof(ulong)];
            var there = literal.AsSpan(from, Math.Min(sizeof(ulong), literal.Length));
            there.CopyTo(eight[(sizeof(ulong) - there.Length)..]);
            return BinaryPrimitives.ReadUInt64LittleEndian(eight);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds the literals of all patterns in one pass over a text, without regard to case, at a cost that hardly depends on their number.
/// Of each literal the four characters that are met least (three, where it has no more) are entered in a table of bits: the hash of
/// three chooses the byte, the fourth one of its bits. Where a text's bit is set, and there only, literals are compared.
/// </summary>
internal sealed class LiteralIndex
{
    /// <summary>Shortest literal that can be looked for.</summary>
    public const int ShortestLiteral = 3;

    private const int FragmentLength = 4;
    private const uint Multiplier = 0x9E3779B1;
    private const int BytesPerLiteral = 6;
    private const int GatherPadding = 3;

    private readonly byte[] _bits;
    private readonly int _shift;
    private readonly int[] _firstEntry;
    private readonly Entry[] _entries;

    /// <summary>An index over sets of literals; a hit names its set by its place in the list.</summary>
    public LiteralIndex(IReadOnlyList<IReadOnlyList<string>> literalSets)
    {
        var usage = new Dictionary<uint, int>();
        var fragments = literalSets.Index()
            .SelectMany(set => set.Item.Select(literal => (Literal: literal.Select(LiteralCodes.Of).ToArray(), Set: set.Index)))
            .Select(literal => Fragment.Rarest(literal.Literal, literal.Set, usage))
            .ToList();

        var bytes = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4096, fragments.Count * BytesPerLiteral));
        _shift = 32 - BitOperations.Log2((uint)bytes);
        _bits = new byte[bytes + GatherPadding];
        _entries = [.. fragments.OrderBy(fragment => Bucket(fragment.Word)).Select(fragment => new Entry(fragment))];
        _firstEntry = new int[bytes + 1];
        foreach (var fragment in fragments)
        {
            _bits[Bucket(fragment.Word)] |= fragment.Length < FragmentLength ? byte.MaxValue : (byte)(1 << BitOf(fragment.Word));
            _firstEntry[Bucket(fragment.Word) + 1]++;
        }

        for (var bucket = 0; bucket < bytes; bucket++)
            _firstEntry[bucket + 1] += _firstEntry[bucket];
    }

    /// <summary>Adds the place of every literal in a text to the list of its set. Places of one literal are added in order.</summary>
    /// <param name="codes">The text as <see cref="LiteralCodes"/>.</param>
    /// <param name="hits">One list a set.</param>
    public void Find(ReadOnlySpan<byte> codes, PlaceLists hits)
    {
        if (_entries.Length == 0)
            return;
        var at = Avx2.IsSupported ? FindByVector(codes, hits) : 0;
        FindByUnit(codes, at, hits);
    }

    /// <summary>The same from a place on, one unit after the other.</summary>
    internal void FindByUnit(ReadOnlySpan<byte> codes, int from, PlaceLists hits)
    {
        var last = codes.Length - FragmentLength;
        for (var at = from; at <= last; at++)
        {
            var word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), at));
            if ((_bits[Bucket(word)] >> BitOf(word) & 1) != 0)
                Verify(codes, at, word, hits);
        }

        // The last three characters have no fourth.
        if (codes.Length >= ShortestLiteral && Math.Max(from, last + 1) <= codes.Length - ShortestLiteral)
        {
            var at = codes.Length - ShortestLiteral;
            var word = codes[at] | (uint)codes[at + 1] << 8 | (uint)codes[at + 2] << 16;
            if (_bits[Bucket(word)] != 0)
                Verify(codes, at, word, hits);
        }
    }

    // Eight places at a time; gives back the first that was not looked at.
    private unsafe int FindByVector(ReadOnlySpan<byte> codes, PlaceLists hits)
    {
        const int Places = 8;
        const int Loaded = 16;
        ref var text = ref MemoryMarshal.GetReference(codes);
        var spread = Vector256.Create((byte)0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7, 8, 6, 7, 8, 9, 7, 8, 9, 10);
        var three = Vector256.Create(0x00FF_FFFFu);
        var multiplier = Vector256.Create(Multiplier);
        var seven = Vector256.Create(7u);
        var shift = Vector128.CreateScalar((uint)_shift);
        var at = 0;
        fixed (byte* bits = _bits)
        {
            for (; at + Loaded <= codes.Length; at += Places)
            {
                var loaded = Vector128.LoadUnsafe(ref text, (nuint)at);
                var words = Avx2.Shuffle(Vector256.Create(loaded, loaded), spread).AsUInt32();
                var buckets = Avx2.ShiftRightLogical((words & three) * multiplier, shift);
                var masks = Avx2.GatherVector256((int*)bits, buckets.AsInt32(), 1);
                var bit = Avx2.ShiftRightLogicalVariable(masks.AsUInt32(), (words >> 24) & seven);
                var found = Vector256.ExtractMostSignificantBits(bit << 31);
                for (; found != 0; found &= found - 1)
                {
                    var place = at + BitOperations.TrailingZeroCount(found);
                    Verify(codes, place, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, place)), hits);
                }
            }
        }

        return at;
    }

    private void Verify(ReadOnlySpan<byte> codes, int at, uint word, PlaceLists hits)
    {
        var bucket = Bucket(word);
        for (var i = _firstEntry[bucket]; i < _firstEntry[bucket + 1]; i++)
        {
            ref readonly var entry = ref _entries[i];
            if ((word & entry.Mask) != entry.Word)
                continue;
            var start = at - entry.Offset;
            if (start >= 0 && start + entry.Literal.Length <= codes.Length && codes.Slice(start, entry.Literal.Length).SequenceEqual(entry.Literal))
                hits.Add(entry.Set, new TextSpan(start, start + entry.Literal.Length));
        }
    }

    private int Bucket(uint word) => (int)((word & 0x00FF_FFFF) * Multiplier >> _shift);

    private static int BitOf(uint word) => (int)(word >> 24) & 7;

    private readonly struct Entry(Fragment fragment)
    {
        public readonly byte[] Literal = fragment.Literal;
        public readonly int Offset = fragment.Offset;
        public readonly int Set = fragment.Set;
        public readonly uint Word = fragment.Word;
        public readonly uint Mask = fragment.Length < FragmentLength ? 0x00FF_FFFF : uint.MaxValue;
    }

    /// <summary>The characters of a literal by which it is noticed.</summary>
    private sealed record Fragment(byte[] Literal, int Set, int Offset, int Length, uint Word)
    {
        // Those that are met least often in texts, and that few other literals have chosen.
        public static Fragment Rarest(byte[] literal, int set, Dictionary<uint, int> usage)
        {
            var length = Math.Min(FragmentLength, literal.Length);
            var best = (Offset: 0, Word: 0u, Cost: double.MaxValue);
            Span<char> characters = stackalloc char[FragmentLength];
            for (var offset = 0; offset + length <= literal.Length; offset++)
            {
                var word = 0u;
                for (var i = 0; i < length; i++)
                {
                    word |= (uint)literal[offset + i] << (8 * i);
                    characters[i] = (char)literal[offset + i];
                }

                var cost = usage.GetValueOrDefault(word) - RequiredLiterals.RarityOf(characters[..length]) * 4;
                if (cost < best.Cost)
                    best = (offset, word, cost);
            }

            usage[best.Word] = usage.GetValueOrDefault(best.Word) + 1;
            return new Fragment(literal, set, best.Offset, length, best.Word);
        }
    }
}

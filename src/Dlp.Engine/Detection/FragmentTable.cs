using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dlp.Engine.Detection;

/// <summary>
/// Tells where a fragment of a literal may stand, and which: a table of bits, in which the hash of three characters chooses 32, the fourth
/// character one of these. Fragments that share a bit are a group; the number of bits set before it is the number of the group.
/// </summary>
internal sealed class FragmentTable
{
    private const int BitsPerFragment = 32;
    private const int FewestBits = 65_536;
    private const uint BitsPerWord = 64;

    // As many as tell letters apart.
    private const uint BitsPerHash = 32;

    // Odd numbers with bits all over: the one is taken whose hash lets least of ordinary text pass.
    private static readonly uint[] Multipliers = [0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1, 0xD3A2646D, 0xFD7046C5, 0xB55A4F09];

    private readonly int _shift;
    private readonly uint _multiplier;
    private readonly ulong[] _bits = [];
    private readonly int[] _setBefore;

    /// <summary>A table of fragments.</summary>
    public FragmentTable(LiteralFragment[] fragments)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestBits, fragments.Length * BitsPerFragment));
        _shift = 32 - BitOperations.Log2((uint)count / BitsPerHash);
        var fewest = int.MaxValue;
        foreach (var multiplier in Multipliers)
        {
            var bits = BitsOf(fragments, count, multiplier);
            if (PassingOrdinaryText(bits, multiplier) is var passing && passing < fewest)
                (fewest, _multiplier, _bits) = (passing, multiplier, bits);
        }

        _setBefore = new int[_bits.Length + 1];
        for (var i = 0; i < _bits.Length; i++)
            _setBefore[i + 1] = _setBefore[i] + BitOperations.PopCount(_bits[i]);
    }

    /// <summary>Number of groups.</summary>
    public int Groups => _setBefore[^1];

    /// <summary>The first group that a fragment belongs to, and how many follow one another: one of three characters belongs to several.</summary>
    public (int First, int Count) GroupsOf(LiteralFragment fragment)
    {
        var position = PositionOf(fragment.Word, _multiplier);
        return fragment.Length == LiteralFragment.Longest ? (GroupAt(position), 1) : (GroupAt(position & ~(BitsPerHash - 1)), (int)BitsPerHash);
    }

    /// <summary>Whether four characters belong to a group.</summary>
    public bool Holds(uint word)
    {
        var position = PositionOf(word, _multiplier);
        return (_bits[position / BitsPerWord] >> (int)position & 1) != 0;
    }

    /// <summary>The group of four characters that belong to one.</summary>
    public int GroupOf(uint word) => GroupAt(PositionOf(word, _multiplier));

    /// <summary>The places of a text at which four characters belong to a group.</summary>
    /// <param name="codes">The text, as <see cref="Patterns.LiteralCodes"/>.</param>
    /// <param name="from">The first place.</param>
    /// <param name="passing">Receives the places; as many are looked at as it could receive, and have four characters.</param>
    /// <returns>How many there are.</returns>
    public int Pass(ReadOnlySpan<byte> codes, int from, Span<int> passing)
    {
        // Without a branch, which no processor could foresee.
        var (bits, multiplier, passed) = (_bits, _multiplier, 0);
        var end = Math.Min(from + passing.Length, codes.Length - sizeof(uint) + 1);
        for (var at = from; at < end; at++)
        {
            var position = PositionOf(WordAt(codes, at), multiplier);
            passing[passed] = at;
            passed += (int)(bits[position / BitsPerWord] >> (int)position & 1);
        }

        return passed;
    }

    /// <summary>The four characters at a place, the first in the lowest byte.</summary>
    public static uint WordAt(ReadOnlySpan<byte> codes, int at) =>
        Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), at));

    private ulong[] BitsOf(LiteralFragment[] fragments, int count, uint multiplier)
    {
        var bits = new ulong[(uint)count / BitsPerWord];
        foreach (var fragment in fragments)
        {
            var position = PositionOf(fragment.Word, multiplier);
            bits[position / BitsPerWord] |= fragment.Length == LiteralFragment.Longest ? 1UL << (int)position : (ulong)uint.MaxValue << (int)(position & ~(BitsPerHash - 1));
        }

        return bits;
    }

    private int PassingOrdinaryText(ulong[] bits, uint multiplier)
    {
        var passing = 0;
        for (var at = 0; at + sizeof(uint) <= OrdinaryText.Codes.Length; at++)
        {
            var position = PositionOf(WordAt(OrdinaryText.Codes, at), multiplier);
            passing += (int)(bits[position / BitsPerWord] >> (int)position & 1);
        }

        return passing;
    }

    private uint PositionOf(uint word, uint multiplier) => ((word & 0x00FF_FFFF) * multiplier >> _shift) * BitsPerHash | (word >> 24) & (BitsPerHash - 1);

    private int GroupAt(uint position) => _setBefore[position / BitsPerWord] + BitOperations.PopCount(_bits[position / BitsPerWord] & ((1UL << (int)position) - 1));
}

using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dlp.Engine.Detection;

/// <summary>Eight groups of fragments: for each place of a fragment, in which groups a character stands there.</summary>
internal sealed class FragmentGroups
{
    private const int Size = 8;
    private const double Unseen = 1e-4;

    private readonly byte[][] _byCharacter = [.. Enumerable.Range(0, LiteralFragment.Longest).Select(_ => new byte[128])];
    private readonly byte[][] _byLowHalf = [.. Enumerable.Range(0, LiteralFragment.Longest).Select(_ => new byte[16])];
    private readonly byte[][] _byHighHalf = [.. Enumerable.Range(0, LiteralFragment.Longest).Select(_ => new byte[16])];

    // How much of ordinary text stands at each place of each group.
    private readonly double[,] _shares = new double[Size, LiteralFragment.Longest];

    /// <summary>Deals fragments into the groups of so many layers: each goes where it lets least more of ordinary text pass.</summary>
    public static FragmentGroups[] Deal(IReadOnlyList<LiteralFragment> fragments, int layers)
    {
        var frequency = new double[256];
        foreach (var character in OrdinaryText.Codes)
            frequency[character] += 1.0 / OrdinaryText.Codes.Length;

        var dealt = Enumerable.Range(0, layers).Select(_ => new FragmentGroups()).ToArray();
        foreach (var fragment in fragments.OrderBy(fragment => BinaryPrimitives.ReverseEndianness(fragment.Word)))
        {
            var (layer, group) = dealt.SelectMany(_ => Enumerable.Range(0, Size), (layer, group) => (layer, group))
                .MinBy(choice => choice.layer.Passing(choice.group, fragment, frequency) - choice.layer.Passing(choice.group, null, frequency));
            layer.Add(fragment, group, frequency);
        }

        return dealt;
    }

    /// <summary>The places of 64, as bits, at which a fragment may stand, on a machine that looks up 128 bytes at once.</summary>
    public ulong LookUpWhole(ReadOnlySpan<byte> codes)
    {
        var groups = Vector512<byte>.AllBitsSet;
        for (var place = 0; place < LiteralFragment.Longest; place++)
        {
            var table = _byCharacter[place];
            groups &= Avx512Vbmi.PermuteVar64x8x2(Vector512.Create<byte>(table), Vector512.Create(codes[place..]), Vector512.Create<byte>(table.AsSpan(64)));
        }

        return ~Vector512.Equals(groups, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    /// <summary>The same on every machine; halves of characters let more places pass.</summary>
    public ulong LookUpHalves(ReadOnlySpan<byte> codes)
    {
        var found = 0UL;
        for (var at = 0; at < FragmentFilter.Places; at += Vector128<byte>.Count)
        {
            var groups = Vector128<byte>.AllBitsSet;
            for (var place = 0; place < LiteralFragment.Longest; place++)
            {
                var characters = Vector128.Create(codes[(at + place)..]);
                groups &= Vector128.Shuffle(Vector128.Create<byte>(_byLowHalf[place]), characters & Vector128.Create((byte)15))
                    & Vector128.Shuffle(Vector128.Create<byte>(_byHighHalf[place]), (characters >>> 4) & Vector128.Create((byte)7));
            }

            found |= (ulong)(~Vector128.Equals(groups, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF) << at;
        }

        return found;
    }

    private double Passing(int group, LiteralFragment? added, double[] frequency)
    {
        var passing = 1.0;
        for (var place = 0; place < LiteralFragment.Longest; place++)
            passing *= _shares[group, place] + (added is null ? 0 : Missing(added, group, place, frequency));
        return passing;
    }

    private double Missing(LiteralFragment fragment, int group, int place, double[] frequency) =>
        place >= fragment.Length ? 1 - _shares[group, place]
        : (_byCharacter[place][fragment.CharacterAt(place)] >> group & 1) != 0 ? 0
        : frequency[fragment.CharacterAt(place)] + Unseen;

    private void Add(LiteralFragment fragment, int group, double[] frequency)
    {
        for (var place = 0; place < LiteralFragment.Longest; place++)
        {
            _shares[group, place] += Missing(fragment, group, place, frequency);
            var (first, count) = place < fragment.Length ? (fragment.CharacterAt(place), 1) : (0, 128);
            for (var character = first; character < first + count; character++)
            {
                _byCharacter[place][character] |= (byte)(1 << group);
                _byLowHalf[place][character & 15] |= (byte)(1 << group);
                _byHighHalf[place][character >> 4] |= (byte)(1 << group);
            }
        }
    }
}

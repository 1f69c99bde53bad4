using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dlp.Engine.Detection;

/// <summary>
/// Refuses most places of a text, 64 at a time, at which no sequence of characters stands of any of eight groups. For each place of a sequence a table
/// tells of a character which groups have one with it there. After the "Teddy" of Hyperscan and of Rust's aho-corasick crate,
/// with tables of whole characters where the machine can look up 128 bytes at once, of half characters elsewhere.
/// </summary>
/// <param name="places">Characters of a sequence.</param>
internal sealed class CharacterGroups(int places)
{
    /// <summary>Number of groups.</summary>
    public const int Size = 8;

    /// <summary>Places of a text looked at in one go.</summary>
    public const int Width = 64;

    private const int Codes = 128;
    private const int Halves = 16;

    // A table a place, one behind the other. What is beyond ASCII may stand anywhere: of its code the last entry is looked up.
    private readonly byte[] _byCharacter = TablesOf(places, Codes);
    private readonly byte[] _byLowHalf = TablesOf(places, Halves);
    private readonly byte[] _byHighHalf = TablesOf(places, Halves);

    /// <summary>Codes that are read in one go.</summary>
    public int Read => Width + places - 1;

    /// <summary>Whether a code of ASCII may stand at a place in a group.</summary>
    public bool Holds(int group, int place, int code) => (_byCharacter[place * Codes + code] >> group & 1) != 0;

    /// <summary>Lets sequences of a group have these codes at a place.</summary>
    public void Add(int group, int place, UInt128 codes)
    {
        for (var low = (ulong)codes; low != 0; low &= low - 1)
            Add(group, place, BitOperations.TrailingZeroCount(low));
        for (var high = (ulong)(codes >> 64); high != 0; high &= high - 1)
            Add(group, place, 64 + BitOperations.TrailingZeroCount(high));
    }

    /// <summary>The places of 64, as bits, at which a sequence may stand.</summary>
    /// <param name="codes">At least <see cref="Read"/>, as <see cref="Patterns.LiteralCodes"/>.</param>
    public ulong Look(ReadOnlySpan<byte> codes) => Avx512Vbmi.IsSupported ? LookUpWhole(codes) : LookUpHalves(codes);

    /// <summary>The same on a machine that looks up 128 bytes at once.</summary>
    public ulong LookUpWhole(ReadOnlySpan<byte> codes)
    {
        ref var code = ref MemoryMarshal.GetReference(codes[..Read]);
        ref var table = ref MemoryMarshal.GetArrayDataReference(_byCharacter);
        var groups = Vector512<byte>.AllBitsSet;
        for (nuint place = 0; place < (nuint)places; place++)
        {
            groups &= Avx512Vbmi.PermuteVar64x8x2(
                Vector512.LoadUnsafe(ref table, place * Codes),
                Vector512.LoadUnsafe(ref code, place),
                Vector512.LoadUnsafe(ref table, place * Codes + (nuint)Vector512<byte>.Count));
        }

        return ~Vector512.Equals(groups, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    /// <summary>The same on every machine; halves of characters let more places pass.</summary>
    public ulong LookUpHalves(ReadOnlySpan<byte> codes)
    {
        var found = 0UL;
        for (var at = 0; at < Width; at += Vector128<byte>.Count)
        {
            var groups = Vector128<byte>.AllBitsSet;
            for (var place = 0; place < places; place++)
            {
                var read = Vector128.Create(codes[(at + place)..]);
                groups &= Vector128.Shuffle(Vector128.Create<byte>(_byLowHalf.AsSpan(place * Halves)), read & Vector128.Create((byte)15))
                    & Vector128.Shuffle(Vector128.Create<byte>(_byHighHalf.AsSpan(place * Halves)), read >>> 4);
            }

            found |= (ulong)(~Vector128.Equals(groups, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF) << at;
        }

        return found;
    }

    private void Add(int group, int place, int code)
    {
        var bit = (byte)(1 << group);
        _byCharacter[place * Codes + code] |= bit;
        _byLowHalf[place * Halves + (code & 15)] |= bit;
        _byHighHalf[place * Halves + (code >> 4)] |= bit;
    }

    private static byte[] TablesOf(int places, int size)
    {
        var tables = new byte[places * size];
        for (var last = size - 1; last < tables.Length; last += size)
            tables[last] = byte.MaxValue;
        return tables;
    }
}

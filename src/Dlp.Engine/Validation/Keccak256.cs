using System.Buffers.Binary;
using System.Numerics;

namespace Dlp.Engine.Validation;

/// <summary>
/// Keccak-256 with the padding of the original submission, as Ethereum and Monero use it; SHA3-256 pads otherwise. Source: Bertoni, Daemen,
/// Peeters, Van Assche, "The Keccak reference", version 3.0.
/// </summary>
internal static class Keccak256
{
    public const int Size = 32;
    private const int Rate = 136;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    // The lanes in the order in which rho and pi move them from one to the next, starting at lane 1, and how far each is turned.
    private static readonly int[] Lanes = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];
    private static readonly int[] Turns = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];

    /// <summary>Writes the 32 bytes of the hash.</summary>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        Span<ulong> state = stackalloc ulong[25];
        for (; data.Length >= Rate; data = data[Rate..])
            Absorb(state, data[..Rate]);

        Span<byte> last = stackalloc byte[Rate];
        last.Clear();
        data.CopyTo(last);
        last[data.Length] = 0x01;
        last[Rate - 1] |= 0x80;
        Absorb(state, last);

        for (var lane = 0; lane < Size / sizeof(ulong); lane++)
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(lane * sizeof(ulong))..], state[lane]);
    }

    private static void Absorb(Span<ulong> state, ReadOnlySpan<byte> block)
    {
        for (var lane = 0; lane < Rate / sizeof(ulong); lane++)
            state[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(lane * sizeof(ulong))..]);
        foreach (var constant in RoundConstants)
            Round(state, constant);
    }

    private static void Round(Span<ulong> state, ulong constant)
    {
        Span<ulong> row = stackalloc ulong[5];
        for (var x = 0; x < 5; x++)
            row[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        for (var x = 0; x < 5; x++)
        {
            var parity = row[(x + 4) % 5] ^ BitOperations.RotateLeft(row[(x + 1) % 5], 1);
            for (var y = 0; y < 25; y += 5)
                state[x + y] ^= parity;
        }

        var moving = state[1];
        for (var i = 0; i < Lanes.Length; i++)
            (moving, state[Lanes[i]]) = (state[Lanes[i]], BitOperations.RotateLeft(moving, Turns[i]));

        for (var y = 0; y < 25; y += 5)
        {
            state.Slice(y, 5).CopyTo(row);
            for (var x = 0; x < 5; x++)
                state[x + y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }

        state[0] ^= constant;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// Hashes of words and phrases: 64 bits by folded multiplication. They say where to look, never what stands there, so a text made
/// to collide gains nothing but a few comparisons.
/// </summary>
internal static class WordHash
{
    // Digits of π.
    private const ulong Seed = 0x243F6A8885A308D3;
    private const ulong Multiplier = 0x13198A2E03707345;

    /// <summary>The hash of a word; it has at least one character.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        var hash = Seed ^ (ulong)length;
        if (length < 4)
            return Mix(hash ^ (word[0] | (ulong)word[length >> 1] << 16 | (ulong)word[length - 1] << 32) * Multiplier);
        ref var first = ref MemoryMarshal.GetReference(word);
        for (var i = 0; i < length - 4; i += 4)
            hash = Mix(hash ^ Four(ref first, i));
        return Mix(hash ^ Four(ref first, length - 4));
    }

    /// <summary>The hash of a phrase that goes on with a word.</summary>
    public static ulong Join(ulong phrase, ulong word) => Mix(phrase + Seed ^ word);

    private static ulong Four(ref char first, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, index)));

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Multiplier, out var low);
        return high ^ low;
    }
}

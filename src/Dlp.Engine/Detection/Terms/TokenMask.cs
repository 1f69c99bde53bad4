using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Detection.Terms;

/// <summary>Tells letters and digits from all else, 64 characters at a time.</summary>
internal static class TokenMask
{
    /// <summary>Characters of one mask.</summary>
    public const int Length = 64;

    /// <summary>A bit for each of the first 64 characters, the lowest for the first: set where <see cref="char.IsLetterOrDigit(char)"/>; beyond the text's end none is.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        if (text.Length >= Length)
            return OfWhole(text);
        Span<char> padded = stackalloc char[Length];
        padded.Clear();
        text.CopyTo(padded);
        return OfWhole(padded);
    }

    private static ulong OfWhole(ReadOnlySpan<char> text)
    {
        ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var (low, lowOther) = Half(ref units, 0);
        var (high, highOther) = Half(ref units, Length / 2);
        var mask = low | (ulong)high << 32;
        for (var others = lowOther | (ulong)highOther << 32; others != 0; others &= others - 1)
        {
            var index = BitOperations.TrailingZeroCount(others);
            mask |= char.IsLetterOrDigit(text[index]) ? 1UL << index : 0;
        }

        return mask;
    }

    // The ASCII letters and digits of 32 characters, and what is not ASCII.
    private static (uint Tokens, uint Others) Half(ref ushort units, nuint offset)
    {
        var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref units, offset), Vector256.LoadUnsafe(ref units, offset + 16));
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        return ((letters | digits).ExtractMostSignificantBits(), bytes.ExtractMostSignificantBits());
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// A text as literals are compared with it: one byte a unit, ASCII in lower case (<see cref="LiteralCase"/>). Units beyond ASCII become
/// one that no literal holds.
/// </summary>
internal static class LiteralCodes
{
    /// <summary>The code of what is beyond ASCII.</summary>
    public const byte BeyondAscii = byte.MaxValue;

    /// <summary>Letters, a bit each, whose code a few characters beyond ASCII have too.</summary>
    public static UInt128 Imitated => UInt128.One << 'i' | UInt128.One << 'k';

    /// <summary>The codes, a bit each, behind which something may stand that does not stand behind some characters of ASCII.</summary>
    public static UInt128 Behind(CharacterSet? notAfter) => (notAfter?.CodesOfOthers ?? UInt128.MaxValue) | Imitated;

    /// <summary>The code of one unit.</summary>
    public static byte Of(char character) => LiteralCase.Fold(character) is < (char)128 and var folded ? (byte)folded : BeyondAscii;

    /// <summary>The codes of a literal.</summary>
    public static byte[] Of(string literal)
    {
        var codes = new byte[literal.Length];
        WriteScalar(literal, codes);
        return codes;
    }

    /// <summary>Writes the code of every unit of a text; <paramref name="codes"/> is at least as long.</summary>
    public static void Write(ReadOnlySpan<char> text, Span<byte> codes)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + Vector256<byte>.Count <= text.Length; i += Vector256<byte>.Count)
            {
                ref var source = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), i));
                var low = Vector256.LoadUnsafe(ref source);
                var high = Vector256.LoadUnsafe(ref source, (nuint)Vector256<ushort>.Count);
                if (Vector256.EqualsAny(Unusual(low) | Unusual(high), Vector256<ushort>.AllBitsSet))
                    WriteScalar(text.Slice(i, Vector256<byte>.Count), codes[i..]);
                else
                    Lower(Vector256.NarrowWithSaturation(low, high)).StoreUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), i));
            }
        }

        WriteScalar(text[i..], codes[i..]);
    }

    /// <summary>The same, one unit after the other.</summary>
    internal static void WriteScalar(ReadOnlySpan<char> text, Span<byte> codes)
    {
        for (var i = 0; i < text.Length; i++)
            codes[i] = Of(text[i]);
    }

    // Those few beyond ASCII that stand for a letter of it.
    private static Vector256<ushort> Unusual(Vector256<ushort> units) =>
        Vector256.Equals(units, Vector256.Create((ushort)0x212A)) | Vector256.Equals(units & Vector256.Create((ushort)0xFFFE), Vector256.Create((ushort)0x0130));

    private static Vector256<byte> Lower(Vector256<byte> codes)
    {
        var upper = Vector256.LessThan(codes - Vector256.Create((byte)'A'), Vector256.Create((byte)26));
        var beyondAscii = Vector256.LessThan(codes.AsSByte(), Vector256<sbyte>.Zero).AsByte();
        return codes | (upper & Vector256.Create((byte)0x20)) | beyondAscii;
    }
}

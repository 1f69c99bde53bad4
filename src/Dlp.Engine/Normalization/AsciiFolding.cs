using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Normalization;

/// <summary>
/// Lower case for plain text, many characters at a time: everything of ASCII but <c>#</c>, which starts a hashtag, folds to one
/// unit whatever stands beside it.
/// </summary>
internal static class AsciiFolding
{
    // All bits that a unit of ASCII leaves zero.
    private const ushort BeyondAscii = 0xFF80;

    /// <summary>Folds the plain text that a text starts with.</summary>
    /// <param name="source">The text.</param>
    /// <param name="folded">Where it goes; not shorter than the text.</param>
    /// <returns>How many units were plain; what stands in <paramref name="folded"/> behind them has no meaning.</returns>
    public static int Fold(ReadOnlySpan<char> source, Span<char> folded)
    {
        folded = folded[..source.Length];
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(source));
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(folded));
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; source.Length - done >= Vector512<ushort>.Count; done += Vector512<ushort>.Count)
            {
                var read = Vector512.LoadUnsafe(ref from, (nuint)done);
                var capital = Vector512.LessThan(read - Vector512.Create((ushort)'A'), Vector512.Create((ushort)26));
                (read | (capital & Vector512.Create((ushort)0x20))).StoreUnsafe(ref to, (nuint)done);
                var plain = Vector512.Equals(read & Vector512.Create(BeyondAscii), Vector512<ushort>.Zero) & ~Vector512.Equals(read, Vector512.Create((ushort)'#'));
                if (plain != Vector512<ushort>.AllBitsSet)
                    return done + BitOperations.TrailingZeroCount(~plain.ExtractMostSignificantBits());
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; source.Length - done >= Vector128<ushort>.Count; done += Vector128<ushort>.Count)
            {
                var read = Vector128.LoadUnsafe(ref from, (nuint)done);
                var capital = Vector128.LessThan(read - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
                (read | (capital & Vector128.Create((ushort)0x20))).StoreUnsafe(ref to, (nuint)done);
                var plain = Vector128.Equals(read & Vector128.Create(BeyondAscii), Vector128<ushort>.Zero) & ~Vector128.Equals(read, Vector128.Create((ushort)'#'));
                if (plain != Vector128<ushort>.AllBitsSet)
                    return done + BitOperations.TrailingZeroCount(~plain.ExtractMostSignificantBits());
            }
        }

        return done + FoldOneByOne(source[done..], folded[done..]);
    }

    /// <summary>The same, one unit at a time.</summary>
    public static int FoldOneByOne(ReadOnlySpan<char> source, Span<char> folded)
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (!IsPlain(source[i]))
                return i;
            folded[i] = Lower(source[i]);
        }

        return source.Length;
    }

    /// <summary>Whether a unit is plain text: ASCII, and not what starts a hashtag.</summary>
    public static bool IsPlain(char unit) => unit < 128 && unit != '#';

    /// <summary>A unit of ASCII in lower case.</summary>
    public static char Lower(char unit) => char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit;
}

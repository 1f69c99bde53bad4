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
    /// <summary>Units that may be written behind the last one that counts.</summary>
    public const int Slack = 32;

    // All bits that a unit of ASCII leaves zero.
    private const ushort BeyondAscii = 0xFF80;

    /// <summary>Folds the plain text that a text starts with.</summary>
    /// <param name="source">The text.</param>
    /// <param name="folded">Where it goes; longer than the text by <see cref="Slack"/>.</param>
    /// <returns>How many units were plain; what stands in <paramref name="folded"/> behind them has no meaning.</returns>
    public static int Fold(ReadOnlySpan<char> source, Span<char> folded)
    {
        var units = MemoryMarshal.Cast<char, ushort>(source);
        var target = MemoryMarshal.Cast<char, ushort>(folded)[..(units.Length + Slack)];
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; units.Length - done >= Vector512<ushort>.Count; done += Vector512<ushort>.Count)
            {
                var read = Vector512.Create(units[done..]);
                var capital = Vector512.LessThan(read - Vector512.Create((ushort)'A'), Vector512.Create((ushort)26));
                (read | (capital & Vector512.Create((ushort)0x20))).CopyTo(target[done..]);
                var other = ~Vector512.Equals(read & Vector512.Create(BeyondAscii), Vector512<ushort>.Zero) | Vector512.Equals(read, Vector512.Create((ushort)'#'));
                if (other != Vector512<ushort>.Zero)
                    return done + BitOperations.TrailingZeroCount(other.ExtractMostSignificantBits());
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; units.Length - done >= Vector128<ushort>.Count; done += Vector128<ushort>.Count)
            {
                var read = Vector128.Create(units[done..]);
                var capital = Vector128.LessThan(read - Vector128.Create((ushort)'A'), Vector128.Create((ushort)26));
                (read | (capital & Vector128.Create((ushort)0x20))).CopyTo(target[done..]);
                var other = ~Vector128.Equals(read & Vector128.Create(BeyondAscii), Vector128<ushort>.Zero) | Vector128.Equals(read, Vector128.Create((ushort)'#'));
                if (other != Vector128<ushort>.Zero)
                    return done + BitOperations.TrailingZeroCount(other.ExtractMostSignificantBits());
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

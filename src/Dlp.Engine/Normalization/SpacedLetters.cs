using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dlp.Engine.Normalization;

/// <summary>
/// Words whose letters stand apart (<c>p r o j e t  o r i o n</c>, <c>c-o-d-e-s</c>), which a reader joins: single letters, at
/// least <see cref="LeastLetters"/>, with the same separator between each two; where it stands twice, a word ends.
/// </summary>
internal static class SpacedLetters
{
    /// <summary>Fewer are left alone: an enumeration, the initials of a name, <c>il y a</c>.</summary>
    public const int LeastLetters = 5;

    private const string Separators = " -._*·•";

    /// <summary>The first run of spaced letters of a folded text, at or behind a place; null when none follows.</summary>
    public static TextSpan? Next(ReadOnlySpan<char> text, int from)
    {
        for (var start = FirstLikely(text, from); start >= 0; start = FirstLikely(text, start + 1))
        {
            if (Separators.Contains(text[start]) && RunAround(text, start + 1, text[start], from) is { } run)
                return run;
        }

        return null;
    }

    /// <summary>Appends the words that a run spells.</summary>
    public static void Join(NormalizedTextBuilder source, TextSpan run, NormalizedTextBuilder joined)
    {
        var text = source.Span;
        var separator = text[run.Start + 1];
        for (var i = run.Start; i < run.End; i += 2)
        {
            var place = source.Positions[i];
            if (text[i] == separator)
            {
                var start = source.Positions[i - 1].Start;
                joined.Append(' ', start, place.End - start);
                place = source.Positions[++i];
            }

            joined.Append(text[i], place.Start, place.Length);
        }
    }

    /// <summary>
    /// Where two letters stand between three equal units that are neither letters nor digits, the first of which is at or behind a
    /// place; -1 when nowhere. A run with a word of three letters or more has such a place in it.
    /// </summary>
    public static int FirstLikely(ReadOnlySpan<char> text, int from)
    {
        // What the last lanes start is for the next vector to see.
        const int Seen = 4;
        ref var units = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        if (Vector512.IsHardwareAccelerated)
        {
            for (; text.Length - from >= Vector512<ushort>.Count + 2; from += Vector512<ushort>.Count - Seen)
            {
                var here = Vector512.LoadUnsafe(ref units, (nuint)from);
                var equal = Vector512.Equals(here, Vector512.LoadUnsafe(ref units, (nuint)from + 2));
                var letters = Vector512.LessThan(here - Vector512.Create((ushort)'a'), Vector512.Create((ushort)26));
                var digits = Vector512.LessThan(here - Vector512.Create((ushort)'0'), Vector512.Create((ushort)10));
                var likely = Likely((equal & ~digits).ExtractMostSignificantBits(), letters.ExtractMostSignificantBits());
                if (likely != 0)
                    return from + BitOperations.TrailingZeroCount(likely);
            }
        }

        if (Vector128.IsHardwareAccelerated)
        {
            for (; text.Length - from >= Vector128<ushort>.Count + 2; from += Vector128<ushort>.Count - Seen)
            {
                var here = Vector128.LoadUnsafe(ref units, (nuint)from);
                var equal = Vector128.Equals(here, Vector128.LoadUnsafe(ref units, (nuint)from + 2));
                var letters = Vector128.LessThan(here - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26));
                var digits = Vector128.LessThan(here - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
                var likely = Likely((equal & ~digits).ExtractMostSignificantBits(), letters.ExtractMostSignificantBits());
                if (likely != 0)
                    return from + BitOperations.TrailingZeroCount(likely);
            }
        }

        return FirstLikelyOneByOne(text, from);
    }

    /// <summary>The same, one unit at a time.</summary>
    public static int FirstLikelyOneByOne(ReadOnlySpan<char> text, int from)
    {
        for (; from < text.Length - 4; from++)
        {
            if (text[from] == text[from + 2] && text[from] == text[from + 4]
                && !char.IsAsciiLetterLower(text[from]) && !char.IsAsciiDigit(text[from])
                && char.IsAsciiLetterLower(text[from + 1]) && char.IsAsciiLetterLower(text[from + 3]))
                return from;
        }

        return -1;
    }

    // Bit by bit, lowest first: whether a unit equals the one but one behind it, and whether it is a letter.
    private static ulong Likely(ulong equal, ulong letters) => equal & (equal >> 2) & ~letters & (letters >> 1) & (letters >> 3);

    // The run that holds a letter and does not reach back beyond a place; null when it is too short.
    private static TextSpan? RunAround(ReadOnlySpan<char> text, int letter, char separator, int from)
    {
        var (start, end, letters) = (letter, letter, 1);
        for (; LetterBefore(text, start, separator, from) is var before and >= 0; start = before)
            letters++;
        for (; LetterAfter(text, end, separator) is var after and >= 0; end = after)
            letters++;
        return letters >= LeastLetters ? new TextSpan(start, end + 1) : null;
    }

    private static int LetterBefore(ReadOnlySpan<char> text, int letter, char separator, int from)
    {
        var before = letter - 1;
        for (var gap = 0; gap < 2 && before >= from && text[before] == separator; gap++)
            before--;
        return before < letter - 1 && before >= from && IsAlone(text, before) ? before : -1;
    }

    private static int LetterAfter(ReadOnlySpan<char> text, int letter, char separator)
    {
        var after = letter + 1;
        for (var gap = 0; gap < 2 && after < text.Length && text[after] == separator; gap++)
            after++;
        if (after == letter + 1 || after == text.Length || !IsAlone(text, after))
            return -1;

        // The first letter of the next word, whose letters stand apart by another separator.
        return after == letter + 3 && BeginsOtherRun(text, after, separator) ? -1 : after;
    }

    private static bool BeginsOtherRun(ReadOnlySpan<char> text, int letter, char separator) =>
        letter + 2 < text.Length && text[letter + 1] != separator && Separators.Contains(text[letter + 1]) && IsAlone(text, letter + 2);

    private static bool IsAlone(ReadOnlySpan<char> text, int index) =>
        char.IsAsciiLetterLower(text[index])
        && (index == 0 || !char.IsLetterOrDigit(text[index - 1]))
        && (index + 1 == text.Length || !char.IsLetterOrDigit(text[index + 1]));
}

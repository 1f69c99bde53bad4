using System.Buffers;

namespace Dlp.Engine.Validation;

/// <summary>
/// A secret made up to show what one looks like: it counts up or down, repeats one block or one character, or says that it is an example.
/// It has the shape, so that it is found, but nobody is harmed by it. Of random keys of twenty characters each test takes less than one
/// in a thousand for a specimen.
/// </summary>
internal static class SpecimenSecret
{
    private const int LongestRun = 5;
    private const int LongestSequence = 6;
    private const int LongestBlock = 16;
    private const int FewestBlocks = 3;

    private static readonly SearchValues<string> Words =
        SearchValues.Create(["example", "exemple", "dummy", "sample", "specimen", "foobar", "lorem", "deadbeef"], StringComparison.OrdinalIgnoreCase);

    public static bool IsSpecimen(ReadOnlySpan<char> value) =>
        SaysSo(value) || HasRun(value, 0, LongestRun) || HasRun(value, 1, LongestSequence) || HasRun(value, -1, LongestSequence) || CountsUp(value) || !RepeatedBlock(value).IsEmpty;

    /// <summary>Whether a word in the value says that it is an example.</summary>
    public static bool SaysSo(ReadOnlySpan<char> value) => value.ContainsAny(Words);

    /// <summary>Whether more than half of the characters are the one before or its successor.</summary>
    public static bool CountsUp(ReadOnlySpan<char> value)
    {
        var steps = 0;
        for (var i = 1; i < value.Length; i++)
            steps += value[i] - value[i - 1] is 1 or 0 ? 1 : 0;
        return steps * 2 > value.Length;
    }

    private static bool HasRun(ReadOnlySpan<char> value, int step, int length)
    {
        var run = 1;
        for (var i = 1; i < value.Length; i++)
        {
            run = value[i] - value[i - 1] == step ? run + 1 : 1;
            if (run >= length)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The block of up to sixteen characters that the value repeats throughout, or three times or more in the last half of it or more; empty when there is none.
    /// </summary>
    public static ReadOnlySpan<char> RepeatedBlock(ReadOnlySpan<char> value)
    {
        for (var length = 1; length <= Math.Min(LongestBlock, value.Length / 2); length++)
        {
            var start = value.Length - length;
            while (start > 0 && value[start - 1] == value[start - 1 + length])
                start--;
            var repeated = value.Length - start;
            if (start == 0 || (repeated >= FewestBlocks * length && repeated * 2 >= value.Length))
                return value[^length..];
        }

        return [];
    }
}

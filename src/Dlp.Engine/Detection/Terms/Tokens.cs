using System.Numerics;

namespace Dlp.Engine.Detection.Terms;

/// <summary>Cuts normalised text into tokens, runs of letters and digits.</summary>
internal static class Tokens
{
    /// <summary>The first token that starts at or after an index; null when there is none.</summary>
    public static TextSpan? Next(ReadOnlySpan<char> text, int index)
    {
        while (index < text.Length && !char.IsLetterOrDigit(text[index]))
            index++;
        if (index >= text.Length)
            return null;
        var end = index + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return new TextSpan(index, end);
    }

    /// <summary>Moves an index out of the middle of a token, to its start.</summary>
    public static int StartAt(ReadOnlySpan<char> text, int index)
    {
        index = Math.Clamp(index, 0, text.Length);
        while (index > 0 && index < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index]))
            index--;
        return index;
    }

    /// <summary>Puts every token that lies wholly inside a range of a text into a buffer.</summary>
    public static void Read(ReadOnlySpan<char> text, TextSpan range, TokenBuffer tokens)
    {
        tokens.Clear();
        var limit = StartAt(text, range.End);
        var at = range.Start;
        if (StartAt(text, at) < at && Next(text, StartAt(text, at)) is { } cut)
            at = cut.End;

        var (start, previous) = (-1, 0UL);
        for (; at < limit; at += TokenMask.Length)
        {
            // A bit is set wherever a token starts or ends.
            var mask = TokenMask.Of(text[at..limit]);
            for (var edges = mask ^ (mask << 1 | previous); edges != 0; edges &= edges - 1)
            {
                var edge = at + BitOperations.TrailingZeroCount(edges);
                if (start >= 0)
                    tokens.Add(text, start, edge);
                start = start < 0 ? edge : -1;
            }

            previous = mask >> TokenMask.Length - 1;
        }

        if (start >= 0)
            tokens.Add(text, start, limit);
    }
}

using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Evidence;

/// <summary>Finds hotwords around a candidate. Immutable and thread-safe.</summary>
/// <param name="words">An index in which the set of each group has the group's number.</param>
internal sealed class HotwordIndex(TermIndex words)
{
    /// <summary>Finds the words around a span of a normalised text that some groups may want to know of.</summary>
    public void Find(ReadOnlySpan<char> text, TextSpan span, IReadOnlyList<HotwordGroup> groups, NearbyWords near)
    {
        var (before, after) = (0, 0);
        foreach (var group in groups)
            (before, after) = (Math.Max(before, group.ReachBefore), Math.Max(after, group.ReachAfter));
        words.Find(text, new TextSpan(Math.Max(0, span.Start - before), span.Start), near.Before);
        words.Find(text, new TextSpan(span.End, Math.Min(text.Length, span.End + after)), near.After);
    }
}

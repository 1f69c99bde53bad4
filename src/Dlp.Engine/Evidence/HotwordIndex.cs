using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Evidence;

/// <summary>The hotwords of all rules, found together. Immutable and thread-safe.</summary>
internal sealed class HotwordIndex
{
    private readonly TermIndex _words;

    public HotwordIndex(IEnumerable<HotwordGroup> groups)
    {
        var all = groups.ToList();
        for (var number = 0; number < all.Count; number++)
            all[number].Number = number;
        _words = new TermIndex([.. all.Select(group => group.Words)]);
        Groups = all.Count;
    }

    /// <summary>Number of groups.</summary>
    public int Groups { get; }

    /// <summary>Finds the words of all groups in a window, under the numbers of their groups.</summary>
    public void Find(WindowText text) => _words.Find(text.Normalized.Span, text.Tokens, text.HotwordHits);

    /// <summary>Finds the words around a span of a normalised text that some groups may want to know of.</summary>
    public void Find(ReadOnlySpan<char> text, TextSpan span, IReadOnlyList<HotwordGroup> groups, NearbyWords words)
    {
        var (before, after) = (0, 0);
        foreach (var group in groups)
            (before, after) = (Math.Max(before, group.ReachBefore), Math.Max(after, group.ReachAfter));
        _words.Find(text, new TextSpan(Math.Max(0, span.Start - before), span.Start), words.Before);
        _words.Find(text, new TextSpan(span.End, Math.Min(text.Length, span.End + after)), words.After);
    }
}

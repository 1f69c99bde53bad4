using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Words that change the confidence of a candidate near by, as run.</summary>
internal sealed class HotwordGroup(HotwordDefinition definition)
{
    // What people put between the words of a phrase, and a plural, may make it so much longer than it is written.
    private const int Slack = 32;

    private readonly int _longestWord = definition.Words.All.Select(word => word.Length).DefaultIfEmpty().Max() + Slack;

    /// <summary>Its number among the groups of a rule set, given by their index.</summary>
    public int Number { get; set; } = -1;

    /// <summary>The words.</summary>
    public TermSet Words { get; } = TermSet.Of(definition.Words.All);

    public Confidence? RaisesTo => definition.RaisesTo;

    public LoweredConfidence? LowersTo => definition.LowersTo;

    /// <summary>Characters before a candidate in which its words lie, those that are long enough to begin farther away included.</summary>
    public int ReachBefore => definition.Before + _longestWord;

    /// <summary>Characters behind a candidate in which its words lie.</summary>
    public int ReachAfter => definition.After + _longestWord;

    /// <summary>A word of the group near a span; null when there is none.</summary>
    /// <param name="around">The words that stand before and behind it.</param>
    /// <param name="span">The span.</param>
    public TextSpan? Near(NearbyWords around, TextSpan span)
    {
        foreach (var word in around.Before.All)
        {
            if (word.Set == Number && span.Start - word.End <= definition.Before)
                return new TextSpan(word.Start, word.End);
        }

        foreach (var word in around.After.All)
        {
            if (word.Set == Number && word.Start - span.End <= definition.After)
                return new TextSpan(word.Start, word.End);
        }

        return null;
    }
}

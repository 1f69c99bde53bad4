using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Words that change the confidence of a candidate near by, as run.</summary>
/// <param name="words">The words.</param>
/// <param name="longest">Characters of the longest word.</param>
/// <param name="before">Characters between a word and the span behind it, at most.</param>
/// <param name="after">Characters between a word and the span before it, at most.</param>
/// <param name="raisesTo">The confidence they raise to, if they do.</param>
/// <param name="lowersTo">The confidence they lower to, if they do.</param>
internal sealed class HotwordGroup(TermSet words, int longest, int before, int after, Confidence? raisesTo, LoweredConfidence? lowersTo)
{
    // What people put between the words of a phrase, and a plural, may make it so much longer than it is written.
    private const int Slack = 32;

    /// <summary>Its number among the groups of a rule set, given by the index of the set's detectors.</summary>
    public int Number { get; set; } = -1;

    /// <summary>The words.</summary>
    public TermSet Words { get; } = words;

    /// <summary>Characters of the longest word, as it is written.</summary>
    public int Longest { get; } = longest;

    /// <summary>Characters between a word and the span behind it, at most.</summary>
    public int Before { get; } = before;

    /// <summary>Characters between a word and the span before it, at most.</summary>
    public int After { get; } = after;

    public Confidence? RaisesTo { get; } = raisesTo;

    public LoweredConfidence? LowersTo { get; } = lowersTo;

    /// <summary>Characters before a candidate in which its words lie, those that are long enough to begin farther away included.</summary>
    public int ReachBefore => Before + Longest + Slack;

    /// <summary>Characters behind a candidate in which its words lie.</summary>
    public int ReachAfter => After + Longest + Slack;

    /// <summary>The group of a definition.</summary>
    public static HotwordGroup Of(HotwordDefinition definition) => new(
        TermSet.Of(definition.Words.All),
        definition.Words.All.Select(word => word.Length).DefaultIfEmpty().Max(),
        definition.Before,
        definition.After,
        definition.RaisesTo,
        definition.LowersTo);

    /// <summary>A word of the group near a span; null when there is none.</summary>
    /// <param name="around">The words that stand before and behind it.</param>
    /// <param name="span">The span.</param>
    public TextSpan? Near(NearbyWords around, TextSpan span)
    {
        foreach (var word in around.Before.All)
        {
            if (word.Set == Number && span.Start - word.End <= Before)
                return new TextSpan(word.Start, word.End);
        }

        foreach (var word in around.After.All)
        {
            if (word.Set == Number && word.Start - span.End <= After)
                return new TextSpan(word.Start, word.End);
        }

        return null;
    }
}

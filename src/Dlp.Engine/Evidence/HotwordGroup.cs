using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Words that change the confidence of a candidate near by, as run.</summary>
internal sealed class HotwordGroup(HotwordDefinition definition)
{
    // What people put between the words of a phrase, and a plural, may make it so much longer than it is written.
    private const int Slack = 32;

    private readonly TermIndex _words = new([TermSet.Of(definition.Words.All)]);
    private readonly int _longestWord = definition.Words.All.Select(word => word.Length).DefaultIfEmpty().Max() + Slack;

    public Confidence? RaisesTo => definition.RaisesTo;

    public LoweredConfidence? LowersTo => definition.LowersTo;

    /// <summary>A word of the group near a span of the normalised text; null when there is none.</summary>
    public string? Near(string text, TextSpan span)
    {
        var hits = new TermHits();
        _words.Find(text, new TextSpan(Math.Max(0, span.Start - definition.Before - _longestWord), span.Start), hits);
        foreach (var word in hits.All)
        {
            if (span.Start - word.End <= definition.Before)
                return text[word.Start..word.End];
        }

        _words.Find(text, new TextSpan(span.End, Math.Min(text.Length, span.End + definition.After + _longestWord)), hits);
        foreach (var word in hits.All)
        {
            if (word.Start - span.End <= definition.After)
                return text[word.Start..word.End];
        }

        return null;
    }
}

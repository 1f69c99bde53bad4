using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Words that change the confidence of a candidate near by, as run.</summary>
internal sealed class HotwordGroup(HotwordDefinition definition)
{
    // What people put between the words of a phrase, and a plural, may make it so much longer than it is written.
    private const int Slack = 32;

    private readonly TermIndex _words = new([definition.Words.All]);
    private readonly int _longestWord = definition.Words.All.Select(word => word.Length).DefaultIfEmpty().Max() + Slack;

    public Confidence? RaisesTo => definition.RaisesTo;

    public LoweredConfidence? LowersTo => definition.LowersTo;

    /// <summary>A word of the group near a span of the normalised text; null when there is none.</summary>
    public string? Near(string text, TextSpan span)
    {
        var before = _words.Find(text, new TextSpan(Math.Max(0, span.Start - definition.Before - _longestWord), span.Start))[0];
        foreach (var word in before ?? [])
        {
            if (span.Start - word.End <= definition.Before)
                return text[word.Start..word.End];
        }

        var after = _words.Find(text, new TextSpan(span.End, Math.Min(text.Length, span.End + definition.After + _longestWord)))[0];
        foreach (var word in after ?? [])
        {
            if (word.Start - span.End <= definition.After)
                return text[word.Start..word.End];
        }

        return null;
    }
}

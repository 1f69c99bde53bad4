using System.ComponentModel;

namespace Dlp.Engine.Rules;

/// <summary>Words that change the confidence of a candidate near by.</summary>
[Description("Words that change the confidence of a candidate near by; exactly one of raisesTo and lowersTo.")]
public sealed record HotwordDefinition
{
    /// <summary>The words, by language; all languages are always active.</summary>
    [Description("The words, by language. All languages are always active.")]
    public required HotwordWords Words { get; init; }

    /// <summary>Characters of normalised text between the end of the word and the start of the span, at most.</summary>
    [Description("How many characters of normalised text may lie between the end of the word and the start of the span; 0 to 500.")]
    public required int Before { get; init; }

    /// <summary>Characters of normalised text between the end of the span and the start of the word, at most.</summary>
    [Description("How many characters of normalised text may lie between the end of the span and the start of the word; 0 to 500.")]
    public required int After { get; init; }

    /// <summary>The confidence it raises to; a higher one stays.</summary>
    [Description("Raises the confidence to this; a higher one stays.")]
    public Confidence? RaisesTo { get; init; }

    /// <summary>The confidence it lowers to; a lower one stays.</summary>
    [Description("Lowers the confidence to this; a lower one stays. `none` drops the candidate.")]
    public LoweredConfidence? LowersTo { get; init; }
}

/// <summary>Words by language.</summary>
[Description("Words by language. Any language may be left out.")]
public sealed record HotwordWords
{
    /// <summary>English words.</summary>
    [Description("English words and phrases.")]
    public IReadOnlyList<string> En { get; init; } = [];

    /// <summary>French words.</summary>
    [Description("French words and phrases.")]
    public IReadOnlyList<string> Fr { get; init; } = [];

    /// <summary>Words of other languages.</summary>
    [Description("Words and phrases of any other language: those of the country that issues the number.")]
    public IReadOnlyList<string> Other { get; init; } = [];

    /// <summary>The words of all languages.</summary>
    internal IEnumerable<string> All => En.Concat(Fr).Concat(Other);
}

/// <summary>What counter-evidence leaves of a confidence.</summary>
public enum LoweredConfidence
{
    /// <summary>Nothing: the candidate is dropped.</summary>
    [Description("The candidate is dropped.")]
    None,

    /// <summary>Low confidence.</summary>
    [Description("Low confidence.")]
    Low,
}

/// <summary>Values that are no finding, or hardly one.</summary>
[Description("Values that are no finding, or hardly one: exactly one of values and regex.")]
public sealed record ExclusionDefinition
{
    /// <summary>The values; case, spaces and punctuation do not matter.</summary>
    [Description("The values; case, spaces and punctuation do not matter.")]
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>A pattern that the value matches somewhere.</summary>
    [Description("A .NET regular expression that is found in the value, in the rule's view of the text; {name} stands for a fragment.")]
    public string? Regex { get; init; }

    /// <summary>What is left of the confidence; dropped when absent.</summary>
    [Description("What is left of the confidence: low for a published specimen, which is seldom worth a word. Absent or none: the candidate is dropped.")]
    public LoweredConfidence LowersTo { get; init; }

    /// <summary>Why they are no finding.</summary>
    [Description("Why they are no finding.")]
    public required string Because { get; init; }
}

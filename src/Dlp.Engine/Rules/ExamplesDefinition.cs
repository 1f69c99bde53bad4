using System.ComponentModel;

namespace Dlp.Engine.Rules;

/// <summary>Texts that prove what a rule does.</summary>
[Description("Texts that show what the rule finds and what it leaves alone.")]
public sealed record ExamplesDefinition
{
    /// <summary>Texts in which the rule finds something.</summary>
    [Description("Texts in which the rule finds what stands between ⟦ and ⟧, and nothing else.")]
    public required IReadOnlyList<MatchExample> Match { get; init; }

    /// <summary>Texts in which the rule finds nothing.</summary>
    [Description("Texts in which the rule finds nothing, at any confidence.")]
    public required IReadOnlyList<NoMatchExample> NoMatch { get; init; }
}

/// <summary>A text in which the rule finds something.</summary>
[Description("A text in which the rule finds what stands between ⟦ and ⟧.")]
public sealed record MatchExample
{
    /// <summary>The text; ⟦ and ⟧ mark each span and are taken out before it is scanned.</summary>
    [Description("The text. ⟦ and ⟧ mark each span that must be found; they are taken out before the text is scanned.")]
    public required string Text { get; init; }

    /// <summary>Confidence that each finding must have; any when absent.</summary>
    [Description("Confidence that each finding must have. Any when absent.")]
    public Confidence? Confidence { get; init; }

    /// <summary>Instant of publishing.</summary>
    [Description("Instant of publishing, with offset. 2026-06-15T12:00:00Z when absent.")]
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>What the file gives away whose name the text is.</summary>
    [Description("For rules that look for a signal: the text is the name of an attached file that bears these.")]
    public IReadOnlyList<PartSignal> Signals { get; init; } = [];
}

/// <summary>A text in which the rule finds nothing.</summary>
[Description("A text in which the rule finds nothing, at any confidence.")]
public sealed record NoMatchExample
{
    /// <summary>The text.</summary>
    [Description("The text.")]
    public required string Text { get; init; }

    /// <summary>Why nothing is found in it.</summary>
    [Description("Why nothing is found in it.")]
    public required string Because { get; init; }

    /// <summary>Instant of publishing.</summary>
    [Description("Instant of publishing, with offset. 2026-06-15T12:00:00Z when absent.")]
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>What the file gives away whose name the text is.</summary>
    [Description("For rules that look for a signal: the text is the name of an attached file that bears these.")]
    public IReadOnlyList<PartSignal> Signals { get; init; } = [];
}

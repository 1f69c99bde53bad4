using System.ComponentModel;

namespace Dlp.Engine;

/// <summary>How sure it is that a finding is what it seems to be.</summary>
public enum Confidence
{
    /// <summary>The shape is right, nothing else speaks for it.</summary>
    [Description("The shape is right, nothing else speaks for it.")]
    Low,

    /// <summary>The shape and one proof: a check digit, a fixed prefix, a word near by.</summary>
    [Description("The shape and one proof: a check digit, a fixed prefix, a word near by.")]
    Medium,

    /// <summary>The shape and strong proof; wrong once in hundreds of times.</summary>
    [Description("The shape and strong proof; wrong once in hundreds of times.")]
    High,
}

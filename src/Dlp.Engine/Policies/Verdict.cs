using System.ComponentModel;

namespace Dlp.Engine.Policies;

/// <summary>What the author may do next, from mildest to strictest.</summary>
public enum Verdict
{
    /// <summary>Publish.</summary>
    [Description("Publish.")]
    Allow,

    /// <summary>Publish after confirming.</summary>
    [Description("Publish after confirming.")]
    Warn,

    /// <summary>Publish after giving a reason.</summary>
    [Description("Publish after giving a reason.")]
    Justify,

    /// <summary>Not as it stands.</summary>
    [Description("Not as it stands.")]
    Block,
}

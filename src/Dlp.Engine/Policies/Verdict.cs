namespace Dlp.Engine.Policies;

/// <summary>What the author may do next, from mildest to strictest.</summary>
public enum Verdict
{
    /// <summary>Publish.</summary>
    Allow,

    /// <summary>Publish after confirming.</summary>
    Warn,

    /// <summary>Publish after giving a reason.</summary>
    Justify,

    /// <summary>Not as it stands.</summary>
    Block,
}

using System.ComponentModel;

namespace Dlp.Engine;

/// <summary>What an attached file gives away beside its text. Rules turn it into findings, in the file's name: <c>detect: [{signal: otherKind}]</c>.</summary>
public enum PartSignal
{
    /// <summary>Its name says another kind of file than its content is.</summary>
    [Description("The file's name says another kind of file than its content is.")]
    OtherKind,

    /// <summary>Its name holds characters that turn the direction of writing.</summary>
    [Description("The file's name holds characters that turn the direction of writing, which can hide how it ends.")]
    TurnedName,
}

using System.ComponentModel;

namespace Dlp.Engine;

/// <summary>How harmful a finding is if it is what it seems to be.</summary>
public enum Severity
{
    /// <summary>A nuisance.</summary>
    [Description("A nuisance.")]
    Low,

    /// <summary>Harm to somebody, soon mended.</summary>
    [Description("Harm to somebody, soon mended.")]
    Medium,

    /// <summary>Lasting harm to a person or to the company.</summary>
    [Description("Lasting harm to a person or to the company.")]
    High,

    /// <summary>Immediate and grave: a working key, an identity that can be stolen.</summary>
    [Description("Immediate and grave: a working key, an identity that can be stolen.")]
    Critical,
}

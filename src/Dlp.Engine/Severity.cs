namespace Dlp.Engine;

/// <summary>How harmful a finding is if it is what it seems to be.</summary>
public enum Severity
{
    /// <summary>A nuisance.</summary>
    Low,

    /// <summary>Harm to somebody, soon mended.</summary>
    Medium,

    /// <summary>Lasting harm to a person or to the company.</summary>
    High,

    /// <summary>Immediate and grave: a working key, an identity that can be stolen.</summary>
    Critical,
}

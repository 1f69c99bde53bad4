using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Detection;

/// <summary>Finds the terms of a set. <see cref="TermIndex"/> looks for those of all sets in one pass.</summary>
internal sealed class TermDetector(TermSet terms) : Detector
{
    /// <summary>The terms.</summary>
    public TermSet Terms { get; } = terms;
}

using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Detection;

/// <summary>Finds the terms of a set.</summary>
internal sealed class TermDetector(TermSet terms) : Detector
{
    /// <summary>The terms.</summary>
    public TermSet Terms { get; } = terms;

    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget) => text.TermsOf(this) ?? [];
}

namespace Dlp.Engine.Detection;

/// <summary>Finds the terms of a list.</summary>
internal sealed class TermDetector(IReadOnlyList<string> terms) : Detector
{
    /// <summary>The terms as written.</summary>
    public IReadOnlyList<string> Terms { get; } = terms;

    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget) => text.TermsOf(this) ?? [];
}

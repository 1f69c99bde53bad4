namespace Dlp.Engine.Detection;

/// <summary>Finds the terms of a list.</summary>
internal sealed class TermDetector(TermDictionary terms) : Detector
{
    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget) =>
        terms.Find(text.Normalized.Text, new TextSpan(0, text.Normalized.Text.Length));
}

using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Finds what a model of Microsoft.Recognizers knows.</summary>
internal sealed class RecognizerDetector(RecognizerKind kind) : Detector
{
    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget) =>
        RecognizerSlices.Find(kind, text, new TextSpan(0, text.Normalized.Text.Length), budget);
}

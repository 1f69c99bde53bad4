using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Finds what a model of Microsoft.Recognizers knows.</summary>
/// <param name="kind">The model.</param>
internal sealed class RecognizerDetector(RecognizerKind kind) : Detector
{
    /// <summary>The model.</summary>
    public RecognizerKind Kind { get; } = kind;

    /// <summary>Adds every place in the window. What the budget does not allow is left out and noted there.</summary>
    public void Detect(WindowText text, ScanBudget budget)
    {
        foreach (var place in RecognizerSlices.Find(Kind, text, new TextSpan(0, text.Normalized.Span.Length), budget))
            text.Places.Add(Number, place);
    }
}

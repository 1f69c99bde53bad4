using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Code that finds where something stands in a text. Immutable and thread-safe.</summary>
internal abstract class Detector
{
    /// <summary>The view in whose offsets it answers.</summary>
    public virtual TextView View => TextView.Normalized;

    /// <summary>Every place in the window, in order of start. What the budget does not allow is left out and noted there.</summary>
    public abstract IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget);
}

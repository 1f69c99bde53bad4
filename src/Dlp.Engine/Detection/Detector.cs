using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Code that finds where something stands in a text. The <see cref="DetectorIndex"/> of a rule set runs all of them together.</summary>
internal abstract class Detector
{
    /// <summary>Its number among the detectors of a rule set, given by their index; that of the list its places are added to.</summary>
    public int Number { get; set; } = -1;

    /// <summary>When it runs; said by the index.</summary>
    public DetectionStage Stage { get; set; }

    /// <summary>The view in whose offsets its places are.</summary>
    public virtual TextView View => TextView.Normalized;
}

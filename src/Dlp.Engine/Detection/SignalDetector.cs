using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Proposes the name of a file that bears a signal. It waits for nothing in a text: the host says which signals a file bears.</summary>
internal sealed class SignalDetector(PartSignal signal) : Detector
{
    /// <summary>The signal.</summary>
    public PartSignal Signal { get; } = signal;

    /// <inheritdoc/>
    public override TextView View => TextView.Original;
}

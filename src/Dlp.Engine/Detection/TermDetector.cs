namespace Dlp.Engine.Detection;

/// <summary>Finds the terms of a list. <see cref="TermIndex"/> looks for those of all lists in one pass.</summary>
/// <param name="terms">The terms as written.</param>
internal sealed class TermDetector(IReadOnlyList<string> terms) : Detector
{
    /// <summary>The terms as written.</summary>
    public IReadOnlyList<string> Terms { get; } = terms;
}

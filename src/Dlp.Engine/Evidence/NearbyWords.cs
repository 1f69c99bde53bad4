using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Evidence;

/// <summary>The hotwords around a candidate. Used again for the next one; not thread-safe.</summary>
internal sealed class NearbyWords
{
    /// <summary>Those that end before it.</summary>
    public TermHits Before { get; } = new();

    /// <summary>Those that begin behind it.</summary>
    public TermHits After { get; } = new();
}

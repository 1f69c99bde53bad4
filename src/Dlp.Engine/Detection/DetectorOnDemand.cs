using Dlp.Engine.Evidence;

namespace Dlp.Engine.Detection;

/// <summary>A detector whose places count where low confidence does, and near the words of some groups.</summary>
/// <param name="Detector">The detector.</param>
/// <param name="Hotwords">The groups of words that make a place of it count; none when nothing does.</param>
internal readonly record struct DetectorOnDemand(Detector Detector, IReadOnlyList<HotwordGroup> Hotwords);

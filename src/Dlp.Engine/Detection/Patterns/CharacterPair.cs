namespace Dlp.Engine.Detection.Patterns;

/// <summary>Two characters, one after the other.</summary>
/// <param name="First">The characters that the first may be.</param>
/// <param name="Second">The characters that the second may be.</param>
internal sealed record CharacterPair(CharacterSet First, CharacterSet Second);

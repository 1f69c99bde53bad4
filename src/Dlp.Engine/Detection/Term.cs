namespace Dlp.Engine.Detection;

/// <summary>A word or phrase, folded and cut into tokens; <paramref name="Joints"/> are the characters between them.</summary>
internal sealed record Term(IReadOnlyList<string> Tokens, IReadOnlyList<string> Joints);

using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>Literals that are looked for together.</summary>
/// <param name="Texts">The literals.</param>
/// <param name="NotAfter">Characters of ASCII behind which none of them counts; null when all are allowed.</param>
internal readonly record struct LiteralSet(IReadOnlyList<string> Texts, CharacterSet? NotAfter = null);

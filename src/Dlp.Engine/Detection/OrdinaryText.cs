using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Normalization;

namespace Dlp.Engine.Detection;

/// <summary>Some thousand characters of what people post, in English and French: what is rare in it is worth waiting for.</summary>
internal static class OrdinaryText
{
    private static readonly Lazy<string> Text = new(() =>
    {
        using var reader = new StreamReader(typeof(OrdinaryText).Assembly.GetManifestResourceStream("Dlp.Engine.Detection.ordinary-text.txt")!);
        return reader.ReadToEnd();
    });

    private static readonly Lazy<byte[]> FoldedCodes = new(() =>
    {
        var folded = NormalizedText.Of(Original).Span;
        var codes = new byte[folded.Length];
        LiteralCodes.Write(folded, codes);
        return codes;
    });

    /// <summary>As it was typed.</summary>
    public static string Original => Text.Value;

    /// <summary>Its normalised text, as <see cref="LiteralCodes"/>.</summary>
    public static ReadOnlySpan<byte> Codes => FoldedCodes.Value;
}

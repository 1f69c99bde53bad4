using UglyToad.PdfPig;

namespace Dlp.Documents.Pdf;

/// <summary>Carries the token to the processor, for which PdfPig has no other way.</summary>
internal sealed class TextParsingOptions : ParsingOptions
{
    public CancellationToken Token { get; init; }
}

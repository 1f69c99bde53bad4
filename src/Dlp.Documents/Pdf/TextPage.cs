using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>What a page of a PDF document has for a reader of text.</summary>
internal sealed class TextPage
{
    /// <summary>In the order in which the page draws them.</summary>
    public List<Glyph> Glyphs { get; } = [];

    public List<PageAnnotation> Annotations { get; } = [];

    /// <summary>Images, those inside its forms too.</summary>
    public int ImageCount { get; set; }

    /// <summary>Those that are large enough to hold text.</summary>
    public List<PageImage> Images { get; } = [];

    /// <summary>Part of the page that the images cover, one on top of another counted twice.</summary>
    public double ImageShare { get; set; }

    /// <summary>What is told to those who do not see the page, in place of what it draws.</summary>
    public List<string> Alternatives { get; } = [];

    /// <summary>Lines and curves begun.</summary>
    public int Drawings { get; set; }

    /// <summary>Whether something on the page could not be run or was over a limit, so that text may be lost.</summary>
    public bool IsIncomplete { get; set; }
}

/// <summary>A letter on a page.</summary>
/// <param name="Value">Its characters.</param>
/// <param name="Start">Where it begins on the baseline.</param>
/// <param name="End">Where its successor would begin.</param>
/// <param name="Em">Size of the font on the page, in points; above 0.</param>
/// <param name="IsKnown">Whether the font says which characters it shows; otherwise <paramref name="Value"/> is a guess.</param>
/// <param name="Spacing">How far all letters are set apart, in points (ISO 32000-1, 9.3.2): a gap of that width parts no words.</param>
internal readonly record struct Glyph(string Value, PdfPoint Start, PdfPoint End, double Em, bool IsKnown, double Spacing = 0);

/// <summary>A note or link on a page.</summary>
/// <param name="Contents">What the note says, or the alternative text.</param>
/// <param name="Others">What it says besides, in other forms.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Targets">Where the link leads: an address, or a file.</param>
/// <param name="Script">What it runs.</param>
/// <param name="File">Specification of the file that it holds.</param>
internal sealed record PageAnnotation(string? Contents, IReadOnlyList<string> Others, string? Author, IReadOnlyList<string> Targets, string Script, IToken? File);

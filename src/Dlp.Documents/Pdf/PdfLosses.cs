using UglyToad.PdfPig.Logging;

namespace Dlp.Documents.Pdf;

/// <summary>What was not read of a PDF document. As its log, hears of fonts that the library leaves out without a word to the caller.</summary>
internal sealed class PdfLosses : ILog
{
    private bool _lostFont;

    public List<int> UnreadPages { get; } = [];

    public List<int> IncompletePages { get; } = [];

    /// <summary>Pages whose fonts do not say which characters their glyphs are.</summary>
    public List<int> PagesWithoutCharacters { get; } = [];

    /// <summary>Pages of images or outlines, of which no text is recognised.</summary>
    public List<int> ImagePages { get; } = [];

    /// <summary>Pages of text with large images in it, of which no text is recognised.</summary>
    public List<int> IllustratedPages { get; } = [];

    /// <summary>Pages of outlines, which are not drawn to have their text recognised.</summary>
    public List<int> OutlinePages { get; } = [];

    /// <summary>Says something else that was left out, once.</summary>
    public void Add(string other)
    {
        if (!Others.Contains(other))
            Others.Add(other);
    }

    /// <summary>Other things, as they will be told.</summary>
    public List<string> Others { get; } = [];

    public void Report(AttachmentText text, int pageCount)
    {
        if (UnreadPages.Count == pageCount)
            text.Refuse(PartStatus.Unreadable, "the PDF document is damaged: none of its pages can be read");
        else if (UnreadPages.Count > 0)
            text.Miss($"{Format.Pages(UnreadPages)} could not be read: damaged");
        if (IncompletePages.Count > 0)
            text.Miss($"{Format.Pages(IncompletePages)} could be read in part only: damaged or over a limit");
        if (PagesWithoutCharacters.Count > 0)
            text.Miss($"the fonts of {Format.Pages(PagesWithoutCharacters)} do not say which characters they show");
        if (_lostFont)
            text.Miss("a font is missing or damaged, and the text written in it was not read");
        foreach (var other in Others)
            text.Miss(other);
        if (OutlinePages.Count > 0)
            text.Miss($"{Format.Pages(OutlinePages)} {(OutlinePages.Count == 1 ? "holds" : "hold")} little but drawings, and letters drawn as outlines are not read");
        if (IllustratedPages.Count > 0)
            text.Miss($"the images on {Format.Pages(IllustratedPages)} need text recognition (OCR)", UnreadCause.NoOcr);
        if (ImagePages.Count > 0)
        {
            text.Miss(
                $"{Format.Count(ImagePages.Count)} of {Format.Count(pageCount)} pages hold little but images or drawings, "
                + $"which need text recognition (OCR): {Format.Pages(ImagePages)}",
                UnreadCause.NoOcr);
        }
    }

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Warn(string message) => Hear(message);

    public void Error(string message) => Hear(message);

    public void Error(string message, Exception ex) => Hear(message);

    private void Hear(string message) => _lostFont |= message.Contains("Skipping a missing font", StringComparison.Ordinal)
        || (message.Contains("Could not parse the", StringComparison.Ordinal) && message.Contains("font", StringComparison.OrdinalIgnoreCase));
}

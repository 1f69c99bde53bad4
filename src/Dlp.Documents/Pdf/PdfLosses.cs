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
    public void Add(LocalizedText other)
    {
        if (!Others.Contains(other))
            Others.Add(other);
    }

    /// <summary>Other things, as they will be told.</summary>
    public List<LocalizedText> Others { get; } = [];

    public void Report(AttachmentText text, int pageCount)
    {
        if (UnreadPages.Count == pageCount)
            text.Refuse(PartStatus.Unreadable, new("the PDF document is damaged: none of its pages can be read", "le document PDF est endommagé : aucune de ses pages ne peut être lue"));
        else if (UnreadPages.Count > 0)
            text.Miss(new($"{Format.Pages(UnreadPages)} could not be read: damaged", $"illisible, car endommagé : {Format.Pages(UnreadPages)}"));
        if (IncompletePages.Count > 0)
            text.Miss(new($"{Format.Pages(IncompletePages)} could be read in part only: damaged or over a limit", $"lu en partie seulement, car endommagé ou au-delà d'une limite : {Format.Pages(IncompletePages)}"));
        if (PagesWithoutCharacters.Count > 0)
        {
            text.Miss(new(
                $"the fonts of {Format.Pages(PagesWithoutCharacters)} do not say which characters they show",
                $"les polices ne disent pas quels caractères elles montrent : {Format.Pages(PagesWithoutCharacters)}"));
        }

        if (_lostFont)
            text.Miss(new("a font is missing or damaged, and the text written in it was not read", "une police manque ou est endommagée, et le texte qui l'emploie n'a pas été lu"));
        foreach (var other in Others)
            text.Miss(other);
        if (OutlinePages.Count > 0)
        {
            text.Miss(new(
                $"{Format.Pages(OutlinePages)} {(OutlinePages.Count == 1 ? "holds" : "hold")} little but drawings, and letters drawn as outlines are not read",
                $"presque rien que des dessins, et les lettres tracées ne sont pas lues : {Format.Pages(OutlinePages)}"));
        }

        if (IllustratedPages.Count > 0)
        {
            text.Miss(
                new($"the images on {Format.Pages(IllustratedPages)} need text recognition (OCR)", $"images qui demandent une reconnaissance de texte (OCR) : {Format.Pages(IllustratedPages)}"),
                UnreadCause.NoOcr);
        }

        if (ImagePages.Count > 0)
        {
            text.Miss(
                new(
                    $"{Format.Count(ImagePages.Count)} of {Format.Count(pageCount)} pages hold little but images or drawings, which need text recognition (OCR): {Format.Pages(ImagePages)}",
                    $"presque rien que des images ou des dessins, qui demandent une reconnaissance de texte (OCR), sur {Format.Count(ImagePages.Count, Language.Fr)} des {Format.Count(pageCount, Language.Fr)} pages : {Format.Pages(ImagePages)}"),
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

using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Dlp.Documents.Pdf;

/// <summary>Text of a PDF document: its pages in order, each with its annotations and links, then form fields, bookmarks and metadata.</summary>
internal static class PdfReader
{
    // Readers look for the end mark in the last 1,024 bytes (ISO 32000-1, annex H, note 18).
    private const int EndWindow = 1024;

    /// <summary>More lines and curves than a page that is blank but for its frame; text drawn as outlines has hundreds.</summary>
    private const int DrawingFrom = 50;

    /// <summary>A scan bears no more than this beside its image: the scanner's name, a page number, the line of a fax.</summary>
    private const int CaptionGlyphs = 100;

    private const double ScanFrom = 0.5;

    /// <summary>Share of glyphs without a character that no page of text has: a bullet or two are common.</summary>
    private const double UnknownFrom = 0.1;

    /// <exception cref="OperationCanceledException">Time is up; that is looked at between pages.</exception>
    public static void Read(OpenedFile file)
    {
        var (content, text, token) = (file.Content, file.Text, file.Token);
        var losses = new PdfLosses();
        using var document = Open(content, text, losses, token);
        if (document is null)
            return;
        if (document.NumberOfPages == 0)
        {
            text.Refuse(PartStatus.Unreadable, "the PDF document is damaged: no page can be found in it");
            return;
        }

        ReadPages(document, text, file.Options.MaxPages, losses, token);
        PdfExtras.Read(document, text, losses);
        if (content.Span[^Math.Min(content.Length, EndWindow)..].IndexOf("%%EOF"u8) < 0)
            text.Miss("the file does not end as a PDF document does: it is cut short, or something follows it");
        losses.Report(text, document.NumberOfPages);
    }

    private static PdfDocument? Open(ReadOnlyMemory<byte> content, AttachmentText text, PdfLosses losses, CancellationToken token)
    {
        try
        {
            var document = PdfDocument.Open(
                content,
                new TextParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, Passwords = [""], Logger = losses, Token = token });
            document.AddPageFactory<TextPage, TextPageFactory>();
            return document;
        }
        catch (PdfDocumentEncryptedException)
        {
            text.Refuse(PartStatus.Encrypted, "the PDF document needs a password");
        }
        catch (Exception)
        {
            text.Refuse(PartStatus.Unreadable, "the PDF document is damaged: it cannot be opened");
        }

        return null;
    }

    private static void ReadPages(PdfDocument document, AttachmentText text, int maxPages, PdfLosses losses, CancellationToken token)
    {
        for (var number = 1; number <= document.NumberOfPages && !text.IsFull; number++)
        {
            token.ThrowIfCancellationRequested();
            if (number > maxPages)
            {
                text.Refuse(
                    PartStatus.TooLarge,
                    $"it has {Format.Count(document.NumberOfPages)} pages, more than the limit of {Format.Count(maxPages)}; the rest was not read");
                return;
            }

            try
            {
                ReadPage(number, document.GetPage<TextPage>(number), text, losses);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                losses.UnreadPages.Add(number);
            }
        }
    }

    private static bool IsImage(TextPage page, string lines) => string.IsNullOrWhiteSpace(lines)
        ? page.Images > 0 || page.Drawings >= DrawingFrom
        : page.ImageShare >= ScanFrom && page.Glyphs.Count <= CaptionGlyphs;

    private static void ReadPage(int number, TextPage page, AttachmentText text, PdfLosses losses)
    {
        var lines = PdfLines.Of(page.Glyphs);
        text.Add($"page {number}", lines);
        if (page.IsIncomplete)
            losses.IncompletePages.Add(number);
        if (page.Glyphs.Count(glyph => !glyph.IsKnown) > page.Glyphs.Count * UnknownFrom)
            losses.PagesWithoutCharacters.Add(number);
        if (IsImage(page, lines))
            losses.ImagePages.Add(number);

        // A link that runs over several lines is an annotation for each.
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (contents, target) in page.Annotations)
        {
            if (contents is not null && read.Add(contents))
                text.Add($"page {number}, annotation", contents);
            if (target is not null && read.Add(target))
                text.Add($"page {number}, link", target);
        }
    }
}

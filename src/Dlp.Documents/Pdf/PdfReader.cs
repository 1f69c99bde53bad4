using Dlp.Documents.Mail;
using Dlp.Documents.Pdf.Filters;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Text of a PDF document: its pages in order, each with its annotations and links, then form fields, bookmarks and metadata.</summary>
internal static class PdfReader
{
    // Readers look for the end mark in the last 1,024 bytes (ISO 32000-1, annex H, note 18).
    private const int EndWindow = 1024;

    private static readonly LocalizedText Unended = new(
        "the file does not end as a PDF document does: it is cut short, or something follows it",
        "le fichier ne finit pas comme un document PDF : il est coupé, ou quelque chose le suit");

    /// <summary>More lines and curves than a page that is blank but for its frame; text drawn as outlines has hundreds.</summary>
    private const int DrawingFrom = 50;

    /// <summary>A scan bears no more than this beside its image: the scanner's name, a page number, the line of a fax.</summary>
    private const int CaptionGlyphs = 100;

    private const double ScanFrom = 0.5;

    /// <summary>Smaller pictures on a page of text are logos and ornaments.</summary>
    private const double PictureFrom = 0.03;
    private const long PicturePixels = 30_000;

    private const int MaxStreamBytes = 64 * 1024 * 1024;

    /// <summary>Share of glyphs without a character that no page of text has: a bullet or two are common.</summary>
    private const double UnknownFrom = 0.1;

    /// <exception cref="OperationCanceledException">Time is up; that is looked at between pages.</exception>
    public static void Read(OpenedFile file)
    {
        var (content, text) = (file.Content, file.Text);
        var losses = new PdfLosses();
        var document = Open(file, losses);
        if (document is null)
            return;

        // Its images are decoded when all text has been read.
        file.Pictures.KeepUntilRead(document);
        if (document.NumberOfPages == 0)
        {
            text.Refuse(PartStatus.Unreadable, new("the PDF document is damaged: no page can be found in it", "le document PDF est endommagé : aucune page n'y a été trouvée"));
            return;
        }

        var embedded = new EmbeddedFiles(file, document.Structure.TokenScanner, document.Structure.FilterProvider);
        var revisions = PdfRevisions.Of(content);
        var attached = ReadPages(document, file, losses, revisions);
        PdfExtras.Read(document, file, losses);
        revisions.Read(document, file, losses, earlier => Document(earlier, losses, file.Token));
        ReadBeside(file);
        losses.Report(text, document.NumberOfPages);
        embedded.ReadAll(document.Structure.Catalog.CatalogDictionary);
        foreach (var specification in attached)
            embedded.Read(specification, null);
    }

    /// <summary>What stands before its header, and behind its last end mark: viewers look at neither.</summary>
    private static void ReadBeside(OpenedFile file)
    {
        var content = file.Content;
        var header = content.Span.IndexOf("%PDF-"u8);
        if (header > 0)
            StrayBytes.Read(file, Place.BeforeTheDocument, content[..header], null);
        var end = content.Span.LastIndexOf("%%EOF"u8);
        if (end >= 0)
            StrayBytes.Read(file, Place.BehindTheDocument, content[(end + "%%EOF".Length)..], Unended);
        if (end < content.Length - EndWindow)
            file.Text.Miss(Unended);
    }

    private static PdfDocument? Open(OpenedFile file, PdfLosses losses)
    {
        var text = file.Text;
        try
        {
            return Document(file.Content, losses, file.Token);
        }
        catch (PdfDocumentEncryptedException)
        {
            var needsPassword = new LocalizedText("the PDF document needs a password", "il faut un mot de passe pour ouvrir le document PDF");
            text.Refuse(PartStatus.Encrypted, needsPassword);

            // Where a label was read, the part is read in part, and another is what was not.
            if (EncryptedLabels.Read(file))
                file.RefuseEmbedded("encrypted content", PartStatus.Encrypted, needsPassword);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            text.Refuse(PartStatus.Unreadable, new("the PDF document is damaged: it cannot be opened", "le document PDF est endommagé : il ne peut pas être ouvert"));
        }

        return null;
    }

    private static PdfDocument Document(ReadOnlyMemory<byte> content, PdfLosses losses, CancellationToken token)
    {
        var document = PdfDocument.Open(
            content,
            new TextParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                Passwords = [""],
                Logger = losses,
                Token = token,
                FilterProvider = new LimitedFilterProvider(new DecodingLimit(MaxStreamBytes, losses.Add, token)),
            });
        document.AddPageFactory<TextPage, TextPageFactory>();
        return document;
    }

    /// <summary>Reads the pages; gives the specifications of files that are attached to notes on them.</summary>
    private static List<IToken> ReadPages(PdfDocument document, OpenedFile file, PdfLosses losses, PdfRevisions revisions)
    {
        var attached = new List<IToken>();
        for (var number = 1; number <= document.NumberOfPages && !file.Text.IsFull; number++)
        {
            file.Token.ThrowIfCancellationRequested();
            if (number > file.Options.MaxPages)
            {
                file.Text.Refuse(
                    PartStatus.TooLarge,
                    new(
                        $"it has {Format.Count(document.NumberOfPages)} pages, more than the limit of {Format.Count(file.Options.MaxPages)}; the rest was not read",
                        $"il a {Format.Count(document.NumberOfPages, Language.Fr)} pages, plus que la limite de {Format.Count(file.Options.MaxPages, Language.Fr)} ; le reste n'a pas été lu"));
                break;
            }

            try
            {
                var page = document.GetPage<TextPage>(number);
                ReadPage(number, page, file.Text, losses, revisions);
                ReadImages(number, page, document, file, losses);
                attached.AddRange(page.Annotations.Select(annotation => annotation.File).OfType<IToken>());
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                losses.UnreadPages.Add(number);
            }
        }

        return attached;
    }

    private static void ReadPage(int number, TextPage page, AttachmentText text, PdfLosses losses, PdfRevisions revisions)
    {
        var lines = PdfLines.Of(page.Glyphs);
        text.Add(Place.Page(number), lines);
        revisions.Know(lines);
        if (page.IsIncomplete)
            losses.IncompletePages.Add(number);
        if (page.Glyphs.Count(glyph => !glyph.IsKnown) > page.Glyphs.Count * UnknownFrom)
            losses.PagesWithoutCharacters.Add(number);

        // Mostly what is drawn, word by word.
        foreach (var alternative in page.Alternatives.Where(alternative => alternative.Length > 1 && !lines.Contains(alternative, StringComparison.Ordinal)))
            text.Add(Place.AltText.In(Place.Page(number)), alternative);

        // A link that runs over several lines is an annotation for each.
        var read = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var annotation in page.Annotations)
        {
            if (annotation.Contents is { } contents && read.Add(contents))
                text.Add(Place.Annotation.In(Place.Page(number)), contents);
            revisions.Know(annotation.Contents ?? "");
            var said = new PlainBody(annotation.Contents ?? "");
            foreach (var other in annotation.Others.Select(said.Without).Where(read.Add))
                text.Add(Place.Annotation.In(Place.Page(number)), other);
            if (annotation.Author is { } author && read.Add(author))
                text.Add(Place.People, author);
            foreach (var target in annotation.Targets.Where(read.Add))
                text.Add(Place.Link.In(Place.Page(number)), target);
            if (read.Add(annotation.Script))
                text.Add(Place.JavaScript.In(Place.Page(number)), annotation.Script);
        }
    }

    /// <summary>A page that is a scan, or a picture in its text: a screenshot in a report.</summary>
    private static void ReadImages(int number, TextPage page, PdfDocument document, OpenedFile file, PdfLosses losses)
    {
        var hasText = page.Glyphs.Exists(glyph => !string.IsNullOrWhiteSpace(glyph.Value));
        var isScan = hasText ? page.ImageShare >= ScanFrom && page.Glyphs.Count <= CaptionGlyphs : page.ImageCount > 0;
        var images = new PageImages(page.Images, document.Structure.TokenScanner, document.Structure.FilterProvider, file.Options.Ocr, file.Budget, file.Pictures.RecognisesText, file.Token);
        var isIllustrated = !isScan && page.ImageShare >= PictureFrom && images.Pixels >= PicturePixels;
        if (page.Images.Count > 0 && (isScan || isIllustrated))
            file.Pictures.Add(file.Text, Place.Page(number).AsImage(), images.Pixels, images.Key(), images.Draw);
        if (!file.Pictures.RecognisesText && (isScan || (!hasText && page.Drawings >= DrawingFrom)))
            losses.ImagePages.Add(number);
        else if (!hasText && page.Drawings >= DrawingFrom)
            losses.OutlinePages.Add(number);
        else if (isIllustrated && !file.Pictures.RecognisesText)
            losses.IllustratedPages.Add(number);
    }
}

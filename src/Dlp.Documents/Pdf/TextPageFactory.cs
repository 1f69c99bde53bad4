using Dlp.Documents.Web;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Makes <see cref="TextPage"/>s. PdfPig creates it by this constructor.</summary>
internal sealed class TextPageFactory(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    ParsingOptions parsingOptions)
    : BasePageFactory<TextPage>(pdfScanner, new FontResources(resourceStore, pdfScanner, filterProvider), filterProvider, pageContentParser, parsingOptions)
{
    private static readonly NameToken AnnotationContents = NameToken.Create("Contents");
    private static readonly NameToken AttachedFile = NameToken.Create("FS");
    private static readonly NameToken RichText = NameToken.Create("RC");
    private static readonly NameToken Overlay = NameToken.Create("OverlayText");
    private static readonly NameToken SubjectOfNote = NameToken.Create("Subj");

    protected override TextPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var processor = new TextPageProcessor(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions);
        var page = processor.Process(pageNumber, operations);
        foreach (var annotation in dictionary.Find<ArrayToken>(NameToken.Annots, PdfScanner)?.Data ?? [])
        {
            if (annotation.Is<DictionaryToken>(PdfScanner, out var entries))
                page.Annotations.Add(ToAnnotation(entries, processor));
        }

        return page;
    }

    private PageAnnotation ToAnnotation(DictionaryToken entries, TextPageProcessor processor)
    {
        var (script, targets) = entries.TryGet(NameToken.A, out var action) ? PdfActions.Of(action, PdfScanner, FilterProvider) : ("", []);
        var isField = entries.Find<NameToken>(NameToken.Subtype, PdfScanner)?.Equals(NameToken.Widget) == true;
        return new(
            entries.Text(AnnotationContents, PdfScanner, FilterProvider),
            isField ? [] : [RichContents(entries), entries.Text(Overlay, PdfScanner) ?? "", entries.Text(SubjectOfNote, PdfScanner) ?? "", Shown(entries, processor)],
            isField ? null : entries.Text(NameToken.T, PdfScanner),
            targets,
            script,
            entries.TryGet(AttachedFile, out var file) ? file : null);
    }

    /// <summary>The note once more, in XHTML (ISO 32000-1, 12.7.3.4): both are the same only when the same program wrote them.</summary>
    private string RichContents(DictionaryToken entries) =>
        entries.Text(RichText, PdfScanner, FilterProvider) is { Length: > 0 } rich ? HtmlText.Of(rich, (ParsingOptions as TextParsingOptions)?.Token ?? CancellationToken.None).Seen : "";

    /// <summary>What an annotation shows on the page: the words of a stamp. Form fields have their value elsewhere.</summary>
    private string Shown(DictionaryToken annotation, TextPageProcessor processor) =>
        annotation.Find<DictionaryToken>(NameToken.Ap, PdfScanner) is { } appearances && appearances.Find<StreamToken>(NameToken.N, PdfScanner) is { } normal
            ? processor.ReadAppearance(normal)
            : "";
}

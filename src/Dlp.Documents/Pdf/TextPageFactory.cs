using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Parser.Parts;
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
    : BasePageFactory<TextPage>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
{
    private static readonly NameToken AnnotationContents = NameToken.Create("Contents");

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
        foreach (var annotation in Find<ArrayToken>(dictionary, NameToken.Annots)?.Data ?? [])
        {
            if (DirectObjectFinder.TryGet<DictionaryToken>(annotation, PdfScanner, out var entries))
                page.Annotations.Add(new PageAnnotation(Text(entries, AnnotationContents) ?? Shown(entries, processor), Target(entries)));
        }

        return page;
    }

    /// <summary>What an annotation shows on the page: the words of a stamp. Form fields have their value elsewhere.</summary>
    private string? Shown(DictionaryToken annotation, TextPageProcessor processor) =>
        Find<NameToken>(annotation, NameToken.Subtype)?.Equals(NameToken.Widget) != true
        && Find<DictionaryToken>(annotation, NameToken.Ap) is { } appearances
        && Find<StreamToken>(appearances, NameToken.N) is { } normal
            ? processor.ReadAppearance(normal)
            : null;

    /// <summary>Target of the annotation's action: an address (/URI), or a file (/F) that is opened, started or sent to.</summary>
    private string? Target(DictionaryToken annotation) =>
        Find<DictionaryToken>(annotation, NameToken.A) is { } action
            ? Text(action, NameToken.Uri) ?? Text(action, NameToken.F) ?? FileName(Find<DictionaryToken>(action, NameToken.F))
            : null;

    private string? FileName(DictionaryToken? file) => file is null ? null : Text(file, NameToken.Uf) ?? Text(file, NameToken.F);

    private string? Text(DictionaryToken dictionary, NameToken key) =>
        Find<StringToken>(dictionary, key)?.Data ?? Find<HexToken>(dictionary, key)?.Data;

    private T? Find<T>(DictionaryToken dictionary, NameToken key)
        where T : class, IToken =>
        dictionary.TryGet(key, out var token) && DirectObjectFinder.TryGet<T>(token, PdfScanner, out var found) ? found : null;
}

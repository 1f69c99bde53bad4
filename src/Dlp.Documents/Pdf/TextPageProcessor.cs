using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.XObjects;

namespace Dlp.Documents.Pdf;

/// <summary>
/// Runs what bears on text in the content of a page and nothing else: faults in colours and shadings then lose no text. One operator that fails
/// loses itself only. Unlike PdfPig's own it ends: forms that draw each other would overflow the stack, which kills the process.
/// </summary>
internal sealed class TextPageProcessor(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    in TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions)
    : BaseStreamProcessor<TextPage>(
        pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
{
    // A dense page has 10,000 glyphs; honest documents nest three or four forms and a dozen states.
    private const int MaxGlyphs = 400_000;
    private const int MaxFormDepth = 24;
    private const int MaxStateDepth = 512;
    private const int MaxImages = 500;
    private const int MaxAlternatives = 20_000;

    /// <summary>Letters have eight pixels at least; narrower ones are rules and stripes, which count only beside others.</summary>
    private const int SmallestSide = 8;
    private const int OperatorsBetweenLooks = 256;

    private readonly TextPage _page = new();
    private readonly CancellationToken _token = (parsingOptions as TextParsingOptions)?.Token ?? CancellationToken.None;
    private readonly double _pageArea = cropBox.Bounds.Width * cropBox.Bounds.Height;
    private int _formDepth;
    private int _operators;

    public override TextPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return _page;
    }

    /// <summary>The text that an annotation shows by itself, as a stamp does; it does not become a part of the page.</summary>
    public string ReadAppearance(StreamToken form)
    {
        var before = _page.Glyphs.Count;
        try
        {
            ProcessFormXObject(form, NameToken.N);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _page.IsIncomplete = true;
        }

        var text = PdfLines.Of(_page.Glyphs[before..]);
        _page.Glyphs.RemoveRange(before, _page.Glyphs.Count - before);
        return text;
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (_operators++ % OperatorsBetweenLooks == 0)
                _token.ThrowIfCancellationRequested();
            switch (operation.Operator)
            {
                case "BT" or "ET" or "Tc" or "Tw" or "Tz" or "TL" or "Tf" or "Tr" or "Ts" or "Td" or "TD" or "Tm" or "T*" or "Tj" or "TJ" or "'" or "\"":
                case "q" or "Q" or "cm" or "gs" or "Do":
                    Run(operation);
                    break;
                case "BDC":
                    Run(operation);
                    break;
                case "m" or "re":
                    _page.Drawings++;
                    break;
                case "BI" or "ID" or "EI":
                    Run(operation);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Marked content may tell what it is in words (ISO 32000-1, 14.9).</summary>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        properties ??= propertyDictionaryName is null ? null : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName);
        if (properties is null || _page.Alternatives.Count >= MaxAlternatives)
            return;
        _page.Alternatives.AddRange(PdfStructure.TextsOf(properties, PdfScanner, FilterProvider));
    }

    private void Run(IGraphicsStateOperation operation)
    {
        try
        {
            operation.Run(this);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _page.IsIncomplete = true;
        }
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        _token.ThrowIfCancellationRequested();
        if (_formDepth == MaxFormDepth)
        {
            _page.IsIncomplete = true;
            return;
        }

        _formDepth++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _formDepth--;
        }
    }

    public override void PushState()
    {
        if (StackSize < MaxStateDepth)
            base.PushState();
        else
            _page.IsIncomplete = true;
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        if (_page.Glyphs.Count >= MaxGlyphs)
        {
            _page.IsIncomplete = true;
            return;
        }

        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        _page.Glyphs.Add(new Glyph(unicode, start, end, Em(font, pointSize, characterBoundingBox.Width, start, end), IsKnown(unicode) && font.TryGetUnicode(code, out _), Spacing(currentState.FontState, textMatrix, transformationMatrix)));
    }

    /// <summary>What the letters are set apart by, on the page; where they are set closer, gaps are measured as they are.</summary>
    private static double Spacing(CurrentFontState state, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix)
    {
        if (state.CharacterSpacing <= 0)
            return 0;
        PdfPoint from = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(0, 0))), to = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(state.CharacterSpacing * state.HorizontalScaling / 100, 0)));
        return Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
    }

    private static double Em(IFont font, double pointSize, double advance, PdfPoint start, PdfPoint end)
    {
        if (font is DrawnFont drawn && advance > 0 && drawn.Em > 0)
            pointSize = Math.Sqrt(Math.Pow(end.X - start.X, 2) + Math.Pow(end.Y - start.Y, 2)) * drawn.Em / advance;
        return pointSize > 0 ? pointSize : 1;
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        CountImage();
        if (_page.Images.Count < MaxImages)
            AddImage(XObjectFactory.ReadImage(xObjectContentRecord, PdfScanner, FilterProvider, ResourceStore));
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
        CountImage();
        AddImage(inlineImage);
    }

    private void AddImage(IPdfImage image)
    {
        var side = Math.Min(image.WidthInSamples, image.HeightInSamples);
        if (_page.Images.Count < MaxImages && (side >= SmallestSide || _page.Images.Count > 0))
            _page.Images.Add(new PageImage(image, CurrentTransformationMatrix));
    }

    /// <summary>An image fills the unit square, wherever the matrix puts it.</summary>
    private void CountImage()
    {
        _page.ImageCount++;
        var matrix = CurrentTransformationMatrix;
        PdfPoint corner = matrix.Transform(new PdfPoint(0, 0)), right = matrix.Transform(new PdfPoint(1, 0)), up = matrix.Transform(new PdfPoint(0, 1));
        var area = Math.Abs(((right.X - corner.X) * (up.Y - corner.Y)) - ((right.Y - corner.Y) * (up.X - corner.X)));
        if (_pageArea > 0)
            _page.ImageShare += area / _pageArea;
    }

    private static bool IsKnown(string unicode) =>
        unicode.Length > 0
        && !unicode.AsSpan().ContainsAny('\0', '\uFFFD')
        && CharUnicodeInfo.GetUnicodeCategory(unicode, 0) is not (UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // What draws without text is not run, so none of these is ever called.
    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}

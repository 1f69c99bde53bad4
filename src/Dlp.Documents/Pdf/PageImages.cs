using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Dlp.Documents.Images;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;

namespace Dlp.Documents.Pdf;

/// <summary>An image as a page shows it.</summary>
/// <param name="Image">The image; its pixels are not decoded yet.</param>
/// <param name="Matrix">Where it puts the unit square, in points, upright as the page is read.</param>
internal sealed record PageImage(IPdfImage Image, TransformationMatrix Matrix)
{
    public long Pixels => (long)Image.WidthInSamples * Image.HeightInSamples;
}

/// <summary>
/// Draws the images of a page where it puts them, and nothing else: scanners cut a page into stripes, turn it, or lay the letters as a mask over the
/// paper.
/// </summary>
internal sealed class PageImages(IReadOnlyList<PageImage> images, IPdfTokenScanner scanner, ILookupFilterProvider filters, OcrOptions options, AttachmentBudget budget, bool isForText, CancellationToken token)
{
    /// <summary>A page of letter size at 400 dots an inch; what is finer says no more to text recognition. Bar codes need less.</summary>
    private const double MostPixels = 16_000_000;

    /// <summary>Share of the page's images, by area, that an image must have for its fineness to count.</summary>
    private const double CountsFrom = 0.05;

    private static readonly LocalizedText NotRead = new(
        "an image on it is damaged, or compressed in a way that is not read (JPEG 2000, JBIG2)",
        "une de ses images est endommagée, ou compressée d'une façon qui n'est pas lue (JPEG 2000, JBIG2)");

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private static readonly SKSamplingOptions Enlarged = new(SKFilterMode.Linear);

    /// <summary>What is hardly enlarged needs no smoothing.</summary>
    private const double LittleLarger = 1.1;

    private readonly ImagePixels _pixels = new(scanner, filters, options, budget, token);

    public long Pixels => images.Sum(image => image.Pixels);

    /// <summary>Tells pages apart by what they show: the logo on every page is read once.</summary>
    public byte[] Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (image, matrix) in images)
        {
            hash.AppendData(image.RawMemory.Span);
            hash.AppendData(MemoryMarshal.AsBytes<double>([matrix.A, matrix.B, matrix.C, matrix.D, matrix.E, matrix.F]));
        }

        return hash.GetHashAndReset();
    }

    public IEnumerable<PictureFrame> Draw()
    {
        var bounds = Bounds();
        if (bounds.Width <= 0 || bounds.Height <= 0)
            yield break;
        var scale = Scale(bounds);
        int width = Math.Max(1, (int)Math.Round(bounds.Width * scale)), height = Math.Max(1, (int)Math.Round(bounds.Height * scale));
        var page = new GreyImage(width, height, new byte[checked(width * height)]);
        LocalizedText? fault = null;
        var handle = GCHandle.Alloc(page.Pixels, GCHandleType.Pinned);
        try
        {
            using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque), handle.AddrOfPinnedObject(), width);
            surface.Canvas.Clear(SKColors.White);
            foreach (var (image, matrix) in images)
            {
                using var bitmap = _pixels.Decode(image, SizeOf(matrix, scale), isAlone: images.Count == 1);
                if (bitmap is null)
                {
                    fault = NotRead;
                    continue;
                }

                // From points, up from the bottom, to pixels of the page, down from its top.
                var place = new SKMatrix(
                    (float)(matrix.A * scale),
                    (float)(-matrix.C * scale),
                    (float)((matrix.E + matrix.C - bounds.Left) * scale),
                    (float)(-matrix.B * scale),
                    (float)(matrix.D * scale),
                    (float)((bounds.Top - matrix.F - matrix.D) * scale),
                    0,
                    0,
                    1);
                var isEnlarged = place.ScaleX > bitmap.Width * LittleLarger || place.ScaleY > bitmap.Height * LittleLarger;
                if (!isEnlarged && IsUpright(place) && ImagePixels.ToGrey(bitmap) is { } grey)
                    Copy(grey, page, place);
                else
                    Draw(bitmap, surface.Canvas, place, isEnlarged ? Enlarged : Smooth);
            }

            surface.Flush();
        }
        finally
        {
            handle.Free();
        }

        yield return new(null, page, fault);
    }

    /// <summary>Whether a matrix neither turns nor slants nor mirrors, by half a pixel at most.</summary>
    private static bool IsUpright(SKMatrix place) => place is { ScaleX: > 0, ScaleY: > 0 } && Math.Abs(place.SkewX) < 0.5 && Math.Abs(place.SkewY) < 0.5;

    /// <summary>Copies an upright image, which takes a tenth of the time of drawing it. Edges that meet are rounded alike.</summary>
    private static void Copy(GreyImage image, GreyImage page, SKMatrix place)
    {
        int left = At(place.TransX, page.Width), right = At(place.TransX + place.ScaleX, page.Width), top = At(place.TransY, page.Height), bottom = At(place.TransY + place.ScaleY, page.Height);
        if (right == left || bottom == top)
            return;
        var sized = image.Width == right - left && image.Height == bottom - top ? image : Shrinking.To(image, right - left, bottom - top);
        for (var y = 0; y < sized.Height; y++)
            sized.Pixels.AsSpan(y * sized.Width, sized.Width).CopyTo(page.Pixels.AsSpan(((top + y) * page.Width) + left));

        static int At(float place, int most) => Math.Clamp((int)Math.Round(place), 0, most);
    }

    private static void Draw(SKBitmap bitmap, SKCanvas canvas, SKMatrix place, SKSamplingOptions sampling)
    {
        canvas.SetMatrix(place.PreConcat(SKMatrix.CreateScale(1f / bitmap.Width, 1f / bitmap.Height)));
        canvas.DrawBitmap(bitmap, 0, 0, sampling);
    }

    private (double Left, double Top, double Width, double Height) Bounds()
    {
        double left = double.MaxValue, bottom = double.MaxValue, right = double.MinValue, top = double.MinValue;
        foreach (var (_, matrix) in images)
        {
            foreach (var (x, y) in new[] { (0, 0), (1, 0), (0, 1), (1, 1) })
            {
                var corner = matrix.Transform(new PdfPoint(x, y));
                (left, right) = (Math.Min(left, corner.X), Math.Max(right, corner.X));
                (bottom, top) = (Math.Min(bottom, corner.Y), Math.Max(top, corner.Y));
            }
        }

        return (left, top, right - left, top - bottom);
    }

    /// <summary>The pixels on which a matrix draws an image.</summary>
    private static SKSize SizeOf(TransformationMatrix matrix, double scale) => new(
        (float)(Math.Sqrt((matrix.A * matrix.A) + (matrix.B * matrix.B)) * scale),
        (float)(Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D)) * scale));

    /// <summary>Pixels a point: those of the finest image of some size.</summary>
    private double Scale((double Left, double Top, double Width, double Height) bounds)
    {
        var finest = 0.0;
        var all = images.Sum(Area);
        foreach (var image in images)
        {
            if (Area(image) < all * CountsFrom)
                continue;
            var (_, matrix) = image;
            double wide = Math.Sqrt((matrix.A * matrix.A) + (matrix.B * matrix.B)), high = Math.Sqrt((matrix.C * matrix.C) + (matrix.D * matrix.D));
            if (wide > 0 && high > 0)
                finest = Math.Max(finest, Math.Max(image.Image.WidthInSamples / wide, image.Image.HeightInSamples / high));
        }

        return Math.Min(finest > 0 ? finest : 1, Math.Sqrt((isForText ? MostPixels : BarCodes.MostPixels) / Math.Max(1e-9, bounds.Width * bounds.Height)));

        static double Area(PageImage image) => Math.Abs((image.Matrix.A * image.Matrix.D) - (image.Matrix.B * image.Matrix.C));
    }
}

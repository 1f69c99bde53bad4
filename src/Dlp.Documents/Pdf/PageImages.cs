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
internal sealed class PageImages(IReadOnlyList<PageImage> images, IPdfTokenScanner scanner, ILookupFilterProvider filters, OcrOptions options, AttachmentBudget budget, bool isForText)
{
    /// <summary>A page of letter size at 400 dots an inch; what is finer says no more to text recognition. Bar codes need less.</summary>
    private const double MostPixels = 16_000_000;

    /// <summary>Share of the page's images, by area, that an image must have for its fineness to count.</summary>
    private const double CountsFrom = 0.05;

    private static readonly LocalizedText NotRead = new(
        "an image on it is damaged, or compressed in a way that is not read (JPEG 2000, JBIG2)",
        "une de ses images est endommagée, ou compressée d'une façon qui n'est pas lue (JPEG 2000, JBIG2)");

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

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
                using var bitmap = Decode(image, SizeOf(matrix, scale));
                if (bitmap is null)
                {
                    fault = NotRead;
                    continue;
                }

                // From pixels, down from the top, to points, up from the bottom, to pixels of the page.
                double toX = scale / bitmap.Width, toY = scale / bitmap.Height;
                surface.Canvas.SetMatrix(new SKMatrix(
                    (float)(matrix.A * toX),
                    (float)(-matrix.C * toY),
                    (float)((matrix.E + matrix.C - bounds.Left) * scale),
                    (float)(-matrix.B * toX),
                    (float)(matrix.D * toY),
                    (float)((bounds.Top - matrix.F - matrix.D) * scale),
                    0,
                    0,
                    1));
                surface.Canvas.DrawBitmap(bitmap, 0, 0, Smooth);
            }

            surface.Flush();
        }
        finally
        {
            handle.Free();
        }

        yield return new(null, page, fault);
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

    private SKBitmap? Decode(IPdfImage image, SKSize drawn)
    {
        int width = image.WidthInSamples, height = image.HeightInSamples;
        if (width <= 0 || height <= 0 || (long)width * height > options.MaxPixels || !budget.TakeDecoded(4L * width * height))
            return null;
        try
        {
            if (image.IsImageMask)
                return Mask(image);
            if (Jpeg(image) is { } jpeg)
                return DecodeJpeg(jpeg, drawn);
            return image.TryGetPng(out var png) ? SKBitmap.Decode(png) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The JPEG file that the image is, behind other filters too; null when it is none, or larger than it says.</summary>
    private Memory<byte>? Jpeg(IPdfImage image)
    {
        var bytes = image.RawMemory;
        var chain = filters.GetFilters(image.ImageDictionary, scanner);
        for (var i = 0; i < chain.Count; i++)
        {
            if (chain[i] is DctDecodeFilter)
                return SkiaDecoder.PixelsOf(bytes) <= options.MaxPixels ? bytes : null;
            if (!chain[i].IsSupported)
                return null;
            bytes = chain[i].Decode(bytes, image.ImageDictionary, filters, i);
        }

        return null;
    }

    /// <summary>No finer than it is drawn: a JPEG decoder can leave out what would be thrown away, in eighths.</summary>
    private static SKBitmap? DecodeJpeg(ReadOnlyMemory<byte> jpeg, SKSize drawn)
    {
        using var data = SKData.CreateCopy(jpeg.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return null;
        var eighths = Math.Clamp((int)Math.Ceiling(8 * Math.Max(drawn.Width / codec.Info.Width, drawn.Height / codec.Info.Height)), 1, 8);
        return SKBitmap.Decode(codec, codec.Info.WithSize(codec.GetScaledDimensions(eighths / 8f)));
    }

    /// <summary>A stencil (ISO 32000-1, 8.9.6.2): where a bit is 0, or 1 when Decode says so, there is ink.</summary>
    private static SKBitmap? Mask(IPdfImage image)
    {
        if (!image.TryGetBytesAsMemory(out var bits))
            return null;
        int width = image.WidthInSamples, height = image.HeightInSamples, row = (width + 7) / 8;
        var ink = image.Decode is [1, ..] ? 1 : 0;
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (y * row) + (x >> 3);
                if (at < bits.Length && ((bits.Span[at] >> (7 - (x & 7))) & 1) == ink)
                    pixels[(y * width) + x] = byte.MaxValue;
            }
        }

        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Alpha8, SKAlphaType.Premul));
        Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return bitmap;
    }
}

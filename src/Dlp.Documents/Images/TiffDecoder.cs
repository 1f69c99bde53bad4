using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace Dlp.Documents.Images;

/// <summary>Decodes the pages of a TIFF image, fax compression included, which Skia does not know.</summary>
internal static class TiffDecoder
{
    static TiffDecoder() => Tiff.SetErrorHandler(new Silence());

    /// <summary>Pixels of the first page; 0 when there is none.</summary>
    public static long PixelsOf(ReadOnlyMemory<byte> content)
    {
        using var tiff = Open(content);
        return tiff is null ? 0 : PixelsOf(tiff);
    }

    /// <summary>The pages; at most one more than <see cref="OcrOptions.MaxImages"/>.</summary>
    public static IEnumerable<PictureFrame> Decode(ReadOnlyMemory<byte> content, OcrOptions options, AttachmentBudget budget)
    {
        using var tiff = Open(content);
        if (tiff is null)
        {
            yield return new(null, null, SkiaDecoder.Damaged);
            yield break;
        }

        var several = tiff.NumberOfDirectories() > 1;
        var page = 0;
        do
        {
            page++;
            yield return Page(tiff, several ? Place.Page(page) : null, options, budget);
        }
        while (page <= options.MaxImages && tiff.ReadDirectory());
    }

    private static PictureFrame Page(Tiff tiff, Place? location, OcrOptions options, AttachmentBudget budget)
    {
        var pixels = PixelsOf(tiff);
        if (pixels <= 0)
            return new(location, null, SkiaDecoder.Damaged);
        if (pixels > options.MaxPixels)
            return new(location, null, SkiaDecoder.TooLarge(options));
        if (!budget.TakeDecoded(pixels * 4))
            return new(location, null, SkiaDecoder.OverBudget);
        int width = tiff.GetField(TiffTag.IMAGEWIDTH)[0].ToInt(), height = tiff.GetField(TiffTag.IMAGELENGTH)[0].ToInt();
        var raster = new int[width * height];
        var whole = tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT, stopOnError: false);

        // A raster is ABGR in an integer: in memory, R first.
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        Marshal.Copy(raster, 0, bitmap.GetPixels(), raster.Length);
        return new(location, SkiaDecoder.ToGrey(bitmap), whole ? null : SkiaDecoder.DamagedOrUnknown);
    }

    private static long PixelsOf(Tiff tiff) =>
        tiff.GetField(TiffTag.IMAGEWIDTH) is [{ } width, ..] && tiff.GetField(TiffTag.IMAGELENGTH) is [{ } height, ..] && width.ToInt() > 0 && height.ToInt() > 0
            ? (long)width.ToInt() * height.ToInt()
            : 0;

    private static Tiff? Open(ReadOnlyMemory<byte> content) => Tiff.ClientOpen("image", "rm", new MemoryStream(content.ToArray()), new TiffStream());

    /// <summary>Faults are told by what the methods return; the library would write them, names and all, to the console.</summary>
    private sealed class Silence : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }
    }
}

using System.Runtime.InteropServices;
using SkiaSharp;

namespace Dlp.Documents.Images;

/// <summary>Decodes JPEG, PNG, GIF, WebP, BMP and icons, all frames, to grey, upright. The size is looked at before anything is decoded.</summary>
internal static class SkiaDecoder
{
    private const double White = 255;

    /// <summary>Light writing without a background stands on a dark one, wherever it is shown.</summary>
    private const double LightFrom = 0.6 * White;

    private static readonly SKSamplingOptions Cubic = new(SKCubicResampler.CatmullRom);

    /// <summary>Pixels of an image as its header says; null when Skia cannot decode it.</summary>
    public static long? PixelsOf(ReadOnlyMemory<byte> content)
    {
        using var codec = Open(content);
        return codec is null ? null : (long)codec.Info.Width * codec.Info.Height;
    }

    /// <summary>The frames of an image, those that look the same but once; at most one more than <see cref="OcrOptions.MaxImages"/>.</summary>
    public static IEnumerable<PictureFrame> Decode(ReadOnlyMemory<byte> content, OcrOptions options, AttachmentBudget budget)
    {
        using var codec = Open(content);
        if (codec is null)
        {
            yield return new(null, null, Damaged);
            yield break;
        }

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        if ((long)info.Width * info.Height > options.MaxPixels)
        {
            yield return new(null, null, TooLarge(options));
            yield break;
        }

        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(info))
        {
            yield return new(null, null, new LocalizedText("there is not enough memory for its pixels", "la mémoire ne suffit pas pour ses pixels"));
            yield break;
        }

        var frames = Math.Max(1, codec.FrameCount);
        byte[]? last = null;
        for (int frame = 0, distinct = 0; frame < frames && distinct <= options.MaxImages; frame++)
        {
            if (!budget.TakeDecoded(info.BytesSize64))
            {
                yield return new(null, null, OverBudget);
                yield break;
            }

            if (frames == 1)
                bitmap.Erase(SKColors.Transparent);
            var result = frames == 1
                ? codec.GetPixels(info, bitmap.GetPixels())
                : codec.GetPixels(info, bitmap.GetPixels(), frame == 0 ? new SKCodecOptions(0) : new SKCodecOptions(frame, PriorOf(codec, frame)));
            var fault = result switch
            {
                SKCodecResult.Success => null,
                SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput => new LocalizedText("it is damaged, and was read in part", "endommagée, et lue en partie"),
                _ => Damaged,
            };
            var location = frames == 1 ? null : Place.Frame(frame + 1);
            if (result is not (SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput))
            {
                yield return new(location, null, fault);
                continue;
            }

            var image = ToGrey(bitmap, codec.EncodedOrigin);
            if (last is not null && fault is null && image.Pixels.AsSpan().SequenceEqual(last))
                continue;
            last = image.Pixels;
            distinct++;
            yield return new(location, image, fault);
        }
    }

    public static LocalizedText TooLarge(OcrOptions options) => new(
        $"it has more than the limit of {Format.Count(options.MaxPixels)} pixels and was not decoded",
        $"elle a plus de pixels que la limite de {Format.Count(options.MaxPixels, Language.Fr)} et n'a pas été décodée");

    /// <summary>What to tell of one whose pixels take more than is left to the attachment.</summary>
    public static LocalizedText OverBudget { get; } = new("over the limit of decoded bytes", "au-delà de la limite d'octets décodés");

    /// <summary>What to tell of one that is damaged, or of a kind within its kind that is not read.</summary>
    public static LocalizedText DamagedOrUnknown { get; } =
        new("it is damaged, or compressed in a way that is not read", "elle est endommagée, ou compressée d'une façon qui n'est pas lue");

    /// <summary>What to tell of an image that is damaged.</summary>
    public static LocalizedText Damaged { get; } = new("it is damaged", "elle est endommagée");

    /// <summary>The same at another size.</summary>
    public static GreyImage Scaled(GreyImage image, int width, int height)
    {
        var result = new GreyImage(width, height, new byte[checked(width * height)]);
        GCHandle source = GCHandle.Alloc(image.Pixels, GCHandleType.Pinned), target = GCHandle.Alloc(result.Pixels, GCHandleType.Pinned);
        try
        {
            using var from = new SKPixmap(Grey(image.Width, image.Height), source.AddrOfPinnedObject(), image.Width);
            using var to = new SKPixmap(Grey(width, height), target.AddrOfPinnedObject(), width);
            from.ScalePixels(to, width < image.Width ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : Cubic);
        }
        finally
        {
            source.Free();
            target.Free();
        }

        return result;
    }

    /// <summary>Draws on white, or on black what is light and has no background.</summary>
    public static GreyImage ToGrey(SKBitmap bitmap, SKEncodedOrigin origin = SKEncodedOrigin.TopLeft)
    {
        var turned = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = turned ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        var grey = new GreyImage(width, height, new byte[checked(width * height)]);
        var handle = GCHandle.Alloc(grey.Pixels, GCHandleType.Pinned);
        try
        {
            using var surface = SKSurface.Create(Grey(width, height), handle.AddrOfPinnedObject(), width);
            surface.Canvas.Clear(IsLightOnNothing(bitmap) ? SKColors.Black : SKColors.White);
            surface.Canvas.SetMatrix(Upright(origin, width, height));
            surface.Canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
            surface.Flush();
        }
        finally
        {
            handle.Free();
        }

        return grey;
    }

    private static SKImageInfo Grey(int width, int height) => new(width, height, SKColorType.Gray8, SKAlphaType.Opaque);

    private static int PriorOf(SKCodec codec, int frame) => codec.GetFrameInfo(frame, out var info) && info.RequiredFrame == frame - 1 ? frame - 1 : -1;

    private static SKCodec? Open(ReadOnlyMemory<byte> content)
    {
        using var data = SKData.CreateCopy(content.Span);
        return SKCodec.Create(data);
    }

    private static bool IsLightOnNothing(SKBitmap bitmap)
    {
        var pixels = bitmap.GetPixelSpan();
        long light = 0, opaque = 0, count = 0;
        const int step = 4 * 7;
        for (var i = 0; i + 3 < pixels.Length; i += step)
        {
            light += pixels[i] + (2 * pixels[i + 1]) + pixels[i + 2];
            opaque += pixels[i + 3];
            count++;
        }

        return opaque < count * (long)White * 0.9 && opaque > 0 && light / 4.0 > LightFrom / White * opaque;
    }

    /// <summary>What turns an image as its EXIF orientation says (TIFF 6.0, tag 274).</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

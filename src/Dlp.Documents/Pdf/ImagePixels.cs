using Dlp.Documents.Images;
using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// Decodes the image of a page: a JPEG file no finer than it is drawn; a stencil; grey, coloured and numbered samples as they are. What is rarer goes through PdfPig, which makes
/// a PNG file of it, that is decoded again.
/// </summary>
internal sealed class ImagePixels(IPdfTokenScanner scanner, ILookupFilterProvider filters, OcrOptions options, AttachmentBudget budget, CancellationToken token)
{
    /// <summary>The pixels; null when they cannot be had.</summary>
    /// <param name="image">The image.</param>
    /// <param name="drawn">The pixels on which it is drawn.</param>
    /// <param name="isAlone">Whether nothing but the paper can be seen through it.</param>
    public SKBitmap? Decode(IPdfImage image, SKSize drawn, bool isAlone)
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
            if (Jpeg2000Decoder.Is(image.RawMemory.Span))
                return Jpeg2000Decoder.Find(options) is { } command && Jpeg2000Decoder.ToPng(command, image.RawMemory, options, budget, token) is { } file ? SKBitmap.Decode(file) : null;
            return Samples(image, isAlone) ?? (image.TryGetPng(out var png) ? SKBitmap.Decode(png) : null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>An opaque bitmap in shades of grey.</summary>
    /// <param name="bitmap">Grey, or in four bytes a pixel.</param>
    public static GreyImage? ToGrey(SKBitmap bitmap)
    {
        if (bitmap.ColorType is not (SKColorType.Gray8 or SKColorType.Rgba8888 or SKColorType.Bgra8888) || bitmap.AlphaType != SKAlphaType.Opaque)
            return null;
        var grey = new GreyImage(bitmap.Width, bitmap.Height, new byte[bitmap.Width * bitmap.Height]);
        var (red, blue) = bitmap.ColorType == SKColorType.Rgba8888 ? (0, 2) : (2, 0);
        for (var y = 0; y < grey.Height; y++)
        {
            var row = bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.RowBytes);
            var target = grey.Pixels.AsSpan(y * grey.Width, grey.Width);
            if (bitmap.ColorType == SKColorType.Gray8)
                row[..target.Length].CopyTo(target);
            else
                ToGrey(row, 4, red, blue, target);
        }

        return grey;
    }

    /// <summary>By the luminance of sRGB (Rec. ITU-R BT.709), as Skia does it.</summary>
    private static void ToGrey(ReadOnlySpan<byte> row, int step, int red, int blue, Span<byte> target)
    {
        const int ofRed = 54, ofGreen = 183, ofBlue = 19;
        for (int x = 0, at = 0; x < target.Length; x++, at += step)
            target[x] = (byte)(((row[at + red] * ofRed) + (row[at + 1] * ofGreen) + (row[at + blue] * ofBlue) + 128) >> 8);
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
            if (!chain[i].IsSupported || i == chain.Count - 1)
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
        var bitmap = new SKBitmap(new SKImageInfo(image.WidthInSamples, image.HeightInSamples, SKColorType.Alpha8, SKAlphaType.Premul));
        var isInkSet = image.Decode is [1, ..];

        // Where there is no sample, there is no ink.
        Spread(bits.Span, bitmap, 1, isInkSet ? [byte.MinValue, byte.MaxValue] : [byte.MaxValue, byte.MinValue], 0);
        return bitmap;
    }

    /// <summary>Samples that are shades of grey, or of red, green and blue, or numbers of such colours; null when they are otherwise.</summary>
    private static SKBitmap? Samples(IPdfImage image, bool isAlone)
    {
        var table = image.ColorSpaceDetails is IndexedColorSpaceDetails indexed ? Shades(indexed) : null;
        var (components, bits) = (table is null ? Components(image.ColorSpaceDetails) : 1, image.BitsPerComponent);
        var isPacked = components == 1 && (bits == 1 || (bits is 2 or 4 && table is not null));
        if (components == 0 || !(isPacked || bits == 8) || !IsPlain(image) || !(image.MaskImage is null || isAlone) || !image.TryGetBytesAsMemory(out var samples))
            return null;
        int width = image.WidthInSamples, height = image.HeightInSamples, rowLength = ((width * components * bits) + 7) / 8;
        if (samples.Length < (long)rowLength * height && !isPacked)
            return null;
        var mask = image.MaskImage is null ? null : Opacity(image.MaskImage);
        if (image.MaskImage is not null && mask is null)
            return null;
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        if (isPacked)
            Spread(samples.Span, bitmap, bits, table ?? [byte.MinValue, byte.MaxValue], byte.MaxValue);
        for (var y = 0; y < height; y++)
        {
            var to = bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, width);
            if (!isPacked)
            {
                var row = samples.Span.Slice(y * rowLength, rowLength);
                if (components == 3)
                    ToGrey(row, 3, 0, 2, to);
                else
                    row.CopyTo(to);
                for (var x = 0; x < to.Length && table is not null; x++)
                    to[x] = to[x] < table.Length ? table[to[x]] : byte.MaxValue;
            }

            if (mask is not null)
                Show(to, mask.Pixels.AsSpan((int)((long)y * mask.Height / height) * mask.Width, mask.Width));
        }

        return bitmap;
    }

    private static int Components(ColorSpaceDetails? space) => space switch
    {
        DeviceGrayColorSpaceDetails or CalGrayColorSpaceDetails => 1,
        DeviceRgbColorSpaceDetails or CalRGBColorSpaceDetails => 3,
        ICCBasedColorSpaceDetails { NumberOfColorComponents: 1 or 3 } profile => profile.NumberOfColorComponents,
        _ => 0,
    };

    /// <summary>The shades of the colours that are numbered (ISO 32000-1, 8.6.6.3).</summary>
    private static byte[]? Shades(IndexedColorSpaceDetails indexed)
    {
        var components = Components(indexed.BaseColorSpace);
        if (components == 0)
            return null;
        var table = indexed.ColorTable.ToArray();
        var shades = new byte[table.Length / components];
        if (components == 1)
            table.CopyTo(shades, 0);
        else
            ToGrey(table, 3, 0, 2, shades);
        return shades;
    }

    /// <summary>How opaque an image is, by its soft mask (ISO 32000-1, 11.6.5.3); null when it is another kind of mask.</summary>
    private static GreyImage? Opacity(IPdfImage mask) =>
        !mask.IsImageMask && mask.BitsPerComponent == 8 && Components(mask.ColorSpaceDetails) == 1 && IsPlain(mask) && !mask.ImageDictionary.ContainsKey(NameToken.Create("Matte"))
        && mask.TryGetBytesAsMemory(out var samples) && samples.Length >= (long)mask.WidthInSamples * mask.HeightInSamples && mask.WidthInSamples > 0 && mask.HeightInSamples > 0
            ? new GreyImage(mask.WidthInSamples, mask.HeightInSamples, samples.ToArray())
            : null;

    /// <summary>Lets the white paper be seen through a row.</summary>
    private static void Show(Span<byte> row, ReadOnlySpan<byte> opacity)
    {
        for (var x = 0; x < row.Length; x++)
        {
            int opaque = opacity[opacity.Length == row.Length ? x : (int)((long)x * opacity.Length / row.Length)], white = byte.MaxValue - opaque;
            row[x] = (byte)(((row[x] * opaque) + (byte.MaxValue * white)) / byte.MaxValue);
        }
    }

    /// <summary>Whether its samples stand for themselves, and no colour is left out (ISO 32000-1, 8.9.5.2 and 8.9.6.4).</summary>
    private static bool IsPlain(IPdfImage image) =>
        !image.ImageDictionary.ContainsKey(NameToken.Mask) && (image.MaskImage is not null || !image.ImageDictionary.ContainsKey(NameToken.Smask))
        && (image.ColorSpaceDetails is IndexedColorSpaceDetails ? image.Decode.Count == 0 : image.Decode.Select((value, i) => value == (i & 1)).All(isUsual => isUsual));

    /// <summary>Makes a byte of each few bits, in rows of whole bytes.</summary>
    private static void Spread(ReadOnlySpan<byte> packed, SKBitmap bitmap, int bits, byte[] shades, byte none)
    {
        var (rowLength, inByte) = (((bitmap.Width * bits) + 7) / 8, 8 / bits);
        for (var y = 0; y < bitmap.Height; y++)
        {
            var to = bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.Width);
            var row = packed[Math.Min(packed.Length, y * rowLength)..Math.Min(packed.Length, (y + 1) * rowLength)];
            for (var x = 0; x < to.Length; x++)
            {
                var at = x / inByte;
                var value = at < row.Length ? (row[at] >> (8 - (bits * ((x % inByte) + 1)))) & ((1 << bits) - 1) : int.MaxValue;
                to[x] = value < shades.Length ? shades[value] : none;
            }
        }
    }
}

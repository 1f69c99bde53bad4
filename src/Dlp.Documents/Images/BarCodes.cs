using ZXing;
using ZXing.Common;

namespace Dlp.Documents.Images;

/// <summary>What the QR codes and bar codes in an image say. Those that are turned, and light on dark, are found too.</summary>
internal static class BarCodes
{
    /// <summary>Looking costs time by the pixel; a code that is legible at all is so at this size.</summary>
    public const int MostPixels = 2_500_000;

    private const int LongestValue = 10_000;

    /// <summary>These are looked for wherever they may be, which takes hardly any time: around the middle.</summary>
    private static readonly BarcodeFormat[] WithoutMarks = [BarcodeFormat.DATA_MATRIX, BarcodeFormat.AZTEC];

    private static readonly BarcodeFormat[] OfBars = [BarcodeFormat.PDF_417, BarcodeFormat.CODE_128, BarcodeFormat.EAN_13, BarcodeFormat.EAN_8];

    /// <summary>The place, <c>QR code</c> or <c>bar code</c>, and the text of each code.</summary>
    public static IReadOnlyList<(Place Place, string Value)> Find(GreyImage image, CancellationToken token)
    {
        var scale = Math.Min(1, Math.Sqrt(MostPixels / ((double)image.Width * image.Height)));
        var sized = scale == 1 ? image : Shrinking.To(image, Math.Max(1, (int)(image.Width * scale)), Math.Max(1, (int)(image.Height * scale)));
        token.ThrowIfCancellationRequested();
        var found = new Dictionary<string, Place>(StringComparer.Ordinal);
        try
        {
            // ZXing's own way of inverting passes over lines of bars.
            var source = new RGBLuminanceSource(sized.Pixels, sized.Width, sized.Height, RGBLuminanceSource.BitmapFormat.Gray8);
            var binarizer = new HybridBinarizer(source);
            var marks = CodeMarks.Of(binarizer.BlackMatrix);
            IList<BarcodeFormat> formats = [.. WithoutMarks, .. marks.HasSquares ? [BarcodeFormat.QR_CODE] : Array.Empty<BarcodeFormat>(), .. marks.HasBars ? OfBars : []];
            var hasMarks = formats.Count > WithoutMarks.Length;
            foreach (var result in Decode(source, binarizer, formats) ?? (hasMarks || HasDarkGround(sized) ? Decode(new InvertedLuminanceSource(source), null, formats) : null) ?? [])
            {
                if (result.Text is { Length: > 0 and <= LongestValue } value)
                    found.TryAdd(value, result.BarcodeFormat == BarcodeFormat.QR_CODE ? Place.QrCode : Place.BarCode);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What looks like a code and is none may confuse the library; then there is none.
        }

        return [.. found.Select(pair => (pair.Value, pair.Key))];
    }

    /// <summary>Whether there is a dark area, on which a light code may lie: squares of eight pixels in which all are dark. Letters are thinner.</summary>
    private static bool HasDarkGround(GreyImage image)
    {
        const int side = sizeof(ulong), enough = 8;
        const ulong lightBits = 0x8080808080808080;
        var count = 0;
        for (var y = 0; y + side <= image.Height && count < enough; y += side)
        {
            for (var x = 0; x + side <= image.Width && count < enough; x += side)
            {
                var row = 0;
                while (row < side && (BitConverter.ToUInt64(image.Pixels, ((y + row) * image.Width) + x) & lightBits) == 0)
                    row++;
                count += row == side ? 1 : 0;
            }
        }

        return count >= enough;
    }

    /// <param name="source">The image.</param>
    /// <param name="binarizer">What makes it black and white, if it has done so already.</param>
    /// <param name="formats">What to look for.</param>
    private static Result[]? Decode(LuminanceSource source, HybridBinarizer? binarizer, IList<BarcodeFormat> formats)
    {
        var reader = new BarcodeReaderGeneric(null, luminance => binarizer ?? new HybridBinarizer(luminance), null)
        {
            AutoRotate = false,
            Options = new DecodingOptions { PossibleFormats = formats, TryHarder = true },
        };
        return reader.DecodeMultiple(source);
    }
}

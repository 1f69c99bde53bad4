using ZXing;
using ZXing.Common;

namespace Dlp.Documents.Images;

/// <summary>What the QR codes and bar codes in an image say. Those that are turned, and light on dark, are found too.</summary>
internal static class BarCodes
{
    /// <summary>Looking costs time by the pixel; a code that is legible at all is so at this size.</summary>
    private const int MostPixels = 2_500_000;

    private const int LongestValue = 10_000;

    private static readonly BarcodeFormat[] Formats =
    [
        BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX, BarcodeFormat.AZTEC, BarcodeFormat.PDF_417, BarcodeFormat.CODE_128, BarcodeFormat.EAN_13, BarcodeFormat.EAN_8,
    ];

    /// <summary>The place, <c>QR code</c> or <c>bar code</c>, and the text of each code.</summary>
    public static IReadOnlyList<(Place Place, string Value)> Find(GreyImage image, CancellationToken token)
    {
        var scale = Math.Min(1, Math.Sqrt(MostPixels / ((double)image.Width * image.Height)));
        var sized = scale == 1 ? image : SkiaDecoder.Scaled(image, Math.Max(1, (int)(image.Width * scale)), Math.Max(1, (int)(image.Height * scale)));
        token.ThrowIfCancellationRequested();
        var reader = new BarcodeReaderGeneric
        {
            AutoRotate = false,
            Options = new DecodingOptions { PossibleFormats = Formats, TryHarder = true },
        };
        var found = new Dictionary<string, Place>(StringComparer.Ordinal);
        try
        {
            // ZXing's own way of inverting passes over lines of bars.
            var source = new RGBLuminanceSource(sized.Pixels, sized.Width, sized.Height, RGBLuminanceSource.BitmapFormat.Gray8);
            foreach (var result in reader.DecodeMultiple(source) ?? reader.DecodeMultiple(new InvertedLuminanceSource(source)) ?? [])
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
}

using Dlp.Documents.FileTypes;

namespace Dlp.Documents.Images;

/// <summary>Reads an image: what its file says about it at once, its pixels at the end.</summary>
internal static class ImageReader
{
    public static void Read(OpenedFile file)
    {
        var type = FileType.Of(file.Content.Span)!;
        ImageMetadata.Read(file);
        var (pixels, decode) = Decoder(file, type);
        if (!file.Pictures.RecognisesText)
            file.Text.Refuse(PartStatus.Unsupported, $"{type.Description}: no text recognition (OCR) is installed", UnreadCause.NoOcr);
        else if (decode is null)
            file.Text.Refuse(PartStatus.Unsupported, $"{type.Description}: its pixels were not read");
        else if (pixels <= 0)
            file.Text.Refuse(PartStatus.Unreadable, $"{type.Description}: its pixels could not be read: damaged");
        if (decode is null || pixels <= 0)
            return;
        if (pixels > file.Options.Ocr.MaxPixels)
        {
            file.Text.Refuse(PartStatus.TooLarge, $"{type.Description}: {SkiaDecoder.TooLarge(file.Options.Ocr)}");
            return;
        }

        file.Pictures.Add(file.Text, "image", pixels, file.Content, decode);
    }

    /// <summary>What decodes the image, null when nothing does; and its pixels, 0 when it is damaged.</summary>
    private static (long Pixels, Func<IEnumerable<PictureFrame>>? Decode) Decoder(OpenedFile file, FileType type)
    {
        var (content, options, budget, token) = (file.Content, file.Options.Ocr, file.Budget, file.Token);
        if (SkiaDecoder.PixelsOf(content) is { } pixels)
            return (pixels, () => SkiaDecoder.Decode(content, options, budget));
        if (type.Description is "PNG image" or "JPEG image" or "GIF image" or "WebP image" or "BMP image" or "icon")
            return (0, () => []);
        if (type.Description == "TIFF image")
            return (TiffDecoder.PixelsOf(content), () => TiffDecoder.Decode(content, options, budget));
        if (type.Description is "HEIC image" or "AVIF image" && HeifDecoder.Find(options) is { } command)
            return (HeifDecoder.PixelsOf(content), () => HeifDecoder.Decode(command, content, options, budget, token));
        return (0, null);
    }
}

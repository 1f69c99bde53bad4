using Dlp.Documents.FileTypes;

namespace Dlp.Documents.Images;

/// <summary>Reads an image: what its file says about it at once, its pixels at the end.</summary>
internal static class ImageReader
{
    /// <summary>Cameras and telephones leave notes of their own behind an image, in formats that nobody else reads.</summary>
    private const int CamerasOwn = 65_536;

    public static void Read(OpenedFile file)
    {
        var type = FileType.Of(file.Content.Span)!;
        ImageMetadata.Read(file);
        ReadBehind(file, type);
        var (pixels, decode) = Decoder(file, type);
        if (!file.Pictures.RecognisesText)
            file.Text.Refuse(PartStatus.Unsupported, Details.Of(type.Name, Details.NoTextRecognition), UnreadCause.NoOcr);
        else if (decode is null)
            file.Text.Refuse(PartStatus.Unsupported, Details.Of(type.Name, new("its pixels were not read", "ses pixels n'ont pas été lus")));
        else if (pixels <= 0)
            file.Text.Refuse(PartStatus.Unreadable, Details.Of(type.Name, new("its pixels could not be read: damaged", "ses pixels n'ont pas pu être lus : endommagés")));
        if (decode is null || pixels <= 0)
            return;
        if (pixels > file.Options.Ocr.MaxPixels)
        {
            file.Text.Refuse(PartStatus.TooLarge, Details.Of(type.Name, SkiaDecoder.TooLarge(file.Options.Ocr)));
            return;
        }

        file.Pictures.Add(file.Text, Place.Image, pixels, file.Content, decode);
    }

    /// <summary>Viewers do not look behind the end of an image: an archive may hang there, or a second image or film of the same moment.</summary>
    private static void ReadBehind(OpenedFile file, FileType type)
    {
        var behind = file.Content[ImageSections.EndOf(type.Description, file.Content)..];
        StrayBytes.Read(file, Place.BehindTheImage, behind, behind.Length > CamerasOwn ? new("data of an unknown kind follow the image", "des données de nature inconnue suivent l'image") : null, isPart: true);
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
        if (type.Description == "JPEG 2000 image" && Jpeg2000Decoder.Find(options) is { } jpeg2000)
            return (Jpeg2000Decoder.PixelsOf(content), () => Jpeg2000Decoder.Decode(jpeg2000, content, options, budget, token));
        return (0, null);
    }
}

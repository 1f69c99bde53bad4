using System.Text;
using Dlp.Documents.FileTypes;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Images;

/// <summary>What the file of an image says about it, beside its pixels: EXIF, IPTC, XMP, texts and comments, thumbnails.</summary>
internal static class ImageMetadata
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static void Read(OpenedFile file)
    {
        var content = file.Content;
        switch (FileType.Of(content.Span)?.Description)
        {
            case "JPEG image":
                ReadJpeg(file);
                break;
            case "PNG image":
                ReadPng(file);
                break;
            case "WebP image":
                foreach (var (type, data) in ImageSections.OfWebP(content))
                {
                    if (type == "EXIF")
                        Exif.Read(WithoutPrefix(data), file);
                }

                break;
            case "GIF image":
                foreach (var comment in ImageSections.CommentsOfGif(content))
                    file.Text.Add(Place.Metadata("Comment"), $"Comment: {Decoded(comment.Span)}");
                break;
            case "TIFF image":
                Exif.Read(content, file);
                break;
            case "Photoshop image":
                ReadPhotoshop(PhotoshopResources.InFile(content), file);
                break;
            case "HEIC image" or "AVIF image" or "JPEG XL image" or "JPEG 2000 image":
                ReadLoneExif(file);
                break;
            default:
                break;
        }

        ImageXmp.Find(content, file.Text);
    }

    /// <summary>
    /// The structure, wherever the boxes of the file put it: it begins with its own mark, behind "Exif" (JPEG's prefix) or the offset 0 that
    /// ISO/IEC 23008-12, A.2.1, has before it.
    /// </summary>
    private static void ReadLoneExif(OpenedFile file)
    {
        var content = file.Content.Span;
        for (var at = 0; at < content.Length; at++)
        {
            var next = content[at..].IndexOfAny((byte)'I', (byte)'M');
            if (next < 0)
                return;
            at += next;
            var before = content[..at];
            if ((content[at..].StartsWith("II*\0"u8) || content[at..].StartsWith("MM\0*"u8)) && (before.EndsWith("Exif\0\0"u8) || before.EndsWith("\0\0\0\0"u8)))
            {
                Exif.Read(file.Content[at..], file);
                return;
            }
        }
    }

    private static void ReadJpeg(OpenedFile file)
    {
        var photoshop = new MemoryStream();
        var extended = new MemoryStream();
        foreach (var (marker, data) in ImageSections.OfJpeg(file.Content))
        {
            if (marker == 0xFE)
                file.Text.Add(Place.Metadata("Comment"), $"Comment: {Decoded(data.Span)}");
            else if (marker == 0xE1 && data.Span.StartsWith("Exif\0\0"u8))
                Exif.Read(data[6..], file);
            else if (marker == 0xE1 && data.Span.StartsWith("http://ns.adobe.com/xmp/extension/\0"u8) && data.Length > 75)
                extended.Write(data.Span[75..]);
            else if (marker == 0xED && data.Span.StartsWith("Photoshop 3.0\0"u8))
                photoshop.Write(data.Span[14..]);
        }

        if (photoshop.Length > 0)
            ReadPhotoshop(photoshop.ToArray(), file);

        // XMP of more than a segment (XMP part 3, 1.1.3.1): a digest, the length and the offset stand before each stretch.
        if (extended.Length > 0)
            ImageXmp.Read(extended.ToArray(), file.Text);
    }

    private static void ReadPng(OpenedFile file)
    {
        foreach (var (type, data) in ImageSections.OfPng(file.Content))
        {
            file.Token.ThrowIfCancellationRequested();
            if (type == "eXIf")
                Exif.Read(WithoutPrefix(data), file);
            else if (type == "acTL")
                file.Text.Miss(new("it moves, and only its first picture was read", "elle est animée, et seule sa première image a été lue"));
            else if (type is "tEXt" or "zTXt" or "iTXt" && data.Span.IndexOf((byte)0) is > 0 and < 80 and var end)
                PngText.Read(type, Encoding.Latin1.GetString(data.Span[..end]), data[(end + 1)..], file);
        }
    }

    public static void ReadPhotoshop(ReadOnlyMemory<byte> blocks, OpenedFile file)
    {
        foreach (var (id, data) in PhotoshopResources.Of(blocks))
        {
            if (id == PhotoshopResources.Iptc)
                Exif.ReadIptc(data, file);
            else if (id == PhotoshopResources.Exif)
                Exif.Read(data, file);
            else if (id == PhotoshopResources.Thumbnail && data.Length > PhotoshopResources.ThumbnailHeader)
                file.ReadEmbedded("thumbnail", data[PhotoshopResources.ThumbnailHeader..]);
        }
    }

    private static ReadOnlyMemory<byte> WithoutPrefix(ReadOnlyMemory<byte> exif) => exif.Span.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

    /// <summary>UTF-8 when it is that, else Latin-1; empty when it is no text.</summary>
    public static string Decoded(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(bytes);
        }

        text = text.Trim('\0', ' ');
        return OddCharacters.Count(text) > text.Length / 10 ? "" : text;
    }
}

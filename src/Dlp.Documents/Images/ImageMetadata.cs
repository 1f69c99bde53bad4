using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Dlp.Documents.FileTypes;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Images;

/// <summary>What the file of an image says about it, beside its pixels: EXIF, IPTC, XMP, texts and comments, thumbnails.</summary>
internal static partial class ImageMetadata
{
    /// <summary>Texts of PNG are compressed; honest ones are a few kilobytes, XMP some more.</summary>
    private const int LongestText = 4_000_000;

    private const int MostPackets = 50;

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

        ReadXmp(content, file.Text);
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
            AddXmp(extended.ToArray(), file.Text);
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
                ReadPngText(type, Encoding.Latin1.GetString(data.Span[..end]), data[(end + 1)..], file);
        }
    }

    /// <summary>ISO/IEC 15948, 11.3.3: Latin-1, as it is or compressed; or UTF-8, either.</summary>
    private static void ReadPngText(string type, string keyword, ReadOnlyMemory<byte> data, OpenedFile file)
    {
        var compressed = type == "zTXt";
        if (compressed && data.Length > 1)
        {
            data = data[1..];
        }
        else if (type == "iTXt")
        {
            if (data.Length < 2)
                return;
            compressed = data.Span[0] == 1;
            data = data[2..];
            for (var skipped = 0; skipped < 2; skipped++)
                data = data[(data.Span.IndexOf((byte)0) + 1)..];
        }

        if (compressed && Inflated(data, file) is var inflated)
            data = inflated;
        if (keyword == "XML:com.adobe.xmp")
        {
            if (compressed)
                AddXmp(data, file.Text);
            return;
        }

        // ImageMagick and others write EXIF, IPTC and XMP as hexadecimal digits in a text.
        if (keyword.StartsWith("Raw profile type ", StringComparison.Ordinal))
            ReadRawProfile(keyword[17..], Encoding.Latin1.GetString(data.Span), file);
        else
            file.Text.Add(Place.Metadata(keyword), $"{keyword}: {(type == "iTXt" ? Encoding.UTF8.GetString(data.Span) : Decoded(data.Span))}");
    }

    private static void ReadRawProfile(string kind, string text, OpenedFile file)
    {
        // A line for the kind, one for the length, then the digits.
        if (text.TrimStart('\n').Split('\n', 3) is not [_, _, var digits])
            return;
        byte[] bytes;
        try
        {
            bytes = Convert.FromHexString(string.Concat(digits.Where(char.IsAsciiHexDigit)));
        }
        catch (FormatException)
        {
            file.Text.Miss(new("metadata in it are damaged", "des métadonnées y sont endommagées"));
            return;
        }

        switch (kind)
        {
            case "exif" or "APP1" when bytes.AsSpan().StartsWith("Exif\0\0"u8):
                Exif.Read(bytes.AsMemory(6), file);
                break;
            case "iptc" or "8bim":
                ReadPhotoshop(bytes, file);
                break;
            case "xmp":
                AddXmp(bytes, file.Text);
                break;
            default:
                break;
        }
    }

    private static void ReadPhotoshop(ReadOnlyMemory<byte> blocks, OpenedFile file)
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

    /// <summary>A packet may be found in any file by its marks (XMP part 3, 2.3: packet scanning), unless it is compressed.</summary>
    private static void ReadXmp(ReadOnlyMemory<byte> content, AttachmentText text)
    {
        for (var packet = 0; packet < MostPackets; packet++)
        {
            var start = content.Span.IndexOf("<x:xmpmeta"u8);
            if (start < 0)
                return;
            var end = content.Span[start..].IndexOf("</x:xmpmeta>"u8);
            if (end < 0)
            {
                text.Miss(new("its XMP metadata are cut short", "ses métadonnées XMP sont coupées"));
                return;
            }

            AddXmp(content.Slice(start, end + 12), text);
            content = content[(start + end + 12)..];
        }
    }

    private static void AddXmp(ReadOnlyMemory<byte> packet, AttachmentText text)
    {
        string values;
        try
        {
            values = Xmp.Values(packet, "");
        }
        catch (XmlException)
        {
            text.Miss(new("its XMP metadata could not be read: damaged", "ses métadonnées XMP n'ont pas pu être lues : endommagées"));
            return;
        }

        foreach (var line in values.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("GPSLatitude: ", StringComparison.Ordinal) || line.StartsWith("GPSLongitude: ", StringComparison.Ordinal))
                continue;
            var name = line.IndexOf(": ", StringComparison.Ordinal);
            text.Add(Place.Metadata(name is > 0 and < 60 ? line[..name] : "XMP"), line);
        }

        if (Position(LatitudeOfXmp().Match(values)) is { } latitude && Position(LongitudeOfXmp().Match(values)) is { } longitude)
            Exif.AddPosition(latitude, longitude, text);
    }

    /// <summary>XMP part 2, 1.2.2.9 (GPSCoordinate): <c>48,51,30N</c> or <c>48,51.502N</c>.</summary>
    private static double? Position(Match match)
    {
        if (!match.Success)
            return null;
        var value = Number("d") + (Number("m") / 60) + (Number("s") / 3600);
        return match.Groups["ref"].Value is "S" or "W" ? -value : value;

        double Number(string group) => double.TryParse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static ReadOnlyMemory<byte> WithoutPrefix(ReadOnlyMemory<byte> exif) => exif.Span.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;

    /// <summary>UTF-8 when it is that, else Latin-1; empty when it is no text.</summary>
    internal static string Decoded(ReadOnlySpan<byte> bytes)
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

    private static ReadOnlyMemory<byte> Inflated(ReadOnlyMemory<byte> data, OpenedFile file)
    {
        var inflated = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            var chunk = new byte[8192];
            int read;
            while ((read = zlib.Read(chunk)) > 0)
            {
                inflated.Write(chunk, 0, read);
                if (inflated.Length > LongestText || !file.Budget.TakeDecoded(read))
                {
                    file.Text.Miss(new($"a text in its metadata is over the limit of {Format.Count(LongestText)} bytes", $"un texte de ses métadonnées dépasse la limite de {Format.Count(LongestText, Language.Fr)} octets"));
                    break;
                }
            }
        }
        catch (InvalidDataException)
        {
            file.Text.Miss(new("a text in its metadata is damaged and was read in part", "un texte de ses métadonnées est endommagé et a été lu en partie"));
        }

        return inflated.ToArray();
    }

    [GeneratedRegex(@"^GPSLatitude: (?<d>[0-9]{1,3}),(?<m>[0-9]{1,2}(?:\.[0-9]{1,12})?)(?:,(?<s>[0-9]{1,2}(?:\.[0-9]{1,12})?))?(?<ref>[NS])$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LatitudeOfXmp();

    [GeneratedRegex(@"^GPSLongitude: (?<d>[0-9]{1,3}),(?<m>[0-9]{1,2}(?:\.[0-9]{1,12})?)(?:,(?<s>[0-9]{1,2}(?:\.[0-9]{1,12})?))?(?<ref>[EW])$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LongitudeOfXmp();
}

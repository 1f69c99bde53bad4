using System.IO.Compression;
using System.Text;

namespace Dlp.Documents.Images;

/// <summary>The texts of a PNG image (ISO/IEC 15948, 11.3.3).</summary>
internal static class PngText
{
    /// <summary>Texts are compressed; honest ones are a few kilobytes, XMP some more.</summary>
    private const int LongestText = 4_000_000;

    /// <summary>ISO/IEC 15948, 11.3.3: Latin-1, as it is or compressed; or UTF-8, either.</summary>
    public static void Read(string type, string keyword, ReadOnlyMemory<byte> data, OpenedFile file)
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
                ImageXmp.Read(data, file.Text);
            return;
        }

        // ImageMagick and others write EXIF, IPTC and XMP as hexadecimal digits in a text.
        if (keyword.StartsWith("Raw profile type ", StringComparison.Ordinal))
            ReadRawProfile(keyword[17..], Encoding.Latin1.GetString(data.Span), file);
        else
            file.Text.Add(Place.Metadata(keyword), $"{keyword}: {(type == "iTXt" ? Encoding.UTF8.GetString(data.Span) : ImageMetadata.Decoded(data.Span))}");
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
                ImageMetadata.ReadPhotoshop(bytes, file);
                break;
            case "xmp":
                ImageXmp.Read(bytes, file.Text);
                break;
            default:
                break;
        }
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
}

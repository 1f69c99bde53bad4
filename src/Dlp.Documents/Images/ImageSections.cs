using System.Buffers.Binary;

namespace Dlp.Documents.Images;

/// <summary>
/// Walks the sections that image files are made of. The lengths that they state are held against the file before anything is taken: libraries
/// that trust them allocate gigabytes for a file of a kilobyte.
/// </summary>
internal static class ImageSections
{
    private const int PngSignature = 8;

    /// <summary>Of the file, and the shortest of its pixels (BITMAPFILEHEADER, BITMAPCOREHEADER).</summary>
    private const uint BmpHeader = 26;

    /// <summary>The segments of a JPEG file (ITU-T T.81, annex B) up to its pixels: the marker's second byte, and the data.</summary>
    public static IEnumerable<(byte Marker, ReadOnlyMemory<byte> Data)> OfJpeg(ReadOnlyMemory<byte> content)
    {
        var at = 2;
        while (at + 4 <= content.Length && content.Span[at] == 0xFF)
        {
            var marker = content.Span[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // The scan begins, or the image ends.
            if (marker is 0xDA or 0xD9)
                yield break;
            int length = BinaryPrimitives.ReadUInt16BigEndian(content.Span[(at + 2)..]);
            if (length < 2)
                yield break;
            var end = Math.Min(at + 2 + length, content.Length);
            yield return (marker, content[(at + 4)..Math.Max(at + 4, end)]);
            at = end;
        }
    }

    /// <summary>The chunks of a PNG file (ISO/IEC 15948, 5.3): the type, and the data.</summary>
    public static IEnumerable<(string Type, ReadOnlyMemory<byte> Data)> OfPng(ReadOnlyMemory<byte> content)
    {
        for (var rest = content[PngSignature..]; rest.Length >= 8;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            var type = System.Text.Encoding.ASCII.GetString(rest.Span[4..8]);
            rest = rest[8..];
            yield return (type, rest[..(int)Math.Min(length, (uint)rest.Length)]);
            if (type == "IEND")
                yield break;

            // A checksum of four bytes follows.
            rest = rest[(int)Math.Min((long)length + 4, rest.Length)..];
        }
    }

    /// <summary>The chunks of a WebP file (RFC 9649, 2.3): the type, and the data.</summary>
    public static IEnumerable<(string Type, ReadOnlyMemory<byte> Data)> OfWebP(ReadOnlyMemory<byte> content)
    {
        for (var rest = content[Math.Min(12, content.Length)..]; rest.Length >= 8;)
        {
            var type = System.Text.Encoding.ASCII.GetString(rest.Span[..4]);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[4..]);
            rest = rest[8..];
            yield return (type, rest[..(int)Math.Min(length, rest.Length)]);
            rest = rest[(int)Math.Min(length + (length & 1), rest.Length)..];
        }
    }

    /// <summary>The comments of a GIF file (GIF89a, section 24), and its plain texts (section 25).</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> CommentsOfGif(ReadOnlyMemory<byte> content)
    {
        foreach (var (kind, label, at) in BlocksOfGif(content))
        {
            if (kind != 0x21 || label is not (0xFE or 0x01))
                continue;
            var text = new MemoryStream();
            for (var next = at; next < content.Length && content.Span[next] != 0; next += 1 + content.Span[next])
                text.Write(content.Span[(next + 1)..Math.Min(next + 1 + content.Span[next], content.Length)]);
            if (text.Length > 0)
                yield return text.ToArray();
        }
    }

    /// <summary>The pictures (2C) and extensions (21, with a label) of a GIF file up to its trailer (3B), and where the data of each begin (GIF89a, appendix B).</summary>
    private static IEnumerable<(byte Kind, byte Label, int At)> BlocksOfGif(ReadOnlyMemory<byte> content)
    {
        if (content.Length < 13)
            yield break;
        var at = 13 + ColoursOf(content.Span[10]);
        while (at < content.Length)
        {
            var (kind, label) = (content.Span[at], at + 1 < content.Length ? content.Span[at + 1] : (byte)0);
            if (kind == 0x2C && at + 10 < content.Length)
                at += 11 + ColoursOf(content.Span[at + 9]);
            else if (kind == 0x21)
                at += 2;
            else
                at = kind == 0x3B ? at + 1 : content.Length;
            yield return (kind, label, at);
            if (kind is not (0x2C or 0x21))
                yield break;
            while (at < content.Length && content.Span[at] != 0)
                at += 1 + content.Span[at];
            at++;
        }

        static int ColoursOf(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /// <summary>Where the image ends as its format says, and something else may follow; the length of the file when it does not say.</summary>
    public static int EndOf(string description, ReadOnlyMemory<byte> content) => description switch
    {
        "JPEG image" => EndOfJpeg(content.Span),
        "PNG image" => EndOfPng(content.Span),
        "GIF image" => EndOfGif(content),
        "BMP image" when content.Length >= BmpHeader => (int)Math.Min(Math.Max(BinaryPrimitives.ReadUInt32LittleEndian(content.Span[2..]), BmpHeader), content.Length),
        "HEIC image" or "AVIF image" => EndOfBoxes(content.Span),
        "WebP image" when content.Length >= 12 => (int)Math.Min(8L + BinaryPrimitives.ReadUInt32LittleEndian(content.Span[4..]), content.Length),
        _ => content.Length,
    };

    private static int EndOfGif(ReadOnlyMemory<byte> content) => BlocksOfGif(content).LastOrDefault() is { Kind: 0x3B } trailer ? trailer.At : content.Length;

    /// <summary>The end of the last box (ISO/IEC 14496-12, 4.2); one whose length is 0 goes to the end of the file.</summary>
    private static int EndOfBoxes(ReadOnlySpan<byte> content)
    {
        const int header = 8, longHeader = 16;
        long at = 0;
        while (at + header <= content.Length && !content.Slice((int)at + 4, 4).ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            var box = content[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (length == 1 && box.Length >= longHeader)
                length = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(box[header..]), long.MaxValue / 2);
            if (length < header || at + length > content.Length)
                return content.Length;
            at += length;
        }

        return (int)at;
    }

    private static int EndOfPng(ReadOnlySpan<byte> content)
    {
        for (long at = PngSignature; at + 12 <= content.Length;)
        {
            var chunk = content[(int)at..];
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..].StartsWith("IEND"u8))
                return (int)Math.Min(at, content.Length);
        }

        return content.Length;
    }

    private static int EndOfJpeg(ReadOnlySpan<byte> content)
    {
        for (var at = 2; at + 1 < content.Length;)
        {
            // Between the segments of a scan stand its pixels, in which FF is followed by 0 or by a mark of restart.
            if (content[at] != 0xFF || content[at + 1] is 0 or 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
                at++;
            else if (content[at + 1] == 0xD9)
                return at + 2;
            else if (at + 4 <= content.Length)
                at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]));
            else
                break;
        }

        return content.Length;
    }
}

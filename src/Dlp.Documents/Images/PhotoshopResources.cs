using System.Buffers.Binary;

namespace Dlp.Documents.Images;

/// <summary>The image resource blocks of Photoshop (Adobe Photoshop File Formats Specification, "Image Resource Blocks"), in PSD files and in JPEG's APP13.</summary>
internal static class PhotoshopResources
{
    public const int Iptc = 0x0404;
    public const int Exif = 0x0422;
    public const int Thumbnail = 0x040C;

    /// <summary>Format, width, height, bytes a row, two sizes, bits, planes stand before the JPEG of the thumbnail.</summary>
    public const int ThumbnailHeader = 28;

    private const int ResourcesOfFile = 26;

    /// <summary>The block's number and its data; ends where they are damaged.</summary>
    public static IEnumerable<(int Id, ReadOnlyMemory<byte> Data)> Of(ReadOnlyMemory<byte> blocks)
    {
        while (blocks.Length >= 12 && blocks.Span.StartsWith("8BIM"u8))
        {
            int id = BinaryPrimitives.ReadUInt16BigEndian(blocks.Span[4..]);
            var name = 1 + blocks.Span[6];
            var sizeAt = 6 + name + (name & 1);
            if (blocks.Length < sizeAt + 4)
                yield break;
            var size = BinaryPrimitives.ReadUInt32BigEndian(blocks.Span[sizeAt..]);
            blocks = blocks[(sizeAt + 4)..];
            if (size > blocks.Length)
                yield break;
            yield return (id, blocks[..(int)size]);
            blocks = blocks[(int)Math.Min(size + (size & 1), blocks.Length)..];
        }
    }

    /// <summary>The blocks of a PSD file: behind its header of 26 bytes and the colour mode data.</summary>
    public static ReadOnlyMemory<byte> InFile(ReadOnlyMemory<byte> content)
    {
        if (content.Length < ResourcesOfFile + 4)
            return default;
        var colours = BinaryPrimitives.ReadUInt32BigEndian(content.Span[ResourcesOfFile..]);
        var at = ResourcesOfFile + 4 + (long)colours;
        if (at + 4 > content.Length)
            return default;
        var length = BinaryPrimitives.ReadUInt32BigEndian(content.Span[(int)at..]);
        var rest = content[((int)at + 4)..];
        return rest[..(int)Math.Min(length, (uint)rest.Length)];
    }
}

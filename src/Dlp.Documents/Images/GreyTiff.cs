using System.Buffers.Binary;

namespace Dlp.Documents.Images;

/// <summary>Images as the pages of one uncompressed TIFF file (TIFF 6.0, section 4): what Tesseract reads several from in one go, through a pipe.</summary>
internal static class GreyTiff
{
    private const int HeaderSize = 8;
    private const int EntrySize = 12;
    private const ushort Short = 3;
    private const ushort Long = 4;

    public static async Task WriteAsync(Stream target, IReadOnlyList<GreyImage> pages, CancellationToken token)
    {
        var offset = HeaderSize + Padded(pages[0]);
        var header = new byte[HeaderSize];
        "II"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(2), 42);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), offset);
        await target.WriteAsync(header, token);
        for (var i = 0; i < pages.Count; i++)
        {
            await target.WriteAsync(pages[i].Pixels, token);
            await target.WriteAsync(new byte[Padded(pages[i]) - pages[i].Pixels.Length], token);
            var directory = Directory(pages[i], offset - Padded(pages[i]));
            offset += directory.Length;
            if (i + 1 < pages.Count)
            {
                offset += Padded(pages[i + 1]);
                BinaryPrimitives.WriteInt32LittleEndian(directory.AsSpan(directory.Length - 4), offset);
            }

            await target.WriteAsync(directory, token);
        }
    }

    /// <summary>Directories begin at an even place.</summary>
    private static int Padded(GreyImage page) => page.Pixels.Length + (page.Pixels.Length & 1);

    private static byte[] Directory(GreyImage page, int pixels)
    {
        (ushort Tag, ushort Type, int Value)[] entries =
        [
            (256, Long, page.Width), (257, Long, page.Height),
            (258, Short, 8), // bits a pixel
            (259, Short, 1), // not compressed
            (262, Short, 1), // 0 is black
            (273, Long, pixels), (277, Short, 1), (278, Long, page.Height), (279, Long, page.Pixels.Length),
        ];
        var directory = new byte[2 + (entries.Length * EntrySize) + 4];
        BinaryPrimitives.WriteUInt16LittleEndian(directory, (ushort)entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = directory.AsSpan(2 + (i * EntrySize));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, entries[i].Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], entries[i].Type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], entries[i].Value);
        }

        return directory;
    }
}

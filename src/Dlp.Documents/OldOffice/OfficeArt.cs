using System.IO.Compression;
using System.Text;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.OldOffice;

/// <summary>Drawings ([MS-ODRAW]): the pictures in them, and the text that shapes bear as properties.</summary>
/// <remarks>Records are looked for by their mark and what must follow it, for Word and Excel lay them among other data.</remarks>
internal static class OfficeArt
{
    private const int HeaderSize = 8;
    private const ushort PropertiesType = 0xF00B;
    private const int MaxPictures = 5_000;

    // [MS-ODRAW] 2.3.22.1: WordArt text, name, alternative text, link target, tooltip.
    private static readonly HashSet<int> TextProperties = [0x00C0, 0x0380, 0x0381, 0x0382, 0x038D];

    /// <summary>Reads every picture as a file of its own; the text of metafiles is taken at once.</summary>
    public static void ReadPictures(OpenedFile file, ReadOnlyMemory<byte> data)
    {
        var bytes = data.Span;
        var count = 0;
        for (var at = 0; (at = Next(bytes, at)) >= 0;)
        {
            file.Token.ThrowIfCancellationRequested();
            var type = bytes.UInt16At(at + 2);
            var length = bytes.UInt32At(at + 4);
            var body = data.At(at + HeaderSize, length);
            if (type is < 0xF01A or > 0xF02A || body.Length < 17)
            {
                at += 1;
                continue;
            }

            // A second identifier stands there when the instance is odd ([MS-ODRAW] 2.2.23 and on).
            var identifiers = ((bytes.UInt16At(at) >> 4) & 1) != 0 ? 32 : 16;
            var isRead = type <= 0xF01C ? ReadMetafile(file, body.At(identifiers, body.Length)) : ReadBitmap(file, type, body, identifiers, ref count);
            at += isRead ? HeaderSize + (int)Math.Min(length, int.MaxValue / 2) : 1;
            if (count > MaxPictures || file.Text.IsFull)
                return;
        }
    }

    /// <summary>The text that shapes bear as properties, a line each.</summary>
    public static string ReadShapeTexts(ReadOnlySpan<byte> bytes, CancellationToken token)
    {
        var text = new StringBuilder();
        for (var at = 0; (at = Next(bytes, at)) >= 0; at++)
        {
            token.ThrowIfCancellationRequested();
            if (bytes.UInt16At(at + 2) == PropertiesType && (bytes[at] & 0xF) == 3)
                ReadProperties(bytes.At(at + HeaderSize, bytes.UInt32At(at + 4)), bytes.UInt16At(at) >> 4, text);
        }

        return text.ToString();
    }

    /// <summary>A property table ([MS-ODRAW] 2.3.1): fixed parts first, then the data of the complex ones in the same order.</summary>
    public static void ReadProperties(ReadOnlySpan<byte> table, int count, StringBuilder text)
    {
        const int entrySize = 6;
        const int complex = 0x8000;
        long data = entrySize * (long)count;
        for (var i = 0; i < count && data < table.Length; i++)
        {
            var id = table.UInt16At(i * entrySize);
            if ((id & complex) == 0)
                continue;
            var size = table.UInt32At((i * entrySize) + 2);
            if (TextProperties.Contains(id & 0x3FFF))
            {
                var value = table.At(data, size);
                if ((id & 0x3FFF) == 0x0382)
                    text.Append(PrintableRuns.Of(value));
                else
                    AppendLine(text, CodePage.ReadTerminated(value, 1200));
            }

            data += size;
        }
    }

    private static void AppendLine(StringBuilder text, string line)
    {
        if (line.Length > 0)
            text.Append(line).Append('\n');
    }

    /// <summary>Where the next record may begin: the upper byte of every type is 0xF0.</summary>
    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        const int upperTypeByte = 3;
        if (from + HeaderSize > bytes.Length)
            return -1;
        var found = bytes[(from + upperTypeByte)..].IndexOf((byte)0xF0);
        return found < 0 || from + found + HeaderSize > bytes.Length ? -1 : from + found;
    }

    private static bool ReadBitmap(OpenedFile file, int type, ReadOnlyMemory<byte> body, int identifiers, ref int count)
    {
        // Identifiers, then one byte that says nothing.
        var image = body.At(identifiers + 1, body.Length);
        var isImage = type switch
        {
            0xF01D or 0xF02A => image.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]),
            0xF01E => image.Span.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]),
            0xF01F => image.Span.UInt32At(0) == 40,
            0xF029 => image.Span.StartsWith("II*"u8) || image.Span.StartsWith("MM"u8),
            _ => false,
        };
        if (!isImage)
            return false;
        count = file.TryReadEmbedded("image", type == 0xF01F ? ToBitmapFile(image) : image) ? count + 1 : int.MaxValue;
        return true;
    }

    /// <summary>A bitmap in a document lacks the header of a file.</summary>
    private static ReadOnlyMemory<byte> ToBitmapFile(ReadOnlyMemory<byte> bitmap)
    {
        const int fileHeader = 14;
        var info = bitmap.Span;
        var colours = info.UInt16At(14) <= 8 ? (info.UInt32At(32) is > 0 and <= 256 and var used ? (int)used : 1 << Math.Min(info.UInt16At(14), (ushort)8)) : info.UInt32At(16) == 3 ? 3 : 0;
        var pixels = fileHeader + 40 + (4 * colours);
        return (byte[])[(byte)'B', (byte)'M', .. BitConverter.GetBytes(fileHeader + bitmap.Length), 0, 0, 0, 0, .. BitConverter.GetBytes(pixels), .. info];
    }

    /// <summary>A metafile is preceded by its size and compression ([MS-ODRAW] 2.2.31) and usually deflated.</summary>
    private static bool ReadMetafile(OpenedFile file, ReadOnlyMemory<byte> body)
    {
        const int metafileHeader = 34;
        if (body.Length <= metafileHeader || body.Span[32] is not (0 or 0xFE) || body.Span[33] != 0xFE)
            return false;
        var data = body.At(metafileHeader, body.Span.UInt32At(28));
        if (body.Span[32] == 0)
            data = Inflate(data, body.Span.UInt32At(0), file.Budget);
        if (Metafile.Is(data.Span))
            file.Text.Add(Place.Picture, Metafile.Read(data.Span, file.Token));
        return true;
    }

    /// <summary>What is compressed as zlib does it (RFC 1950), up to a size or the budget; what came out before a fault is kept.</summary>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed, long size, AttachmentBudget budget)
    {
        using var result = new MemoryStream();
        try
        {
            using var source = new MemoryStream(compressed.ToArray());
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            var chunk = new byte[16_384];
            int read;
            while (result.Length < size && (read = zlib.Read(chunk)) > 0)
            {
                if (!budget.TakeDecoded(read))
                    break;
                result.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What came out before stands.
        }

        return result.ToArray();
    }
}

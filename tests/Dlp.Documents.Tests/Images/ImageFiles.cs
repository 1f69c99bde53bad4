using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

/// <summary>Writes what image files hold beside their pixels, and what no program would write.</summary>
internal static class ImageFiles
{
    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>A JPEG file with a segment behind its first mark.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] data) =>
        [.. jpeg[..2], 0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data, .. jpeg[2..]];

    public static byte[] WithExif(byte[] jpeg, Ifd ifd, byte[]? thumbnail = null) => WithSegment(jpeg, 0xE1, [.. "Exif\0\0"u8, .. ifd.ToTiff(thumbnail)]);

    /// <summary>A PNG file with a chunk behind its header.</summary>
    public static byte[] WithChunk(byte[] png, string type, byte[] data, uint? length = null)
    {
        const int headerEnd = 8 + 25;
        return [.. png[..headerEnd], .. Chunk(type, data, length), .. png[headerEnd..]];
    }

    public static byte[] Chunk(string type, byte[] data, uint? length = null)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, length ?? (uint)data.Length);
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32Of(typed));
        return [.. size, .. typed, .. check];
    }

    public static byte[] Deflated(byte[] data)
    {
        var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(data);
        return target.ToArray();
    }

    /// <summary>A PNG file of one shade whose header says this size.</summary>
    public static byte[] BlankPng(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            for (var y = 0; y < height; y++)
                zlib.Write(row);
        }

        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", target.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A TIFF file of these images, a page each, in LZW.</summary>
    public static byte[] Tiff(params byte[][] pages)
    {
        var target = new MemoryStream();
        using (var tiff = BitMiracle.LibTiff.Classic.Tiff.ClientOpen("image", "w", target, new TiffStream()))
        {
            foreach (var page in pages)
            {
                using var bitmap = SKBitmap.Decode(page);
                tiff.SetField(TiffTag.IMAGEWIDTH, bitmap.Width);
                tiff.SetField(TiffTag.IMAGELENGTH, bitmap.Height);
                tiff.SetField(TiffTag.BITSPERSAMPLE, 8);
                tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
                tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
                tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
                tiff.SetField(TiffTag.COMPRESSION, Compression.LZW);
                tiff.SetField(TiffTag.ROWSPERSTRIP, 16);
                for (var y = 0; y < bitmap.Height; y++)
                    tiff.WriteScanline([.. Enumerable.Range(0, bitmap.Width).Select(x => bitmap.GetPixel(x, y).Green)], y);
                tiff.WriteDirectory();
            }

            tiff.Flush();
            return target.ToArray();
        }
    }

    /// <summary>A line of text, black on white.</summary>
    public static bool[,] Mono(string text)
    {
        using var bitmap = SKBitmap.Decode(Drawn.Image(700, 80, canvas =>
        {
            canvas.Clear(SKColors.White);
            canvas.Text(text, 20, 52, 32, SKColors.Black);
        }));
        var pixels = new bool[bitmap.Height, bitmap.Width];
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
                pixels[y, x] = bitmap.GetPixel(x, y).Green < 128;
        }

        return pixels;
    }

    /// <summary>A GIF file of these frames, all of one size, uncompressed: a clear code before each pair of pixels keeps the codes at three bits.</summary>
    public static byte[] Gif(string comment, params bool[][,] frames)
    {
        int height = frames[0].GetLength(0), width = frames[0].GetLength(1);
        var file = new MemoryStream();
        file.Write("GIF89a"u8);
        file.Write([(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 255, 255, 255, 0, 0, 0]);
        if (comment.Length > 0)
            file.Write([0x21, 0xFE, (byte)comment.Length, .. Encoding.Latin1.GetBytes(comment), 0]);
        foreach (var frame in frames)
        {
            file.Write([0x21, 0xF9, 4, 0, 10, 0, 0, 0]);
            file.Write([0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 2]);
            var bits = new List<bool>();
            var count = 0;
            foreach (var pixel in frame)
            {
                if (count++ % 2 == 0)
                    Code(4);
                Code(pixel ? 1 : 0);
            }

            Code(5);
            var bytes = bits.Chunk(8).Select(eight => (byte)eight.Select((bit, i) => bit ? 1 << i : 0).Sum());
            foreach (var block in bytes.Chunk(255))
                file.Write([(byte)block.Length, .. block]);
            file.WriteByte(0);

            void Code(int value)
            {
                for (var bit = 0; bit < 3; bit++)
                    bits.Add((value >> bit & 1) == 1);
            }
        }

        file.WriteByte(0x3B);
        return file.ToArray();
    }

    private static uint Crc32Of(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}

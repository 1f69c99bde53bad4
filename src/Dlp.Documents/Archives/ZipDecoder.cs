using System.Buffers.Binary;
using System.IO.Compression;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Deflate64;
using SharpCompress.Compressors.LZMA;
using SharpCompress.Compressors.PPMd;
using SharpCompress.Compressors.Xz;
using ZstandardStream = SharpCompress.Compressors.ZStandard.DecompressionStream;

namespace Dlp.Documents.Archives;

/// <summary>The methods of compression that an entry of a ZIP archive may use (APPNOTE 4.4.5).</summary>
internal static class ZipDecoder
{
    private const SharpCompress.Compressors.CompressionMode Decompress = SharpCompress.Compressors.CompressionMode.Decompress;

    /// <summary>Whether entries of the method are read.</summary>
    public static bool Reads(ZipMethod method) => method
        is ZipMethod.Deflate or ZipMethod.Deflate64 or ZipMethod.Bzip2 or ZipMethod.Lzma or ZipMethod.OldZstandard or ZipMethod.Zstandard or ZipMethod.Xz or ZipMethod.Ppmd;

    /// <summary>Whether what is stored tells its own end, so that no size that the archive says is needed. Of the others no more is taken than they need.</summary>
    public static bool TellsItsEnd(ZipEntry entry) => entry.Method != ZipMethod.Ppmd && (entry.Method != ZipMethod.Lzma || entry.HasEndMark);

    /// <summary>The entry's bytes; throws as its decoder does.</summary>
    /// <param name="entry">Its method is one of those that are read.</param>
    /// <param name="stored">What is stored of it.</param>
    public static Stream Open(ZipEntry entry, Stream stored) => entry.Method switch
    {
        ZipMethod.Deflate => new DeflateStream(stored, CompressionMode.Decompress),
        ZipMethod.Deflate64 => new Deflate64Stream(stored, Decompress),
        ZipMethod.Bzip2 => BZip2Stream.Create(stored, Decompress, false, false, false),
        ZipMethod.Lzma => OpenLzma(entry, stored),
        ZipMethod.OldZstandard or ZipMethod.Zstandard => new ZstandardStream(stored, 0, false, false),
        ZipMethod.Xz => new XZStream(stored),
        ZipMethod.Ppmd => OpenPpmd(stored),
        _ => throw new InvalidDataException(),
    };

    /// <summary>Two bytes of version, two for the length of the properties, the properties (APPNOTE 5.8.8).</summary>
    private static LzmaStream OpenLzma(ZipEntry entry, Stream stored)
    {
        Span<byte> header = stackalloc byte[4];
        stored.ReadExactly(header);
        var properties = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header[2..])];
        stored.ReadExactly(properties);
        return LzmaStream.Create(properties, entry.HasEndMark ? stored : new SippedStream(stored), stored.Length - stored.Position, -1, false);
    }

    /// <summary>Two bytes of parameters: order, memory, restoration (APPNOTE 5.10.4).</summary>
    private static PpmdStream OpenPpmd(Stream stored)
    {
        Span<byte> parameters = stackalloc byte[2];
        stored.ReadExactly(parameters);
        return PpmdStream.Create(new PpmdProperties(parameters), new SippedStream(stored), false);
    }

    /// <summary>Gives little at a time, so that what a decoder has taken tells how far it has come.</summary>
    private sealed class SippedStream(Stream stored) : ForwardStream
    {
        private const int Sip = 16;

        public override int Read(Span<byte> buffer) => stored.Read(buffer[..Math.Min(buffer.Length, Sip)]);
    }
}

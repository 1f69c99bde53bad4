using System.Buffers.Binary;
using System.IO.Compression;
using Dlp.Documents.FileTypes;
using Dlp.Documents.PlainText;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.LZMA;
using SharpCompress.Compressors.Lzw;
using SharpCompress.Compressors.Xz;
using ZstandardStream = SharpCompress.Compressors.ZStandard.DecompressionStream;

namespace Dlp.Documents.Archives;

/// <summary>
/// Reads a file that holds one other, compressed: the other is a part of its own. Where that is a tar archive, its files are, without a step between:
/// <c>a.tar.gz › file</c>.
/// </summary>
internal static class CompressedReader
{
    public static void ReadGzip(OpenedFile file) =>
        Read(file, GzipName(file.Content.Span), packed => new GZipStream(packed, CompressionMode.Decompress), IsCutGzip);

    public static void ReadBzip2(OpenedFile file) =>
        Read(file, null, packed => BZip2Stream.Create(packed, SharpCompress.Compressors.CompressionMode.Decompress, true, false, false));

    public static void ReadXz(OpenedFile file) => Read(file, null, packed => new SeveralStreams(packed, file.Content[..6], static stream => new XZStream(stream)));

    public static void ReadZstandard(OpenedFile file) => Read(file, null, packed => new ZstandardStream(packed, 0, true, false));

    public static void ReadLzip(OpenedFile file) =>
        Read(file, null, packed => new SeveralStreams(packed, file.Content[..4], static stream => LZipStream.Create(stream, SharpCompress.Compressors.CompressionMode.Decompress, true)));

    public static void ReadCompress(OpenedFile file) => Read(file, null, packed => new LzwStream(packed));

    public static void ReadLz4(OpenedFile file) => Read(file, null, packed => new Lz4Stream(packed));

    private static void Read(OpenedFile file, string? storedName, Func<MemoryStream, Stream> open, Func<ReadOnlyMemory<byte>, long, bool>? isCut = null)
    {
        if (!ArchivedFile.TakeEntry(file))
            return;
        using var packed = file.OpenContent();
        var meter = new UnpackingMeter(file);
        try
        {
            using var content = new PeekedStream(meter.Over(new WholeStream(open(packed), () => isCut?.Invoke(file.Content, meter.Total) is true)), TarHeader.Length);
            if (content.Start.Length == TarHeader.Length && OldTar.Fits(content.Start))
                ReadTar(file, content);
            else if (!ArchivedFile.Read(file, storedName ?? InnerName(file.Name), content))
                file.Text.Miss(new("it is damaged: what it holds could not be read to its end", "il est endommagé : son contenu n'a pas pu être lu jusqu'au bout"));
        }
        catch (UnpackingLimitException limit)
        {
            file.Text.Refuse(PartStatus.TooLarge, limit.Detail);
        }
    }

    private static void ReadTar(OpenedFile file, Stream content)
    {
        try
        {
            TarReader.Read(file, content);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or UnpackingLimitException))
        {
            file.Text.Miss(new("it is damaged: the tar archive in it could not be read to its end", "il est endommagé : l'archive tar qu'il contient n'a pas pu être lue jusqu'au bout"));
        }
    }

    /// <summary>The name of the file before it was compressed: <c>a.csv</c> of <c>a.csv.gz</c>.</summary>
    private static string InnerName(string name) => Path.GetFileNameWithoutExtension(name) is { Length: > 0 } inner ? inner : "content";

    /// <summary>The name that the header states, after the extra field (RFC 1952, 2.3); null when it states none.</summary>
    private static string? GzipName(ReadOnlySpan<byte> content)
    {
        const int fixedLength = 10;
        const int hasExtra = 4, hasName = 8;
        if (content.Length <= fixedLength || (content[3] & hasName) == 0)
            return null;
        var at = fixedLength;
        if ((content[3] & hasExtra) != 0)
            at += content.Length >= at + 2 ? 2 + content[at] + (content[at + 1] << 8) : 0;
        if (at >= content.Length || content[at..].IndexOf((byte)0) is not (> 0 and var length))
            return null;
        return TextDecoder.Decode(content.Slice(at, length));
    }

    /// <summary>
    /// The platform's stream ends without a word where a member is cut. The last four bytes are the length of the last member (RFC 1952, 2.3.1);
    /// only where there are several, which is rare, is it not that of the whole.
    /// </summary>
    private static bool IsCutGzip(ReadOnlyMemory<byte> packed, long length)
    {
        var bytes = packed.Span;
        if (bytes.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) == (uint)length)
            return bytes.Length < 18;
        for (var at = 10; bytes[at..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) is >= 0 and var found; at += 1)
        {
            at += found;

            // Flags, extra flags and system of a member's header.
            if (bytes.Length > at + 10 && bytes[at + 3] < 0x20 && bytes[at + 8] is 0 or 2 or 4 && bytes[at + 9] is < 14 or 255)
                return false;
        }

        return true;
    }

    /// <summary>A stream that throws at its end where the end is not the true one.</summary>
    private sealed class WholeStream(Stream stream, Func<bool> isCut) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer);
            return read == 0 && buffer.Length > 0 && isCut() ? throw new EndOfStreamException() : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                stream.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A stream whose beginning is known before it is read.</summary>
    private sealed class PeekedStream : ForwardStream
    {
        private readonly Stream _stream;
        private readonly byte[] _start;
        private readonly Exception? _fault;
        private int _given;

        public PeekedStream(Stream stream, int length)
        {
            _stream = stream;
            var start = new byte[length];
            var read = 0;
            try
            {
                int more;
                while (read < length && (more = stream.Read(start.AsSpan(read))) > 0)
                    read += more;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Said when the reading comes to it: what stands before is read first.
                _fault = fault;
            }

            _start = start[..read];
        }

        public ReadOnlySpan<byte> Start => _start;

        public override int Read(Span<byte> buffer)
        {
            if (_given == _start.Length)
                return _fault is null ? _stream.Read(buffer) : throw _fault;
            var length = Math.Min(buffer.Length, _start.Length - _given);
            _start.AsSpan(_given, length).CopyTo(buffer);
            _given += length;
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _stream.Dispose();
            base.Dispose(disposing);
        }
    }
}

using System.IO.Compression;

namespace Dlp.Documents.Archives;

/// <summary>A folder of a cabinet: blocks of data ([MS-CAB] 2.2, 2.4), stored as they are or compressed by MSZIP ([MS-MCI]).</summary>
internal sealed class CabinetFolder
{
    private const int FolderLength = 8;
    private const int BlockHeaderLength = 8;
    private const int LargestBlock = 32 * 1024;

    private readonly ReadOnlyMemory<byte> _cabinet;
    private readonly long _offset;
    private readonly int _blocks;
    private readonly int _reserve;
    private readonly Method _method;

    private CabinetFolder(ReadOnlyMemory<byte> cabinet, long offset, int blocks, int reserve, Method method) =>
        (_cabinet, _offset, _blocks, _reserve, _method) = (cabinet, offset, blocks, reserve, method);

    private enum Method
    {
        Stored = 0,
        MsZip = 1,
    }

    /// <summary>Whether its method of compression is read; Quantum and LZX are not.</summary>
    public bool IsRead => _method is Method.Stored or Method.MsZip;

    /// <summary>A folder of the list; null when the cabinet has none of this number.</summary>
    public static CabinetFolder? Of(ReadOnlyMemory<byte> cabinet, CabinetHeader header, int number)
    {
        if (number >= header.Folders)
            return null;
        var folder = cabinet.Span.At(header.FoldersOffset + (long)number * (FolderLength + header.FolderReserve), FolderLength);
        return new CabinetFolder(cabinet, folder.UInt32At(0), folder.UInt16At(4), header.DataReserve, (Method)(folder.UInt16At(6) & 0x0F));
    }

    /// <summary>All that lies in the folder. Damage is an <see cref="InvalidDataException"/>.</summary>
    public Stream Open() => new BlockStream(this);

    private sealed class BlockStream(CabinetFolder folder) : ForwardStream
    {
        private readonly byte[] _history = new byte[LargestBlock];
        private readonly byte[] _block = new byte[LargestBlock];
        private long _at = folder._offset;
        private int _left = folder._blocks;
        private int _length;
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            while (_given == _length)
            {
                if (_left-- <= 0)
                    return 0;
                Next();
            }

            var read = Math.Min(buffer.Length, _length - _given);
            _block.AsSpan(_given, read).CopyTo(buffer);
            _given += read;
            return read;
        }

        private void Next()
        {
            var header = folder._cabinet.Span.At(_at, BlockHeaderLength);
            int packed = header.UInt16At(4), length = header.UInt16At(6);
            var data = folder._cabinet.At(_at + BlockHeaderLength + folder._reserve, packed);

            // A block of length 0 goes on in the next cabinet.
            if (data.Length < packed || packed == 0 || length is 0 or > LargestBlock)
                throw new InvalidDataException();
            _block.AsSpan(0, _length).CopyTo(_history);
            if (folder._method == Method.MsZip)
                Inflate(data, _history.AsMemory(0, _length), length);
            else if (packed == length)
                data.Span.CopyTo(_block);
            else
                throw new InvalidDataException();
            _at += BlockHeaderLength + folder._reserve + packed;
            (_length, _given) = (length, 0);
        }

        /// <summary>
        /// Each block is a deflate stream of its own that refers to the text of the block before. The platform's decoder takes no dictionary, so that the text
        /// is put before the stream as a stored block (RFC 1951, 3.2.4), whose bytes are thrown away.
        /// </summary>
        private void Inflate(ReadOnlyMemory<byte> data, ReadOnlyMemory<byte> history, int length)
        {
            if (!data.Span.StartsWith("CK"u8))
                throw new InvalidDataException();
            using var packed = new MemoryStream();
            if (!history.IsEmpty)
            {
                packed.Write([0, (byte)history.Length, (byte)(history.Length >> 8), (byte)~history.Length, (byte)(~history.Length >> 8)]);
                packed.Write(history.Span);
            }

            packed.Write(data.Span[2..]);
            packed.Position = 0;
            using var inflated = new DeflateStream(packed, CompressionMode.Decompress);
            var again = new byte[history.Length];
            if (inflated.ReadAtLeast(again, again.Length, throwOnEndOfStream: false) < again.Length
                || inflated.ReadAtLeast(_block.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
            {
                throw new InvalidDataException();
            }
        }
    }
}

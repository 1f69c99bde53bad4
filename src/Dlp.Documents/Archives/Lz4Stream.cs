using System.Buffers.Binary;

namespace Dlp.Documents.Archives;

/// <summary>Decompresses LZ4 frames, one after the other (LZ4 Frame Format 1.6.4, LZ4 Block Format). Checksums are not looked at: a scan wants what stands there.</summary>
internal sealed class Lz4Stream(Stream packed) : ForwardStream
{
    private const uint Magic = 0x184D2204;
    private const uint SkippableFrom = 0x184D2A50, SkippableTo = 0x184D2A5F;
    private const int Reach = 65_536;
    private const int SmallestMatch = 4;

    private byte[] _history = [];
    private int _historyLength;
    private int _given;
    private int _maxBlock;
    private bool _linked;
    private bool _blockChecksums;
    private bool _contentChecksum;
    private bool _inFrame;
    private bool _isCut;

    public override int Read(Span<byte> buffer)
    {
        while (_given == _historyLength)
        {
            if (!NextBlock())
                return 0;
        }

        var length = Math.Min(buffer.Length, _historyLength - _given);
        _history.AsSpan(_given, length).CopyTo(buffer);
        _given += length;
        return length;
    }

    /// <summary>Decodes the next block behind what of the last ones it may refer to; false at the end.</summary>
    private bool NextBlock()
    {
        if (_isCut)
            throw new EndOfStreamException();
        if (!_inFrame && !OpenFrame())
            return false;
        var size = ReadNumber();
        if (size == 0)
        {
            if (_contentChecksum)
                ReadNumber();
            _inFrame = false;
            return true;
        }

        var stored = (size & 0x8000_0000) != 0;
        var length = (int)(size & 0x7FFF_FFFF);
        if (length > _maxBlock)
            throw new InvalidDataException();
        var block = new byte[length];
        var read = packed.ReadAtLeast(block, length, throwOnEndOfStream: false);
        _isCut = read < length;
        if (_blockChecksums && !_isCut)
            ReadNumber();
        KeepReach();
        if (_isCut)
        {
            DecodeBeginning(block.AsSpan(0, read), stored);
            return true;
        }

        if (stored)
        {
            block.CopyTo(_history, _historyLength);
            _historyLength += length;
        }
        else
        {
            Decode(block);
        }

        return true;
    }

    private bool OpenFrame()
    {
        Span<byte> number = stackalloc byte[4];
        var read = packed.ReadAtLeast(number, number.Length, throwOnEndOfStream: false);
        if (read == 0)
            return false;
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(number);
        if (read == number.Length && magic is >= SkippableFrom and <= SkippableTo)
        {
            packed.Position += Math.Min(ReadNumber(), packed.Length - packed.Position);
            return OpenFrame();
        }

        if (read < number.Length || magic != Magic)
            throw new InvalidDataException();
        var flags = packed.ReadByte();
        var descriptor = packed.ReadByte();
        if (flags < 0 || flags >> 6 != 1 || descriptor < 0 || (descriptor >> 4 & 7) < 4)
            throw new InvalidDataException();
        _linked = (flags & 0x20) == 0;
        _blockChecksums = (flags & 0x10) != 0;
        _contentChecksum = (flags & 0x04) != 0;
        _maxBlock = 1 << (8 + (2 * (descriptor >> 4 & 7)));
        packed.Position += ((flags & 0x08) != 0 ? 8 : 0) + ((flags & 0x01) != 0 ? 4 : 0) + 1;
        _history = new byte[Reach + _maxBlock];
        _historyLength = _given = 0;
        _inFrame = true;
        return true;
    }

    private void KeepReach()
    {
        var kept = _linked ? Math.Min(Reach, _historyLength) : 0;
        _history.AsSpan(_historyLength - kept, kept).CopyTo(_history);
        _historyLength = _given = kept;
    }

    /// <summary>What a block that is cut holds: its end is somewhere inside a run.</summary>
    private void DecodeBeginning(ReadOnlySpan<byte> block, bool stored)
    {
        if (stored)
        {
            block.CopyTo(_history.AsSpan(_historyLength));
            _historyLength += block.Length;
            return;
        }

        try
        {
            Decode(block);
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException)
        {
            // The cut.
        }
    }

    private void Decode(ReadOnlySpan<byte> block)
    {
        var at = 0;
        while (at < block.Length)
        {
            var token = block[at++];
            var literals = RunLength(block, ref at, token >> 4);
            block.Slice(at, literals).CopyTo(_history.AsSpan(_historyLength));
            at += literals;
            _historyLength += literals;
            if (at >= block.Length)
                break;
            var offset = block[at] | (block[at + 1] << 8);
            at += 2;
            var match = RunLength(block, ref at, token & 15) + SmallestMatch;
            if (offset == 0 || offset > _historyLength || _historyLength + match > _history.Length)
                throw new InvalidDataException();
            for (var i = 0; i < match; i++, _historyLength++)
                _history[_historyLength] = _history[_historyLength - offset];
        }
    }

    private static int RunLength(ReadOnlySpan<byte> block, ref int at, int length)
    {
        if (length < 15)
            return length;
        byte more;
        do
        {
            more = block[at++];
            length += more;
        }
        while (more == 255);
        return length;
    }

    private uint ReadNumber()
    {
        Span<byte> number = stackalloc byte[4];
        packed.ReadExactly(number);
        return BinaryPrimitives.ReadUInt32LittleEndian(number);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}

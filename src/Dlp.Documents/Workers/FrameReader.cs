namespace Dlp.Documents.Workers;

/// <summary>Reads frames from a stream. One frame is good until the next is read: all of them lie in the same room.</summary>
internal sealed class FrameReader(Stream stream)
{
    private byte[] _room = new byte[Frames.Piece + Frames.HeaderLength];

    /// <summary>The next frame; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">These are no frames.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside a frame.</exception>
    public Frame? Read()
    {
        var read = stream.ReadAtLeast(_room.AsSpan(0, Frames.HeaderLength), Frames.HeaderLength, throwOnEndOfStream: false);
        if (read == 0)
            return null;
        if (read < Frames.HeaderLength)
            throw new EndOfStreamException();
        var (kind, payload) = Next();
        stream.ReadExactly(payload.Span);
        return new Frame(kind, payload);
    }

    /// <summary>As <see cref="Read"/>, but the stream must not end before the frame.</summary>
    public async ValueTask<Frame> ReadAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_room.AsMemory(0, Frames.HeaderLength), cancellationToken);
        var (kind, payload) = Next();
        await stream.ReadExactlyAsync(payload, cancellationToken);
        return new Frame(kind, payload);
    }

    private (FrameKind Kind, Memory<byte> Payload) Next()
    {
        var (kind, length) = ((FrameKind)_room[0], Frames.LengthOf(_room));
        if (length > _room.Length)
            _room = new byte[Frames.MaximumPayload];
        return (kind, _room.AsMemory(0, length));
    }
}

using System.Buffers.Binary;

namespace Dlp.Documents.Workers;

/// <summary>Frames on a stream: a byte that tells the kind, four for the length of the payload (little-endian), the payload.</summary>
internal static class Frames
{
    /// <summary>Longest payload, in bytes. What is longer is sent in pieces.</summary>
    public const int MaximumPayload = 256 * 1024;

    /// <summary>Bytes of content or text that go into one frame.</summary>
    public const int Piece = 64 * 1024;

    private const int HeaderLength = 5;

    /// <summary>The payload of <see cref="FrameKind.Hello"/>: a magic word and the version of the protocol.</summary>
    public static ReadOnlySpan<byte> Greeting => "dlp-worker 2"u8;

    public static void Write(Stream stream, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        WriteHeader(header, kind, payload.Length);
        stream.Write(header);
        stream.Write(payload);
    }

    public static async ValueTask WriteAsync(Stream stream, FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        WriteHeader(header, kind, payload.Length);
        await stream.WriteAsync(header, cancellationToken);
        if (!payload.IsEmpty)
            await stream.WriteAsync(payload, cancellationToken);
    }

    /// <summary>The next frame; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">These are no frames.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside a frame.</exception>
    public static Frame? Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        var read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read == 0)
            return null;
        if (read < HeaderLength)
            throw new EndOfStreamException();
        var payload = new byte[LengthOf(header)];
        stream.ReadExactly(payload);
        return new Frame((FrameKind)header[0], payload);
    }

    /// <summary>As <see cref="Read"/>, but the stream must not end before the frame.</summary>
    public static async ValueTask<Frame> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        await stream.ReadExactlyAsync(header, cancellationToken);
        var payload = new byte[LengthOf(header)];
        await stream.ReadExactlyAsync(payload, cancellationToken);
        return new Frame((FrameKind)header[0], payload);
    }

    private static void WriteHeader(Span<byte> header, FrameKind kind, int length)
    {
        header[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], length);
    }

    private static int LengthOf(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        if (!Enum.IsDefined((FrameKind)header[0]) || length is < 0 or > MaximumPayload)
            throw new InvalidDataException("these are no frames of the worker's protocol");
        return length;
    }
}

using System.Buffers.Binary;

namespace Dlp.Documents.Workers;

/// <summary>Frames on a stream: a byte that tells the kind, four for the length of the payload (little-endian), the payload.</summary>
internal static class Frames
{
    /// <summary>Longest payload, in bytes. What is longer is sent in pieces.</summary>
    public const int MaximumPayload = 256 * 1024;

    /// <summary>Bytes of content or text that go into one frame.</summary>
    public const int Piece = 64 * 1024;

    internal const int HeaderLength = 5;

    /// <summary>The payload of <see cref="FrameKind.Hello"/>: a magic word and the version of the protocol.</summary>
    public static ReadOnlySpan<byte> Greeting => "dlp-worker 4"u8;

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

    private static void WriteHeader(Span<byte> header, FrameKind kind, int length)
    {
        header[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], length);
    }

    /// <summary>The length of the payload that a header announces.</summary>
    /// <exception cref="InvalidDataException">These are no frames.</exception>
    internal static int LengthOf(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        if (!Enum.IsDefined((FrameKind)header[0]) || length is < 0 or > MaximumPayload)
            throw new InvalidDataException("these are no frames of the worker's protocol");
        return length;
    }
}

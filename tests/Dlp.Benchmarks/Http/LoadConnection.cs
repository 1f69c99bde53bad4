using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dlp.Benchmarks.Http;

/// <summary>One connection that asks and waits, with as little work of its own as can be, for it shares the processors with the server.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 17];

    public LoadConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>The bytes of a request with a JSON body.</summary>
    public static byte[] Request(string path, string json) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>The body; valid until the next request.</returns>
    /// <exception cref="InvalidDataException">The answer is not 200.</exception>
    public ReadOnlySpan<byte> Ask(byte[] request)
    {
        _socket.Send(request);
        var read = 0;
        while (true)
        {
            var received = _socket.Receive(_buffer.AsSpan(read));
            if (received == 0)
                throw new InvalidDataException("The server closed the connection.");
            read += received;
            if (BodyOf(_buffer.AsSpan(0, read), out var body))
                return body;
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool BodyOf(ReadOnlySpan<byte> answer, out ReadOnlySpan<byte> body)
    {
        body = default;
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        if (!answer.StartsWith("HTTP/1.1 200 "u8))
            throw new InvalidDataException($"The answer is {Encoding.UTF8.GetString(answer[..Math.Min(60, end)])}");
        var rest = answer[(end + 4)..];
        var length = answer[..end].IndexOf("Content-Length: "u8);
        if (length >= 0)
        {
            var digits = answer[(length + 16)..];
            body = rest;
            return rest.Length >= int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }

        // Chunked: what a small answer is written as is one chunk, between its length and the empty chunk.
        if (!rest.EndsWith("\r\n0\r\n\r\n"u8))
            return false;
        body = rest[(rest.IndexOf((byte)'\n') + 1)..^7];
        return true;
    }
}

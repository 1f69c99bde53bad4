using System.Security.Cryptography;
using Dlp.Documents;

namespace Dlp.Api.Checks;

/// <summary>A file of a form while it arrives: it is measured as it is read, and held nowhere.</summary>
/// <param name="body">The section of the form.</param>
internal sealed class Upload(Stream body) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Bytes that have arrived.</summary>
    public long Received { get; private set; }

    /// <summary>Ends when the file has arrived whole.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Reads what nobody wanted; then its hash, in hex.</summary>
    public async Task<string> Finish(CancellationToken cancellation)
    {
        var nobody = new byte[16 * 1024];
        while (!Ended.IsCompleted)
            _ = await ReadAsync(nobody, cancellation);
        return Convert.ToHexString(_hash.GetHashAndReset());
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        if (read == 0)
            _ended.TrySetResult();
        _hash.AppendData(buffer.Span[..read]);
        Received += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>What arrives is waited for, and never by a thread.</summary>
    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}

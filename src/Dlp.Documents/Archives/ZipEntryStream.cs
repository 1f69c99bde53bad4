namespace Dlp.Documents.Archives;

/// <summary>
/// The bytes of one entry. Never throws but for cancellation: damage and limits end the stream, and <see cref="Fault"/> tells why.
/// </summary>
internal sealed class ZipEntryStream : Stream
{
    /// <summary>So much of an entry may be as compressible as it likes.</summary>
    private const long FreeOfRatio = 10 * 1024 * 1024;

    /// <summary>Then so many bytes may come of each stored one: text rarely gives more than 20, empty sheets 50.</summary>
    private const long MaxRatio = 200;

    private readonly Stream _decoded;
    private readonly Stream? _stored;
    private readonly AttachmentBudget? _budget;
    private readonly CancellationToken _token;
    private readonly long _declaredSize;
    private readonly bool _isCut;
    private long _length;
    private bool _ended;

    /// <param name="decoded">The entry's bytes.</param>
    /// <param name="stored">What they are decoded from; null when they are stored as they are.</param>
    /// <param name="declaredSize">How many the archive says there are; -1 when it does not say.</param>
    /// <param name="isCut">Whether the archive ends before the entry does.</param>
    /// <param name="budget">From which decoded bytes are taken.</param>
    /// <param name="token">Cancelled when time is up.</param>
    public ZipEntryStream(Stream decoded, Stream? stored, long declaredSize, bool isCut, AttachmentBudget? budget, CancellationToken token) =>
        (_decoded, _stored, _declaredSize, _isCut, _budget, _token) = (decoded, stored, declaredSize, isCut, budget, token);

    /// <summary>Why the stream ended early, or not where the archive says; null while all is well.</summary>
    public ZipFault? Fault { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>An entry that is not read at all.</summary>
    public static ZipEntryStream Refused(PartStatus status, LocalizedText detail) =>
        new(Null, null, -1, isCut: false, null, CancellationToken.None) { _ended = true, Fault = new ZipFault(status, detail) };

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
            return 0;
        _token.ThrowIfCancellationRequested();
        int read;
        try
        {
            read = _decoded.Read(buffer);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return End(PartStatus.Unreadable, new("it is damaged or cut off; its beginning was read", "endommagé ou coupé ; seul le début a été lu"));
        }

        if (read == 0)
        {
            _ended = true;
            if (_isCut)
                Fault = new ZipFault(PartStatus.Unreadable, new("it is cut off; its beginning was read", "coupé ; seul le début a été lu"));
            else if (_declaredSize >= 0 && _declaredSize != _length)
                Fault = new ZipFault(PartStatus.Scanned, new("it is of another size than the archive says; all of it was read", "d'une autre taille que l'archive ne le dit ; tout a été lu"));
            return 0;
        }

        _length += read;
        if (_stored is not null && _length > FreeOfRatio && _length > MaxRatio * _stored.Position)
            return End(PartStatus.TooLarge, new($"it grows more than {MaxRatio} times when decompressed; its beginning was read", $"taille multipliée par plus de {MaxRatio} à la décompression ; seul le début a été lu"));
        return _budget is null || _budget.TakeDecoded(read)
            ? read
            : End(PartStatus.TooLarge, new("the attachment holds more than the limit of decompressed bytes; the rest was not read", "la pièce jointe dépasse la limite d'octets décompressés ; le reste n'a pas été lu"));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _decoded.Dispose();
        base.Dispose(disposing);
    }

    private int End(PartStatus status, LocalizedText detail)
    {
        _ended = true;
        Fault = new ZipFault(status, detail);
        return 0;
    }
}

namespace Dlp.Documents.Archives;

/// <summary>
/// The bytes of one entry. Never throws but for cancellation: damage and limits end the stream, and <see cref="Fault"/> tells why.
/// </summary>
internal sealed class ZipEntryStream : ForwardStream
{
    /// <summary>So much of an entry may be as compressible as it likes: text rarely gives more than 20 bytes of each stored one, empty sheets 50.</summary>
    private const long FreeOfRatio = 10 * 1024 * 1024;

    /// <summary>What a decoder may leave of an entry that it has read to its end.</summary>
    private const int Padding = 64;

    private readonly Stream _stored;
    private readonly ZipEntry? _compressed;
    private readonly int _maxRatio;
    private readonly AttachmentBudget? _budget;
    private readonly CancellationToken _token;
    private readonly long _declaredSize;
    private readonly bool _isCut;
    private Stream? _decoded;
    private long _length;
    private bool _ended;

    /// <summary>An entry that is stored as it is.</summary>
    /// <param name="stored">The entry's bytes.</param>
    /// <param name="declaredSize">How many the archive says there are; -1 when it does not say.</param>
    /// <param name="isCut">Whether the archive ends before the entry does.</param>
    /// <param name="budget">From which its bytes are taken.</param>
    /// <param name="token">Cancelled when time is up.</param>
    public ZipEntryStream(Stream stored, long declaredSize, bool isCut, AttachmentBudget? budget, CancellationToken token) =>
        (_stored, _decoded, _declaredSize, _isCut, _budget, _token) = (stored, stored, declaredSize, isCut, budget, token);

    /// <summary>An entry that is compressed.</summary>
    /// <param name="stored">What is stored of it.</param>
    /// <param name="entry">What the archive says of it; its method is one that is read.</param>
    /// <param name="maxRatio">How many bytes may come of each stored one.</param>
    /// <param name="budget">From which decoded bytes are taken.</param>
    /// <param name="token">Cancelled when time is up.</param>
    public ZipEntryStream(Stream stored, ZipEntry entry, int maxRatio, AttachmentBudget budget, CancellationToken token) =>
        (_stored, _compressed, _declaredSize, _maxRatio, _budget, _token) = (stored, entry, entry.DeclaredSize, maxRatio, budget, token);

    /// <summary>Why the stream ended early, or not where the archive says; null while all is well.</summary>
    public ZipFault? Fault { get; private set; }

    /// <summary>An entry that is not read at all.</summary>
    public static ZipEntryStream Refused(PartStatus status, LocalizedText detail) =>
        new(Null, -1, isCut: false, null, CancellationToken.None) { _ended = true, Fault = new ZipFault(status, detail) };

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
            return 0;
        _token.ThrowIfCancellationRequested();
        int read;
        try
        {
            _decoded ??= ZipDecoder.Open(_compressed!, _stored);
            read = _decoded.Read(WithinDeclared(buffer));
        }
        catch (OutOfMemoryException)
        {
            return End(PartStatus.TooLarge, Details.TooMuchMemory);
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
            else if (EndsByDeclared && _stored.Length - _stored.Position > Padding)
                Fault = new ZipFault(PartStatus.Unreadable, new("it is larger than the archive says; its beginning was read", "plus grand que l'archive ne le dit ; seul le début a été lu"));
            else if (_declaredSize >= 0 && _declaredSize != _length)
                Fault = new ZipFault(PartStatus.Scanned, new("it is of another size than the archive says; all of it was read", "d'une autre taille que l'archive ne le dit ; tout a été lu"));
            return 0;
        }

        _length += read;
        if (_compressed is not null && _length > FreeOfRatio && _length > _maxRatio * _stored.Position)
            return End(PartStatus.TooLarge, new($"it grows more than {_maxRatio} times when decompressed; its beginning was read", $"taille multipliée par plus de {_maxRatio} à la décompression ; seul le début a été lu"));
        return _budget is null || _budget.TakeDecoded(read)
            ? read
            : End(PartStatus.TooLarge, Details.TooMuchDecoded);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoded?.Dispose();
            _stored.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether only the size that the archive says tells where the entry ends.</summary>
    private bool EndsByDeclared => _compressed is not null && _declaredSize >= 0 && !ZipDecoder.TellsItsEnd(_compressed);

    private Span<byte> WithinDeclared(Span<byte> buffer) => EndsByDeclared ? buffer[..(int)Math.Min(buffer.Length, _declaredSize - _length)] : buffer;

    private int End(PartStatus status, LocalizedText detail)
    {
        _ended = true;
        Fault = new ZipFault(status, detail);
        return 0;
    }
}

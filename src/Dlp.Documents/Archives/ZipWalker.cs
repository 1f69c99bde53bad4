using System.Runtime.InteropServices;

namespace Dlp.Documents.Archives;

/// <summary>
/// Reads the entries of a ZIP archive within the attachment's budget. Declared sizes are not believed: what is stored is inflated to its own end,
/// as unzip does, for a program that trusts them may be shown ten bytes of fifty million.
/// </summary>
internal sealed class ZipWalker
{
    /// <summary>Bytes before an archive that was to be split, and was not (APPNOTE 8.5.4).</summary>
    private const int SplitMark = 4;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly AttachmentBudget _budget;
    private readonly int _maxRatio;
    private readonly CancellationToken _token;
    private readonly ZipDirectory _directory;
    private ILookup<string, ZipEntry>? _byName;

    private ZipWalker(OpenedFile file)
    {
        (_content, _budget, _maxRatio, _token) = (file.Content, file.Budget, file.Options.MaxRatio, file.Token);
        _directory = ZipDirectory.Read(_content, file.Options.MaxEntries, _token);
    }

    /// <summary>Every entry, folders too; several may bear one name.</summary>
    public IReadOnlyList<ZipEntry> Entries => _directory.Entries;

    /// <summary>The archive's comment.</summary>
    public string Comment => _directory.Comment;

    /// <summary>The comments of its entries.</summary>
    public IReadOnlyList<string> EntryComments => _directory.EntryComments;

    /// <summary>What stands before its first entry; empty when nothing does.</summary>
    public ReadOnlyMemory<byte> Before => _directory.Start is > SplitMark and var start && start < _content.Length ? _content[..start] : default;

    /// <summary>What stands behind its end; empty when nothing does.</summary>
    public ReadOnlyMemory<byte> Behind => _content[_directory.End..];

    /// <summary>What is odd about the archive as a whole, for people; quotes nothing of it.</summary>
    public IReadOnlyCollection<LocalizedText> Faults => _directory.Faults;

    /// <summary>Whether there were more entries than <see cref="AttachmentOptions.MaxEntries"/>.</summary>
    public bool IsOverLimit => _directory.IsOverLimit;

    /// <summary>Finds the entries; reads none. Never throws but for cancellation.</summary>
    public static ZipWalker Open(OpenedFile file) => new(file);

    /// <summary>The entries of a name, letter case aside, as Office finds its parts.</summary>
    public IEnumerable<ZipEntry> Named(string name)
    {
        _byName ??= Entries.ToLookup(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        return _byName[name];
    }

    /// <summary>The bytes of an entry, as a stream that takes from the budget. What ends it early stands in <see cref="ZipEntryStream.Fault"/>.</summary>
    public ZipEntryStream OpenEntry(ZipEntry entry)
    {
        if (entry.IsEncrypted)
            return ZipEntryStream.Refused(PartStatus.Encrypted, Details.NeedsPassword);
        if (entry.DataOffset < 0)
            return ZipEntryStream.Refused(PartStatus.Unreadable, new("it is not where the archive says", "il n'est pas là où l'archive le dit"));

        var rest = _content[entry.DataOffset..];
        var size = entry.Method == ZipMethod.Stored ? Math.Max(entry.StoredSize, entry.DeclaredSize) : entry.StoredSize;
        var stored = size >= 0 && size < rest.Length ? rest[..(int)size] : rest;
        return entry.Method switch
        {
            ZipMethod.Stored => new ZipEntryStream(Source(stored), entry.DeclaredSize, entry.StoredSize > rest.Length, _budget, _token),

            // Some writers compress nothing to nothing. No deflated bytes begin as the next record does.
            ZipMethod.Deflate when entry is { StoredSize: 0, DeclaredSize: 0 } && rest.Span.StartsWith("PK"u8) => new ZipEntryStream(Stream.Null, 0, isCut: false, _budget, _token),

            // Deflate tells its own end, so that a stored size that lies cannot hide any of it.
            ZipMethod.Deflate => new ZipEntryStream(Source(rest), entry, _maxRatio, _budget, _token),
            var method when ZipDecoder.Reads(method) => new ZipEntryStream(Source(stored), entry, _maxRatio, _budget, _token),
            _ => ZipEntryStream.Refused(PartStatus.Unsupported, Details.UnreadMethod),
        };
    }

    /// <summary>All bytes of an entry, or those before the fault.</summary>
    public ZipData Read(ZipEntry entry)
    {
        using var stream = OpenEntry(entry);
        var bytes = new MemoryStream((int)Math.Clamp(entry.DeclaredSize, 0, 1 << 20));
        stream.CopyTo(bytes);
        return new ZipData(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), stream.Fault);
    }

    private static MemoryStream Source(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}

/// <summary>What an entry holds.</summary>
/// <param name="Bytes">All of it, or what came before the fault.</param>
/// <param name="Fault">Null when all is well.</param>
internal readonly record struct ZipData(ReadOnlyMemory<byte> Bytes, ZipFault? Fault);

/// <summary>Why an entry was not read, or not as it says of itself.</summary>
/// <param name="Status">What it makes of the entry; <see cref="PartStatus.Scanned"/> when every byte was read all the same.</param>
/// <param name="Detail">For people, beginning with "it"; quotes nothing.</param>
internal sealed record ZipFault(PartStatus Status, LocalizedText Detail);

namespace Dlp.Documents;

/// <summary>What all files inside one attachment may take together, so that a small archive cannot become a large one.</summary>
internal sealed class AttachmentBudget(AttachmentOptions options)
{
    private long _decodedBytes;
    private int _entries;

    /// <summary>Takes one more file inside the attachment; false when there were too many.</summary>
    public bool TakeEntry() => Interlocked.Increment(ref _entries) <= options.MaxEntries;

    /// <summary>Takes bytes that were decompressed or decoded; false when there were too many.</summary>
    public bool TakeDecoded(long bytes) => Interlocked.Add(ref _decodedBytes, bytes) <= options.MaxDecodedBytes;
}

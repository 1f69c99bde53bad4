namespace Dlp.Documents;

/// <summary>What all files inside one attachment may take together, so that a small archive cannot become a large one.</summary>
internal sealed class AttachmentBudget(AttachmentOptions options)
{
    private long _decodedBytes;
    private long _characters;
    private int _entries;

    public int MaxTotalCharacters => options.MaxTotalCharacters;

    /// <summary>Takes one more file inside the attachment; false when there were too many.</summary>
    public bool TakeEntry() => Interlocked.Increment(ref _entries) <= options.MaxEntries;

    /// <summary>Takes bytes that were decompressed or decoded; false when there were too many.</summary>
    public bool TakeDecoded(long bytes) => Interlocked.Add(ref _decodedBytes, bytes) <= options.MaxDecodedBytes;

    /// <summary>Takes characters of text; how many of them are left, which may be none.</summary>
    public int TakeCharacters(int wanted)
    {
        var over = Interlocked.Add(ref _characters, wanted) - options.MaxTotalCharacters;
        return (int)Math.Clamp(wanted - over, 0, wanted);
    }
}

namespace Dlp.Documents.Workers;

/// <summary>How many processes read attachments, and when they are replaced by fresh ones.</summary>
public sealed record WorkerOptions
{
    /// <summary>How many workers there are, and so how many attachments are read at a time; the others wait.</summary>
    /// <value>1 to 64; default: as many as there are cores, at most 4.</value>
    public int Count { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>A worker is replaced after it has read this many files.</summary>
    /// <value>1 to 1,000,000; default: 200.</value>
    public int MaxFiles { get; init; } = 200;

    /// <summary>A worker is replaced when a file leaves it with a larger working set than this, in bytes.</summary>
    /// <value>67,108,864 (64 MB) or more; default: 314,572,800 (300 MB).</value>
    public long MaxWorkingSet { get; init; } = 300L * 1024 * 1024;

    /// <summary>How long a worker may take to start. After it the start has failed.</summary>
    /// <value>1 second to 5 minutes; default: 30 seconds.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with the options, and how to put it right; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (Count is < 1 or > 64)
            yield return $"{nameof(Count)} is {Count}; set it between 1 and 64 workers.";
        if (MaxFiles is < 1 or > 1_000_000)
            yield return $"{nameof(MaxFiles)} is {MaxFiles}; set it between 1 and 1,000,000 files.";
        if (MaxWorkingSet < 64L * 1024 * 1024)
            yield return $"{nameof(MaxWorkingSet)} is {MaxWorkingSet}; set it to 67,108,864 bytes (64 MB) or more.";
        if (StartTimeout < TimeSpan.FromSeconds(1) || StartTimeout > TimeSpan.FromMinutes(5))
            yield return $"{nameof(StartTimeout)} is {StartTimeout}; set it between 1 second and 5 minutes.";
    }
}

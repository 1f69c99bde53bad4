namespace Dlp.Documents;

/// <summary>
/// Limits for reading one attachment. A limit that is hit is named in the part's <see cref="DraftPart.Detail"/>;
/// what was read until then is kept.
/// </summary>
public sealed record AttachmentOptions
{
    /// <summary>Largest file that is opened, in bytes. A larger one is <see cref="PartStatus.TooLarge"/>, and nothing of it is read.</summary>
    /// <value>1 to 2,000,000,000; default: 52,428,800 (50 MB).</value>
    public int MaxBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>
    /// Most text that is taken from one file, in UTF-16 code units. What follows is left out and the part is
    /// <see cref="PartStatus.TooLarge"/>.
    /// </summary>
    /// <value>1 to 1,000,000,000; default: 10,000,000.</value>
    public int MaxCharacters { get; init; } = 10_000_000;

    /// <summary>
    /// Most text that is taken from one attachment and all files inside it together, in UTF-16 code units. What follows is left out, and its part is
    /// <see cref="PartStatus.TooLarge"/>.
    /// </summary>
    /// <value>1 to 1,000,000,000; default: 20,000,000.</value>
    public int MaxTotalCharacters { get; init; } = 20_000_000;

    /// <summary>Most pages that are read of one document. The pages after it are left out and the part is <see cref="PartStatus.TooLarge"/>.</summary>
    /// <value>1 or more; default: 2,000.</value>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>How many files an attached file may lie in one another: a picture in a document in an archive lies two deep.</summary>
    /// <value>0 to 50; default: 6.</value>
    public int MaxDepth { get; init; } = 6;

    /// <summary>Most files inside one attachment, at all depths together. The others are not read.</summary>
    /// <value>1 or more; default: 5,000.</value>
    public int MaxEntries { get; init; } = 5_000;

    /// <summary>Most bytes that are decompressed or decoded of one attachment, at all depths together.</summary>
    /// <value>1 or more; default: 536,870,912 (512 MB).</value>
    public long MaxDecodedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>
    /// How many times as large as itself a compressed file may become. It counts from 10 MB of output on, for a small file of repeated lines
    /// is no bomb; what was decompressed until then is kept.
    /// </summary>
    /// <value>1 or more; default: 200.</value>
    public int MaxRatio { get; init; } = 200;

    /// <summary>
    /// Longest time that one attachment may take. After it the part is <see cref="PartStatus.Partial"/> with the pages read so far,
    /// or <see cref="PartStatus.Unreadable"/> when there are none.
    /// </summary>
    /// <value>10 milliseconds to 1 day; default: 20 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Most processor time that a worker may spend on one attachment, on all cores together. After it the system ends the worker; files inside the
    /// attachment that were read by then are kept, and the rest is <see cref="PartStatus.Unreadable"/>. On Linux only, and only in workers.
    /// </summary>
    /// <remarks>
    /// It is below <see cref="Timeout"/>, for one thread would never reach it otherwise. It is no lower since the slowest honest files that were measured (a PDF of several hundred pages of
    /// music, one of 2,000 pages, workbooks of millions of cells, of up to 50 MB) took 7 seconds on a busy machine, and since Tesseract inherits the limit, for itself: an image
    /// may use 14 seconds, as <see cref="OcrOptions"/> says. Raise it with those.
    /// </remarks>
    /// <value>1 second to 1 day; default: 15 seconds.</value>
    public TimeSpan ProcessorTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How the pixels of images are read.</summary>
    /// <value>Default: as <see cref="OcrOptions"/> says.</value>
    public OcrOptions Ocr { get; init; } = new();

    /// <summary>What is wrong with the limits, and how to put it right; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        if (MaxBytes is < 1 or > 2_000_000_000)
            yield return $"{nameof(MaxBytes)} is {MaxBytes}; set it between 1 and 2,000,000,000 bytes.";
        if (MaxCharacters is < 1 or > 1_000_000_000)
            yield return $"{nameof(MaxCharacters)} is {MaxCharacters}; set it between 1 and 1,000,000,000 characters.";
        if (MaxTotalCharacters is < 1 or > 1_000_000_000)
            yield return $"{nameof(MaxTotalCharacters)} is {MaxTotalCharacters}; set it between 1 and 1,000,000,000 characters.";
        if (MaxPages < 1)
            yield return $"{nameof(MaxPages)} is {MaxPages}; set it to 1 page or more.";
        if (MaxDepth is < 0 or > 50)
            yield return $"{nameof(MaxDepth)} is {MaxDepth}; set it between 0 and 50 files.";
        if (MaxEntries < 1)
            yield return $"{nameof(MaxEntries)} is {MaxEntries}; set it to 1 file or more.";
        if (MaxDecodedBytes < 1)
            yield return $"{nameof(MaxDecodedBytes)} is {MaxDecodedBytes}; set it to 1 byte or more.";
        if (MaxRatio < 1)
            yield return $"{nameof(MaxRatio)} is {MaxRatio}; set it to 1 or more.";
        if (Timeout < TimeSpan.FromMilliseconds(10) || Timeout > TimeSpan.FromDays(1))
            yield return $"{nameof(Timeout)} is {Timeout}; set it between 10 milliseconds and 1 day.";
        if (ProcessorTime < TimeSpan.FromSeconds(1) || ProcessorTime > TimeSpan.FromDays(1))
            yield return $"{nameof(ProcessorTime)} is {ProcessorTime}; set it between 1 second and 1 day.";
        foreach (var fault in Ocr.Faults())
            yield return $"{nameof(Ocr)}:{fault}";
    }
}

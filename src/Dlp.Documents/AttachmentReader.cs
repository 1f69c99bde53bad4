using System.Buffers;
using Dlp.Documents.Images;
using Dlp.Documents.PlainText;
using Dlp.Documents.Workers;
using Polly;
using Polly.Timeout;

namespace Dlp.Documents;

/// <summary>
/// Takes the text out of attached files, within limits. The kind of a file is told by its content, never by its name.
/// Thread-safe; create one and share it.
/// </summary>
/// <remarks>
/// A file that cannot be read gives a part whose <see cref="DraftPart.Status"/> and <see cref="DraftPart.Detail"/> say so,
/// never an exception and never a clean empty text. Details are for people, in English and French, and quote neither the file's text nor its name.
/// </remarks>
public sealed class AttachmentReader
{
    private const int HeadLength = 256 * 1024;

    private readonly AttachmentOptions _options;
    private readonly Lazy<ResiliencePipeline> _timeout;
    private readonly Lazy<WorkerReader>? _workers;
    private readonly TextRecognition _recognition;

    /// <summary>A reader with the given limits.</summary>
    /// <param name="options">Defaults when null.</param>
    /// <param name="timeProvider">The clock of <see cref="AttachmentOptions.Timeout"/>; the system's when null.</param>
    /// <param name="workers">
    /// The processes that read; left open. When null, files are read in this process, which a hostile one can end: for files that one trusts only.
    /// </param>
    /// <exception cref="ArgumentException">A limit is out of its range; the message names each that is.</exception>
    public AttachmentReader(AttachmentOptions? options = null, TimeProvider? timeProvider = null, WorkerPool? workers = null)
    {
        _options = options ?? new AttachmentOptions();
        if (string.Join(' ', _options.Faults()) is { Length: > 0 } faults)
            throw new ArgumentException(faults, nameof(options));
        _timeout = new(() => new ResiliencePipelineBuilder { TimeProvider = timeProvider ?? TimeProvider.System }.AddTimeout(_options.Timeout).Build());
        _workers = workers is null ? null : new(() => new WorkerReader(workers, _options, timeProvider ?? TimeProvider.System));
        _recognition = new TextRecognition(_options.Ocr);
    }

    /// <summary>
    /// Whether a file is a text beyond doubt: no more than 256 KiB of UTF-8, with no character that texts do not have, which no other format claims.
    /// It is read where it is, without a worker: no reader of a format sees it, and it cannot harm the process.
    /// </summary>
    /// <param name="content">The whole file.</param>
    public static bool IsPlainText(ReadOnlyMemory<byte> content) => content.Length <= HeadLength && PlainTextReader.IsCertain(content);

    /// <summary>The limits.</summary>
    internal AttachmentOptions Options => _options;

    /// <summary>Starts to read the stream to its end, or to one byte over the limit, then its text.</summary>
    /// <param name="name">Name of the attachment, which the first part bears.</param>
    /// <param name="content">The file, from its current position on; left open.</param>
    /// <param name="cancellationToken">The caller's own, which frees a worker at once; the clock for <see cref="AttachmentOptions.Timeout"/> starts when the stream has ended.</param>
    public AttachmentFeed Start(string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        return AttachmentFeed.Of(take => ReadAsync(name, content, take, cancellationToken));
    }

    /// <summary>Starts to read the text of one attached file.</summary>
    /// <param name="name">Name of the attachment, which the first part bears.</param>
    /// <param name="content">
    /// The file. It is not copied: do not change it, not even afterwards, for a reading that ran out of time may end a little later.
    /// </param>
    /// <param name="cancellationToken">The caller's own.</param>
    public AttachmentFeed Start(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return AttachmentFeed.Of(take => ReadAsync(name, content, rest: null, take, cancellationToken));
    }

    /// <summary>Reads the stream to its end, or to one byte over the limit, then its text.</summary>
    /// <param name="name">As for <see cref="Start(string, Stream, CancellationToken)"/>.</param>
    /// <param name="content">Likewise.</param>
    /// <param name="cancellationToken">Likewise.</param>
    /// <returns>As the other overload.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public Task<IReadOnlyList<DraftPart>> ReadAsync(string name, Stream content, CancellationToken cancellationToken = default) =>
        Start(name, content, cancellationToken).ToPartsAsync();

    /// <summary>Reads the text of one attached file.</summary>
    /// <param name="name">As for <see cref="Start(string, ReadOnlyMemory{byte}, CancellationToken)"/>.</param>
    /// <param name="content">Likewise.</param>
    /// <param name="cancellationToken">Likewise.</param>
    /// <returns>
    /// At least one part, of kind <see cref="DraftPartKind.Attachment"/>; files inside the attachment are parts of their own, <c>archive.zip › deck.pptx</c>.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<IReadOnlyList<DraftPart>> ReadAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Start(name, content, cancellationToken).ToPartsAsync();

    /// <summary>
    /// Runs <paramref name="read"/> on a thread of its own and leaves it behind when time is up: the libraries underneath cannot be
    /// interrupted.
    /// </summary>
    internal async Task WithinTimeAsync(string name, Action<AttachmentReading> read, Action<PartEvent> take, CancellationToken cancellationToken)
    {
        var events = new ReadingEvents(take);
        AttachmentReading? reading = null;
        try
        {
            await _timeout.Value.ExecuteAsync(
                async token =>
                {
                    reading = new AttachmentReading(_options, _recognition, token);
                    events.Follow(reading);
                    await Task.Factory
                        .StartNew(() => read(reading), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                        .WaitAsync(token);
                },
                cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            reading!.RunOut(name, OutOfTime(_options));
        }

        events.Complete(reading!);
    }

    private async Task ReadAsync(string name, Stream content, Action<PartEvent> take, CancellationToken cancellationToken)
    {
        var head = ArrayPool<byte>.Shared.Rent(HeadLength);

        // A file that fits is at hand before a worker is taken, so that one that arrives slowly keeps none waiting.
        var read = await content.ReadAtLeastAsync(head.AsMemory(0, HeadLength), HeadLength, throwOnEndOfStream: false, cancellationToken);
        await ReadAsync(name, head.AsMemory(0, read), read < HeadLength ? null : content, take, cancellationToken);

        // Not after a failure: somebody may still be writing it to a worker.
        ArrayPool<byte>.Shared.Return(head, clearArray: true);
    }

    private async Task ReadAsync(string name, ReadOnlyMemory<byte> head, Stream? rest, Action<PartEvent> take, CancellationToken cancellationToken)
    {
        if (rest is null && IsPlainText(head))
        {
            ReadAtOnce(name, head, take, cancellationToken);
        }
        else if (_workers is not null)
        {
            await _workers.Value.ReadAsync(name, head, rest, take, cancellationToken);
        }
        else
        {
            var whole = rest is null ? head : await ReadToEndAsync(head, rest, cancellationToken);
            await WithinTimeAsync(name, reading => Read(name, whole, reading), take, cancellationToken);
        }
    }

    private void ReadAtOnce(string name, ReadOnlyMemory<byte> text, Action<PartEvent> take, CancellationToken cancellationToken)
    {
        var events = new ReadingEvents(take);
        var reading = new AttachmentReading(_options, _recognition, cancellationToken);
        events.Follow(reading);
        Read(name, text, reading);
        events.Complete(reading);
    }

    internal static LocalizedText OutOfTime(AttachmentOptions options) => new(
        $"reading it took longer than {Format.Seconds(options.Timeout)} s and was given up",
        $"sa lecture a pris plus de {Format.Seconds(options.Timeout, Language.Fr)} s et a été abandonnée");

    internal static LocalizedText OverMaxBytes(AttachmentOptions options) => new(
        $"the file is larger than the limit of {Format.Count(options.MaxBytes)} bytes; nothing of it was read",
        $"le fichier dépasse la limite de {Format.Count(options.MaxBytes, Language.Fr)} octets ; rien n'en a été lu");

    private async Task<ReadOnlyMemory<byte>> ReadToEndAsync(ReadOnlyMemory<byte> head, Stream content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        bytes.Write(head.Span);
        var chunk = new byte[Frames.Piece];
        while (bytes.Length <= _options.MaxBytes && await content.ReadAsync(chunk, cancellationToken) is > 0 and var read)
            bytes.Write(chunk, 0, read);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    internal void Read(string name, ReadOnlyMemory<byte> content, AttachmentReading reading)
    {
        if (content.Length > _options.MaxBytes)
            reading.Open(name).Refuse(PartStatus.TooLarge, OverMaxBytes(_options));
        else
            reading.Read(name, content, depth: 0);
        reading.Pictures.Read();
    }
}

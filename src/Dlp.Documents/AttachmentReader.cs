using Dlp.Documents.FileTypes;
using Dlp.Documents.Pdf;
using Dlp.Documents.PlainText;
using Polly;
using Polly.Timeout;

namespace Dlp.Documents;

/// <summary>
/// Takes the text out of attached files, within limits. The kind of a file is told by its content, never by its name.
/// Thread-safe; create one and share it.
/// </summary>
/// <remarks>
/// A file that cannot be read gives a part whose <see cref="DraftPart.Status"/> and <see cref="DraftPart.Detail"/> say so,
/// never an exception and never a clean empty text. Details are English, for people, and quote neither the file's text nor its name.
/// </remarks>
public sealed class AttachmentReader
{
    private readonly AttachmentOptions _options;
    private readonly ResiliencePipeline _timeout;

    /// <summary>A reader with the given limits.</summary>
    /// <param name="options">Defaults when null.</param>
    /// <param name="timeProvider">The clock of <see cref="AttachmentOptions.Timeout"/>; the system's when null.</param>
    /// <exception cref="ArgumentException">A limit is out of its range; the message names each that is.</exception>
    public AttachmentReader(AttachmentOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new AttachmentOptions();
        if (string.Join(' ', _options.Faults()) is { Length: > 0 } faults)
            throw new ArgumentException(faults, nameof(options));
        _timeout = new ResiliencePipelineBuilder { TimeProvider = timeProvider ?? TimeProvider.System }.AddTimeout(_options.Timeout).Build();
    }

    /// <summary>Reads the stream to its end, or to one byte over the limit, then its text.</summary>
    /// <param name="name">Name of the attachment, which the first part bears.</param>
    /// <param name="content">The file, from its current position on; left open.</param>
    /// <param name="cancellationToken">The caller's own; the clock for <see cref="AttachmentOptions.Timeout"/> starts when the stream has ended.</param>
    /// <returns>As the other overload.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public async Task<IReadOnlyList<DraftPart>> ReadAsync(string name, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var bytes = new MemoryStream();
        var chunk = new byte[81_920];
        int read;
        while (bytes.Length <= _options.MaxBytes && (read = await content.ReadAsync(chunk, cancellationToken)) > 0)
            bytes.Write(chunk, 0, read);
        return await ReadAsync(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
    }

    /// <summary>Reads the text of one attached file.</summary>
    /// <param name="name">Name of the attachment, which the first part bears.</param>
    /// <param name="content">
    /// The file. It is not copied: do not change it, not even afterwards, for a reading that ran out of time may end a little later.
    /// </param>
    /// <param name="cancellationToken">The caller's own.</param>
    /// <returns>
    /// At least one part, of kind <see cref="DraftPartKind.Attachment"/>; files inside the attachment would be parts of their own.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<IReadOnlyList<DraftPart>> ReadAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new AttachmentText(_options.MaxCharacters);
        if (content.Length > _options.MaxBytes)
            text.Refuse(PartStatus.TooLarge, $"the file is larger than the limit of {Format.Count(_options.MaxBytes)} bytes; nothing of it was read");
        else
            await WithinTimeAsync(token => Read(content, text, token), text, cancellationToken);
        return [text.ToPart(name)];
    }

    /// <summary>
    /// Runs <paramref name="read"/> on a thread of its own and leaves it behind when time is up: the libraries underneath cannot be
    /// interrupted.
    /// </summary>
    internal async Task WithinTimeAsync(Action<CancellationToken> read, AttachmentText text, CancellationToken cancellationToken)
    {
        try
        {
            await _timeout.ExecuteAsync(
                async token => await Task.Factory
                    .StartNew(() => ReadSafely(read, text, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    .WaitAsync(token),
                cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            text.Refuse(PartStatus.Unreadable, $"reading it took longer than {_options.Timeout.TotalSeconds:0.###} s and was given up");
        }
    }

    private static void ReadSafely(Action<CancellationToken> read, AttachmentText text, CancellationToken token)
    {
        try
        {
            read(token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Hostile files find faults in every parser; the exception's message may quote the file.
            text.Refuse(PartStatus.Unreadable, "reading it failed: the file is damaged");
        }
    }

    private void Read(ReadOnlyMemory<byte> content, AttachmentText text, CancellationToken token)
    {
        switch (FileType.Of(content.Span))
        {
            case { Kind: FileKind.Pdf }:
                PdfReader.Read(content, text, _options.MaxPages, token);
                break;
            case { Kind: FileKind.Image } type:
                text.Refuse(PartStatus.Unsupported, $"{type.Description}: no text recognition (OCR) is installed", UnreadCause.NoOcr);
                break;
            case { Kind: FileKind.AudioOrVideo } type:
                text.Refuse(PartStatus.Unsupported, $"{type.Description}: sound and film are not read", UnreadCause.AudioOrVideo);
                break;
            case { Kind: FileKind.Encrypted } type:
                text.Refuse(PartStatus.Encrypted, $"{type.Description}: it needs a password");
                break;
            case { } type:
                text.Refuse(PartStatus.Unsupported, $"{type.Description}: this kind of file is not read");
                break;
            default:
                PlainTextReader.Read(content.Span, text);
                break;
        }
    }
}

using Dlp.Documents.Images;

namespace Dlp.Documents;

/// <summary>One attachment being read, with everything inside it. Its parts may be looked at while a reader that was left behind still writes.</summary>
/// <param name="options">The limits.</param>
/// <param name="recognition">Reads the text of images.</param>
/// <param name="token">Cancelled when time is up or nobody waits any more.</param>
internal sealed class AttachmentReading(AttachmentOptions options, TextRecognition recognition, CancellationToken token)
{
    private readonly Lock _lock = new();
    private readonly List<AttachmentText> _parts = [];

    // How often each name was wanted: thousands of images may all be called that.
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    public AttachmentOptions Options { get; } = options;

    public CancellationToken Token { get; } = token;

    public AttachmentBudget Budget { get; } = new(options);

    /// <summary>Told of each part when it is opened.</summary>
    public Action<AttachmentText>? Opened { get; set; }

    /// <summary>Told of a part when there is so much text that it should be drained.</summary>
    public Action<AttachmentText>? Grown { get; set; }

    /// <summary>Told of each part when its reader has ended; what is found out later may still change its status.</summary>
    public Action<AttachmentText>? Finished { get; set; }

    /// <summary>The parts, in the order in which they were opened, while they are being read.</summary>
    public IReadOnlyList<AttachmentText> Parts
    {
        get
        {
            lock (_lock)
                return [.. _parts];
        }
    }

    /// <summary>The images whose pixels are read once all other text is.</summary>
    public PictureQueue Pictures { get; } = new(options.Ocr, recognition, token);

    /// <summary>Opens a part; a name that is taken becomes <c>name (2)</c>.</summary>
    public AttachmentText Open(string name)
    {
        lock (_lock)
        {
            var unique = name;
            while (!_names.TryAdd(unique, 1))
                unique = $"{name} ({++_names[name]})";
            var part = new AttachmentText(unique, Options.MaxCharacters, Budget) { Number = _parts.Count, Grown = Grown };
            _parts.Add(part);
            Opened?.Invoke(part);
            return part;
        }
    }

    /// <summary>Reads a file as a part of its own; whatever is wrong with it is said there.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public void Read(string name, ReadOnlyMemory<byte> content, int depth) => Read(name, content, depth, FormatReaders.Read);

    /// <summary>Reads something as a part of its own, with a reader that is known beforehand.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public void Read(string name, ReadOnlyMemory<byte> content, int depth, Action<OpenedFile> read)
    {
        Token.ThrowIfCancellationRequested();
        var text = Open(name);
        if (depth > Options.MaxDepth)
            text.Refuse(PartStatus.TooLarge, new($"it lies in more than {Options.MaxDepth} files inside one another; nothing of it was read", $"il se trouve dans plus de {Options.MaxDepth} fichiers imbriqués ; rien n'en a été lu"));
        else
            Read(new OpenedFile(content, text, depth, this), read);

        // A part whose images are yet to be read has not ended.
        if (!Pictures.Unread.Contains(text))
            Finished?.Invoke(text);
    }

    /// <summary>Reads what there is of a file whose rest is lost or over a limit, which is said of its part.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public void ReadBeginning(string name, ReadOnlyMemory<byte> beginning, int depth, PartStatus status, LocalizedText detail)
    {
        Token.ThrowIfCancellationRequested();
        var text = Open(name);
        text.Refuse(status, detail);
        if (depth <= Options.MaxDepth)
            Read(new OpenedFile(beginning, text, depth, this), FormatReaders.Read);
    }

    /// <summary>Says that time is up: of the file that was being read, and so of the attachment.</summary>
    public void RunOut(string name, LocalizedText detail)
    {
        lock (_lock)
        {
            if (_parts.Count == 0)
                Open(name);
            var unread = Pictures.Unread;
            if (unread.Count == 0)
                unread = [_parts[^1]];
            foreach (var part in unread)
                part.Refuse(PartStatus.Unreadable, detail);
            if (!unread.Contains(_parts[0]))
                _parts[0].Miss(detail);
        }
    }

    private static void Read(OpenedFile file, Action<OpenedFile> read)
    {
        try
        {
            read(file);
        }
        catch (OutOfMemoryException)
        {
            file.Text.Refuse(PartStatus.Unreadable, new("reading it took more memory than is allowed and was given up", "sa lecture demandait plus de mémoire que permis et a été abandonnée"));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Hostile files find faults in every parser; the exception's message may quote the file.
            file.Text.Refuse(PartStatus.Unreadable, Details.ReadingFailed);
        }
    }
}

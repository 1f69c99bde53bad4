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
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public AttachmentOptions Options { get; } = options;

    public CancellationToken Token { get; } = token;

    public AttachmentBudget Budget { get; } = new(options);

    /// <summary>The images whose pixels are read once all other text is.</summary>
    public PictureQueue Pictures { get; } = new(options.Ocr, recognition, token);

    /// <summary>The parts, in the order in which they were opened.</summary>
    public IReadOnlyList<DraftPart> ToParts()
    {
        lock (_lock)
            return [.. _parts.Select(part => part.ToPart())];
    }

    /// <summary>Opens a part; a name that is taken becomes <c>name (2)</c>.</summary>
    public AttachmentText Open(string name)
    {
        lock (_lock)
        {
            var unique = name;
            for (var number = 2; !_names.Add(unique); number++)
                unique = $"{name} ({number})";
            var part = new AttachmentText(unique, Options.MaxCharacters);
            _parts.Add(part);
            return part;
        }
    }

    /// <summary>Reads a file as a part of its own; whatever is wrong with it is said there.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public void Read(string name, ReadOnlyMemory<byte> content, int depth)
    {
        Token.ThrowIfCancellationRequested();
        var text = Open(name);
        if (depth > Options.MaxDepth)
            text.Refuse(PartStatus.TooLarge, $"it lies in more than {Options.MaxDepth} files inside one another; nothing of it was read");
        else
            Read(new OpenedFile(content, text, depth, this));
    }

    /// <summary>Says that time is up: of the file that was being read, and so of the attachment.</summary>
    public void RunOut(string name, string detail)
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

    private static void Read(OpenedFile file)
    {
        try
        {
            FormatReaders.Read(file);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Hostile files find faults in every parser; the exception's message may quote the file.
            file.Text.Refuse(PartStatus.Unreadable, "reading it failed: the file is damaged");
        }
    }
}

namespace Dlp.Documents;

/// <summary>
/// Tells of a reading while it goes on: text as soon as there is some, so that it need not be held, and each part when it has been read, so that it stays
/// whatever a later one does. Nothing that a reading left behind still says is told.
/// </summary>
/// <param name="take">Takes what is told, one thing at a time.</param>
internal sealed class ReadingEvents(Action<PartEvent> take)
{
    /// <summary>Most characters of one piece.</summary>
    public const int Piece = 32 * 1024;

    private readonly Lock _lock = new();
    private readonly List<PartRead?> _told = [];
    private bool _hasEnded;

    /// <summary>Follows a reading that has not begun.</summary>
    public void Follow(AttachmentReading reading)
    {
        reading.Opened = part => Tell(() => Open(part));
        reading.Grown = part => Tell(() => TellText(part));
        reading.Finished = part => Tell(() => TellRead(part));
    }

    /// <summary>Tells what has not been told yet, and nothing after that.</summary>
    public void Complete(AttachmentReading reading)
    {
        lock (_lock)
            _hasEnded = true;
        foreach (var part in reading.Parts.Take(_told.Count))
            TellRead(part);
    }

    private void Tell(Action tell)
    {
        lock (_lock)
        {
            if (!_hasEnded)
                tell();
        }
    }

    private void Open(AttachmentText part)
    {
        _told.Add(null);
        take(new PartOpened(part.Number, part.Name));
    }

    private void TellText(AttachmentText part)
    {
        var (text, places) = part.Drain();
        foreach (var chunk in text.GetChunks())
        {
            for (var rest = chunk; !rest.IsEmpty; rest = rest[Math.Min(rest.Length, Piece)..])
                take(new PartText(part.Number, rest[..Math.Min(rest.Length, Piece)]));
        }

        if (places.Count > 0)
            take(new PartPlaces(part.Number, places));
    }

    private void TellRead(AttachmentText part)
    {
        TellText(part);
        var read = part.State();
        if (read == _told[part.Number])
            return;
        _told[part.Number] = read;
        take(read);
    }
}

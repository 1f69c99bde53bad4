namespace Dlp.Documents.Workers;

/// <summary>The parts of one attachment as they come from a worker, which is not trusted: it has read a stranger's file.</summary>
/// <param name="name">Name of the attachment.</param>
/// <param name="options">The limits, which the worker should have kept.</param>
/// <param name="take">Takes what the worker tells and may tell.</param>
internal sealed class ReceivedParts(string name, AttachmentOptions options, Action<PartEvent> take)
{
    private readonly List<Received> _parts = [];
    private int _characters;
    private int _places;

    /// <exception cref="InvalidDataException">The worker does not keep to the protocol or the limits.</exception>
    public void Take(Frame frame)
    {
        var payload = new PayloadReader(frame.Payload.Span);
        var number = payload.Number();
        if (frame.Kind == FrameKind.Opened)
        {
            // Refused entries are parts too, each of which costs an entry; the attachment itself is one more.
            if (number != _parts.Count || number > 2L * options.MaxEntries + 1)
                throw new InvalidDataException("a part too many");
            Open(payload.String() ?? throw new InvalidDataException("a part without a name"));
            return;
        }

        if (number < 0 || number >= _parts.Count)
            throw new InvalidDataException("a part that was not opened");
        if (frame.Kind != FrameKind.Read && _parts[number].Read is not null)
            throw new InvalidDataException("more of a part that has been read");
        switch (frame.Kind)
        {
            case FrameKind.Text:
                var text = payload.Characters();
                if ((_characters += text.Length) > options.MaxTotalCharacters)
                    throw new InvalidDataException("too much text");
                _parts[number] = _parts[number] with { HasText = true };
                take(new PartText(number, text.AsMemory()));
                break;
            case FrameKind.Places:
                var count = payload.Number();
                if (count < 0 || (_places += count) > options.MaxTotalCharacters)
                    throw new InvalidDataException("too many places");
                take(new PartPlaces(number, Places(ref payload, count)));
                break;
            case FrameKind.Read:
                Read(new PartRead(number, payload.Choice<PartStatus>(), payload.Choice<UnreadCause>(), payload.Text(), Signals(ref payload)));
                break;
            default:
                throw new InvalidDataException("no frame of an answer");
        }
    }

    /// <summary>Takes the end of the answer.</summary>
    /// <exception cref="InvalidDataException">It is not complete.</exception>
    public void Complete()
    {
        if (_parts.Count == 0 || _parts.Exists(part => part.Read is null))
            throw new InvalidDataException("an answer that is not complete");
    }

    /// <summary>The worker was lost: parts that were read stay; of the others it is said why they are not.</summary>
    public void Lose(LocalizedText detail)
    {
        if (_parts.Count == 0)
            Open(name);
        var readAll = _parts.TrueForAll(part => part.Read is not null);
        for (var number = 0; number < _parts.Count; number++)
        {
            if (_parts[number] is var (read, hasText) && (read is null || (readAll && number == 0)))
                Read(new PartRead(number, hasText ? PartStatus.Partial : PartStatus.Unreadable, UnreadCause.None, read?.Detail is { } earlier ? LocalizedText.Join([earlier, detail]) : detail, read?.Signals ?? []));
        }
    }

    /// <summary>The worker does not keep to the protocol, so that nothing it told is believed: what it told of may be less than there is.</summary>
    public void Doubt(LocalizedText detail) => Refuse(PartStatus.Unreadable, detail);

    /// <summary>Nothing of the attachment was read.</summary>
    public void Refuse(PartStatus status, LocalizedText detail)
    {
        if (_parts.Count == 0)
            Open(name);
        for (var number = 0; number < _parts.Count; number++)
            Read(new PartRead(number, status, UnreadCause.None, detail, []));
    }

    /// <summary>The cells of one sheet share its name, which comes with the first of them only.</summary>
    private static List<PartPlace> Places(ref PayloadReader payload, int count)
    {
        var places = new List<PartPlace>();
        LocalizedText? area = null;
        for (; count > 0; count--)
        {
            var start = payload.Number();
            area = payload.Text() ?? area ?? throw new InvalidDataException("a place without a name");
            places.Add(new PartPlace(start, area, payload.String()));
        }

        return places;
    }

    private static PartSignal[] Signals(ref PayloadReader payload)
    {
        var signals = new PartSignal[payload.Number() is var count && count >= 0 && count <= Enum.GetValues<PartSignal>().Length
            ? count
            : throw new InvalidDataException("more signals than there are")];
        for (var i = 0; i < signals.Length; i++)
            signals[i] = payload.Choice<PartSignal>();
        return signals;
    }

    private void Open(string part)
    {
        take(new PartOpened(_parts.Count, part));
        _parts.Add(default);
    }

    private void Read(PartRead read)
    {
        _parts[read.Part] = _parts[read.Part] with { Read = read };
        take(read);
    }

    private readonly record struct Received(PartRead? Read, bool HasText);
}

using System.Text;

namespace Dlp.Documents.Workers;

/// <summary>The parts of one attachment as they come from a worker, which is not trusted: it has read a stranger's file.</summary>
/// <param name="name">Name of the attachment.</param>
/// <param name="options">The limits, which the worker should have kept.</param>
internal sealed class ReceivedParts(string name, AttachmentOptions options)
{
    private readonly List<ReceivedPart> _parts = [];
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
            _parts.Add(new ReceivedPart(payload.String() ?? throw new InvalidDataException("a part without a name")));
            return;
        }

        if (number < 0 || number >= _parts.Count)
            throw new InvalidDataException("a part that was not opened");
        var part = _parts[number];
        switch (frame.Kind)
        {
            case FrameKind.Text:
                var text = payload.Characters();
                if ((_characters += text.Length) > options.MaxTotalCharacters)
                    throw new InvalidDataException("too much text");
                part.Text.Append(text);
                break;
            case FrameKind.Places:
                var count = payload.Number();
                if (count < 0 || (_places += count) > options.MaxTotalCharacters)
                    throw new InvalidDataException("too many places");
                for (; count > 0; count--)
                    part.Places.Add(new PartPlace(payload.Number(), payload.String() ?? ""));
                break;
            case FrameKind.Read:
                (part.IsRead, part.Status, part.Cause, part.Detail) = (true, payload.Choice<PartStatus>(), payload.Choice<UnreadCause>(), payload.Text());
                part.Signals = Signals(ref payload);
                break;
            default:
                throw new InvalidDataException("no frame of an answer");
        }
    }

    /// <summary>All parts, after a complete answer.</summary>
    /// <exception cref="InvalidDataException">It is not complete.</exception>
    public IReadOnlyList<DraftPart> Complete() => _parts.Count > 0 && _parts.TrueForAll(part => part.IsRead)
        ? [.. _parts.Select(part => part.ToPart())]
        : throw new InvalidDataException("an answer that is not complete");

    /// <summary>What was read before the worker was lost: whole parts stay; of the others it is said why they are not.</summary>
    public IReadOnlyList<DraftPart> Lost(LocalizedText detail)
    {
        if (_parts.Count == 0)
            return Refused(name, PartStatus.Unreadable, detail);
        if (_parts.TrueForAll(part => part.IsRead))
            _parts[0].IsRead = false;
        return [.. _parts.Select(part => part.IsRead ? part.ToPart() : part.ToLostPart(detail))];
    }

    /// <summary>Of a worker that does not keep to the protocol, nothing is believed.</summary>
    public void Forget() => _parts.Clear();

    /// <summary>An attachment of which nothing was read.</summary>
    public static IReadOnlyList<DraftPart> Refused(string name, PartStatus status, LocalizedText detail) =>
        [new DraftPart(name, DraftPartKind.Attachment, "") { Status = status, Detail = detail }];

    private static PartSignal[] Signals(ref PayloadReader payload)
    {
        var signals = new PartSignal[payload.Number() is var count && count >= 0 && count <= Enum.GetValues<PartSignal>().Length
            ? count
            : throw new InvalidDataException("more signals than there are")];
        for (var i = 0; i < signals.Length; i++)
            signals[i] = payload.Choice<PartSignal>();
        return signals;
    }

    private sealed class ReceivedPart(string name)
    {
        public StringBuilder Text { get; } = new();

        public List<PartPlace> Places { get; } = [];

        public bool IsRead { get; set; }

        public PartStatus Status { get; set; }

        public UnreadCause Cause { get; set; }

        public LocalizedText? Detail { get; set; }

        public IReadOnlyList<PartSignal> Signals { get; set; } = [];

        public DraftPart ToPart() =>
            new(name, DraftPartKind.Attachment, Text.ToString()) { Status = Status, Cause = Cause, Detail = Detail, Signals = Signals, Places = Places };

        public DraftPart ToLostPart(LocalizedText detail) => ToPart() with
        {
            Status = Text.Length > 0 ? PartStatus.Partial : PartStatus.Unreadable,
            Cause = UnreadCause.None,
            Detail = Detail is null ? detail : LocalizedText.Join([Detail, detail]),
        };
    }
}

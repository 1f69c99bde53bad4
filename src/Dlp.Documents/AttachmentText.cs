using System.Globalization;
using System.Text;

namespace Dlp.Documents;

/// <summary>What has been read of one attachment so far, and what has not. Safe to look at while a reader that was left behind still writes.</summary>
/// <param name="name">Name of the part.</param>
/// <param name="maxCharacters">Most text that is taken, in UTF-16 units.</param>
/// <param name="budget">What all parts of the attachment may take together; null when there is no other.</param>
internal sealed class AttachmentText(string name, int maxCharacters, AttachmentBudget? budget = null)
{
    private const int LongestName = 200;

    private const int MostDetails = 50;

    private readonly Lock _lock = new();
    private StringBuilder _text = new();
    private List<PartPlace> _places = [];
    private readonly List<LocalizedText> _details = [];
    private readonly HashSet<UnreadCause> _causes = [];

    // Another list when there is one more, so that what was told stays as it was.
    private IReadOnlyList<PartSignal> _signals = [];
    private PartStatus _status = PartStatus.Scanned;
    private bool _full;
    private int _length;
    private Place? _place;

    /// <summary>Its place among the parts of the attachment, from 0.</summary>
    public int Number { get; init; }

    /// <summary>Told when there is so much text that it should be drained.</summary>
    public Action<AttachmentText>? Grown { get; init; }

    public string Name => name;

    /// <summary>Name of the file itself, without those it lies in.</summary>
    public string FileName => name[(name.LastIndexOf(DraftPart.Inside, StringComparison.Ordinal) is >= 0 and var at ? at + DraftPart.Inside.Length : 0)..];

    /// <summary>Name of a part that lies inside this one: <c>archive.zip › deck.pptx</c>. Control and formatting characters are left out.</summary>
    public string NameOf(string inner)
    {
        var clean = string.Concat(inner.Where(character => !char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format));
        return $"{name}{DraftPart.Inside}{(clean.Length <= LongestName ? clean : clean[^LongestName..])}";
    }

    /// <summary>Whether the limit of characters is reached, so that reading on is of no use.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
                return _full;
        }
    }

    /// <summary>Whether no text was added.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _length == 0;
        }
    }

    /// <summary>Adds text that stands nowhere in particular, as it is.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // Not through a pair of surrogates: the limit may be reached there.
            var length = Math.Min(text.Length, ReadingEvents.Piece);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
                length++;
            lock (_lock)
                Append(text[..length]);
            text = text[length..];
            TellGrowth();
        }
    }

    /// <summary>Adds the text of a place, as lines of their own. Text that is empty leaves no trace.</summary>
    public void Add(Place place, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        lock (_lock)
        {
            AddPlace(place);
            Append(text);
            if (!text.EndsWith('\n'))
                Append("\n");
        }

        TellGrowth();
    }

    /// <summary>Adds cells as one line, with tabs between them, each at its own place. Cells without text leave no trace.</summary>
    public void AddRow(IReadOnlyList<(Place Place, string Text)> cells)
    {
        lock (_lock)
        {
            var any = false;
            foreach (var (place, text) in cells)
            {
                if (_full || string.IsNullOrWhiteSpace(text))
                    continue;
                if (any)
                    Append("\t");
                AddPlace(place);
                Append(text);
                any = true;
            }

            if (any)
                Append("\n");
        }

        TellGrowth();
    }

    /// <summary>Something worth knowing; nothing was left out.</summary>
    public void Note(LocalizedText detail)
    {
        lock (_lock)
            AddDetail(detail);
    }

    /// <summary>The file gives something away beside its text, which rules may speak of; nothing was left out.</summary>
    public void Signal(PartSignal signal, LocalizedText detail)
    {
        lock (_lock)
        {
            if (!_signals.Contains(signal))
                _signals = [.. _signals, signal];
            AddDetail(detail);
        }
    }

    /// <summary>Something was left out; the rest stands.</summary>
    public void Miss(LocalizedText detail, UnreadCause cause = UnreadCause.None) => Fault(PartStatus.Partial, detail, cause);

    /// <summary>Reading ended here. Where some text was read before, a failure leaves the part partial.</summary>
    public void Refuse(PartStatus status, LocalizedText detail, UnreadCause cause = UnreadCause.None) => Fault(status, detail, cause);

    /// <summary>How much of it was read, as far as is known now.</summary>
    public PartRead State()
    {
        lock (_lock)
        {
            return new PartRead(
                Number,
                _length > 0 && _status is PartStatus.Unreadable or PartStatus.Encrypted or PartStatus.Unsupported ? PartStatus.Partial : _status,

                // A policy may allow one cause; a second, different fault must not pass with it.
                _causes.Count == 1 ? _causes.Single() : UnreadCause.None,
                LocalizedText.Join(_details),
                _signals);
        }
    }

    /// <summary>Hands over what was read since the last time and forgets it, so that it need not be held until the whole attachment is read.</summary>
    public (StringBuilder Text, IReadOnlyList<PartPlace> Places) Drain()
    {
        lock (_lock)
        {
            var drained = (_text, _places);
            (_text, _places) = (new StringBuilder(), []);
            return drained;
        }
    }

    private void TellGrowth()
    {
        bool hasGrown;
        lock (_lock)
            hasGrown = _text.Length >= ReadingEvents.Piece;
        if (hasGrown)
            Grown?.Invoke(this);
    }

    private void AddPlace(Place place)
    {
        if (_full || place == _place)
            return;
        _places.Add(new PartPlace(_length, place.Area, place.Cell));
        _place = place;
    }

    private void Fault(PartStatus status, LocalizedText detail, UnreadCause cause)
    {
        lock (_lock)
        {
            if (_status is PartStatus.Scanned or PartStatus.Partial)
                _status = status;
            AddDetail(detail);
            _causes.Add(cause);
        }
    }

    /// <summary>What is wrong with many files of an archive is told once.</summary>
    private void AddDetail(LocalizedText detail)
    {
        if (_details.Count < MostDetails && !_details.Contains(detail))
            _details.Add(detail);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_full)
            return;
        var room = Math.Min(text.Length, maxCharacters - _length);
        var limit = maxCharacters;
        if (budget is not null && budget.TakeCharacters(room) is var left && left < room)
            (room, limit) = (left, budget.MaxTotalCharacters);
        if (room < text.Length && room > 0 && char.IsHighSurrogate(text[room - 1]))
            room--;
        _text.Append(text[..room]);
        _length += room;
        if (room == text.Length)
            return;
        _full = true;
        LocalizedText holder = limit == maxCharacters
            ? new("it holds", "il contient")
            : new("it holds, with the other files of the attachment,", "il contient, avec les autres fichiers de la pièce jointe,");
        var detail = new LocalizedText(
            $"{holder.En} more than the limit of {Format.Count(limit)} characters; the rest was not read",
            $"{holder.Fr} plus de caractères que la limite de {Format.Count(limit, Language.Fr)} ; le reste n'a pas été lu");
        Fault(PartStatus.TooLarge, detail, UnreadCause.None);
    }
}

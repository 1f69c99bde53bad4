namespace Dlp.Documents;

/// <summary>Something that has become known of an attachment while it is read.</summary>
/// <param name="Part">Which of its parts, from 0 in the order in which they were opened.</param>
public abstract record PartEvent(int Part)
{
    /// <summary>What it tells must not slip into a log.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Part}";
}

/// <summary>A part begins.</summary>
/// <param name="Part">Its number.</param>
/// <param name="Name">The first bears the name of the attachment; files inside it are <c>archive.zip › deck.pptx</c>.</param>
public sealed record PartOpened(int Part, string Name) : PartEvent(Part);

/// <summary>More text of a part. The parts of an archive come one in the other.</summary>
/// <param name="Part">Its number.</param>
/// <param name="Text">A piece; may end anywhere.</param>
public sealed record PartText(int Part, ReadOnlyMemory<char> Text) : PartEvent(Part);

/// <summary>More places of the text of a part, in order.</summary>
/// <param name="Part">Its number.</param>
/// <param name="Places">Their offsets count from the beginning of the part.</param>
public sealed record PartPlaces(int Part, IReadOnlyList<PartPlace> Places) : PartEvent(Part);

/// <summary>A part has been read: no more text or place of it follows, but another of these may, which replaces this one.</summary>
/// <param name="Part">Its number.</param>
/// <param name="Status">How much of it was read.</param>
/// <param name="Cause">Why not, where a policy treats that apart.</param>
/// <param name="Detail">What was not read and why.</param>
/// <param name="Signals">What the file gives away beside its text.</param>
public sealed record PartRead(int Part, PartStatus Status, UnreadCause Cause, LocalizedText? Detail, IReadOnlyList<PartSignal> Signals) : PartEvent(Part);

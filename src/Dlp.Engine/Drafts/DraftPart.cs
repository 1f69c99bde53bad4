namespace Dlp.Engine;

/// <summary>One text of a draft, and whether all of it could be read.</summary>
/// <param name="Name">Unique within the draft: <c>text</c>, <c>title</c>, <c>post-1</c>, a file name, <c>archive.zip › deck.pptx</c>.</param>
/// <param name="Kind">What it is to the author; text written by the author is one running text for evidence.</param>
/// <param name="Text">What could be read; any string, lone surrogates included. Empty when nothing could.</param>
public sealed record DraftPart(string Name, DraftPartKind Kind, string Text)
{
    /// <summary>Stands in a part's name between the name of a file and that of a file within it. What follows the last one is the file's own name.</summary>
    public const string Inside = " › ";

    /// <summary>Whether the whole part was read.</summary>
    /// <value>Default: <see cref="PartStatus.Scanned"/>.</value>
    public PartStatus Status { get; init; } = PartStatus.Scanned;

    /// <summary>Why something was not read where the policy treats that apart from <see cref="Status"/>.</summary>
    public UnreadCause Cause { get; init; }

    /// <summary>For people: what was not read and why. Never quotes the text.</summary>
    public LocalizedText? Detail { get; init; }

    /// <summary>Where stretches of <see cref="Text"/> stand inside an attachment, in order of <see cref="PartPlace.Start"/>; empty for the author's own text.</summary>
    public IReadOnlyList<PartPlace> Places { get; init; } = [];

    /// <summary>What an attached file gives away beside its text.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<PartSignal> Signals { get; init; } = [];

    /// <summary>The place of an offset of <see cref="Text"/>; null when there is none.</summary>
    public LocalizedText? LocationOf(int offset) => Places.LocationOf(offset);

    /// <summary>Name and size only: the text must not slip into a log.</summary>
    public override string ToString() => $"{Kind} '{Name}', {Text.Length} characters, {Status}";
}

/// <summary>From <paramref name="Start"/> on, and until the next place, the text stands there.</summary>
/// <param name="Start">UTF-16 offset in the part's text.</param>
/// <param name="Area"><c>page 3</c>, <c>metadata: Author</c>; of a cell, the sheet: <c>sheet Q3 (hidden)</c>. Apart, for a workbook may have a million cells.</param>
/// <param name="Cell">Name of the cell, <c>B12</c>; null when it is none.</param>
public readonly record struct PartPlace(int Start, LocalizedText Area, string? Cell = null)
{
    /// <summary>The whole place: <c>sheet Q3 (hidden), B12</c>.</summary>
    public LocalizedText Location => Cell is null ? Area : new($"{Area.En}, {Cell}", $"{Area.Fr}, cellule {Cell}");
}

/// <summary>Looks places up.</summary>
public static class PlaceLookup
{
    /// <summary>The place of an offset; null when there is none.</summary>
    /// <param name="places">In order of <see cref="PartPlace.Start"/>.</param>
    /// <param name="offset">UTF-16 offset in the part's text.</param>
    public static LocalizedText? LocationOf(this IReadOnlyList<PartPlace> places, int offset)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Start > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low == 0 ? null : places[low - 1].Location;
    }
}

/// <summary>What a part is to the author.</summary>
public enum DraftPartKind
{
    /// <summary>The body of the post.</summary>
    Text,

    /// <summary>The title of the post.</summary>
    Title,

    /// <summary>One post of a thread.</summary>
    Post,

    /// <summary>The target of a link.</summary>
    Link,

    /// <summary>The description of an image, for those who cannot see it.</summary>
    ImageDescription,

    /// <summary>The text of an attached file, or of a file inside one.</summary>
    Attachment,
}

/// <summary>How much of a part was read.</summary>
public enum PartStatus
{
    /// <summary>All of it.</summary>
    Scanned,

    /// <summary>Some of it; the rest is named in the detail.</summary>
    Partial,

    /// <summary>Nothing: the file is damaged, or reading it failed or took too long.</summary>
    Unreadable,

    /// <summary>Nothing: it needs a password.</summary>
    Encrypted,

    /// <summary>Nothing, or a beginning: it is over a limit.</summary>
    TooLarge,

    /// <summary>Nothing: no reader for this kind of file.</summary>
    Unsupported,
}

/// <summary>Causes that a policy may treat apart from the part's status.</summary>
public enum UnreadCause
{
    /// <summary>Nothing special.</summary>
    None,

    /// <summary>Images were not read because no text recognition (OCR) is installed.</summary>
    NoOcr,

    /// <summary>Sound or film, which no scanner of text reads.</summary>
    AudioOrVideo,
}

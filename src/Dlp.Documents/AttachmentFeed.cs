using System.Text;
using System.Threading.Channels;

namespace Dlp.Documents;

/// <summary>
/// An attachment while it is read. What its reader of text has not been asked for yet waits in small pieces, so that a worker is free for the next file as soon
/// as it has read this one. Asked once: each piece is forgotten when it has been given.
/// </summary>
public sealed class AttachmentFeed
{
    private readonly Channel<PartEvent> _events = Channel.CreateUnbounded<PartEvent>(new UnboundedChannelOptions { SingleReader = true });

    private AttachmentFeed(Func<Action<PartEvent>, Task> read) => Ended = RunAsync(read);

    /// <summary>Ends when the attachment has been read. Fails as its reading does: the file did not arrive, or the caller cancelled.</summary>
    public Task Ended { get; }

    /// <param name="read">Reads the attachment, and gives what becomes known of it.</param>
    internal static AttachmentFeed Of(Func<Action<PartEvent>, Task> read) => new(read);

    /// <summary>What becomes known, in order.</summary>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    /// <exception cref="IOException">The file did not arrive.</exception>
    public IAsyncEnumerable<PartEvent> ReadAllAsync() => _events.Reader.ReadAllAsync(CancellationToken.None);

    /// <summary>Feeds a scan with all parts.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="nameOf">From the name of a part to its name in the draft; asked once for each, in order.</param>
    /// <param name="seen">Shown each piece of text, with the name of its part in the draft.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    /// <exception cref="IOException">The file did not arrive.</exception>
    public async Task FeedAsync(DraftScan scan, Func<string, string> nameOf, Action<string, ReadOnlyMemory<char>>? seen = null)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(nameOf);
        var parts = new List<(string Name, PartScan Scan, List<PartPlace> Places, PartRead? Read)>();
        await foreach (var told in ReadAllAsync())
        {
            switch (told)
            {
                case PartOpened opened:
                    var name = nameOf(opened.Name);
                    parts.Add((name, scan.BeginPart(name, DraftPartKind.Attachment), [], null));
                    break;
                case PartText text:
                    parts[text.Part].Scan.Feed(text.Text.Span);
                    seen?.Invoke(parts[text.Part].Name, text.Text);
                    break;
                case PartPlaces places:
                    parts[places.Part].Places.AddRange(places.Places);
                    break;
                case PartRead read:
                    var part = parts[read.Part];
                    if (part.Read is null)
                        part.Scan.EndText(part.Places.Count > 0 ? part.Places.LocationOf : null);
                    parts[read.Part] = part with { Read = read };
                    break;
            }
        }

        foreach (var (_, part, _, read) in parts)
            part.End(read!.Status, read.Cause, read.Detail, read.Signals);
    }

    /// <summary>All parts, with the whole text of each.</summary>
    /// <returns>At least one part.</returns>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    /// <exception cref="IOException">The file did not arrive.</exception>
    public async Task<IReadOnlyList<DraftPart>> ToPartsAsync()
    {
        var parts = new List<(string Name, StringBuilder Text, List<PartPlace> Places, PartRead? Read)>();
        await foreach (var told in ReadAllAsync())
        {
            switch (told)
            {
                case PartOpened opened:
                    parts.Add((opened.Name, new StringBuilder(), [], null));
                    break;
                case PartText text:
                    parts[text.Part].Text.Append(text.Text);
                    break;
                case PartPlaces places:
                    parts[places.Part].Places.AddRange(places.Places);
                    break;
                case PartRead read:
                    parts[read.Part] = parts[read.Part] with { Read = read };
                    break;
            }
        }

        // Of what turned out to be no answer of ours, nothing is believed.
        return [.. parts.Select(part => part.Read!.Status == PartStatus.Unreadable ? Part(part.Name, "", [], part.Read) : Part(part.Name, part.Text.ToString(), part.Places, part.Read))];
    }

    private static DraftPart Part(string name, string text, IReadOnlyList<PartPlace> places, PartRead read) =>
        new(name, DraftPartKind.Attachment, text) { Status = read.Status, Cause = read.Cause, Detail = read.Detail, Signals = read.Signals, Places = places };

    private async Task RunAsync(Func<Action<PartEvent>, Task> read)
    {
        try
        {
            // A reading that was left behind may still tell something, to nobody.
            await read(told => _events.Writer.TryWrite(told));
            _events.Writer.Complete();
        }
        catch (Exception fault)
        {
            _events.Writer.Complete(fault);
            throw;
        }
    }
}

using Dlp.Documents.Workers;

namespace Dlp.Documents.Worker;

/// <summary>Writes what becomes known of one file after the other.</summary>
/// <param name="stream">Buffered.</param>
internal sealed class AnswerWriter(Stream stream)
{
    // The next file may come as soon as the program has the end of an answer, before the thread that wrote it is done with the stream.
    private readonly Lock _lock = new();

    public void Hello()
    {
        Frames.Write(stream, FrameKind.Hello, Frames.Greeting);
        stream.Flush();
    }

    /// <summary>Writes what has become known, without delay: it is known then which file ended the process, if one does, and what was read before stays.</summary>
    public void Write(PartEvent told)
    {
        lock (_lock)
        {
            WriteFrames(told);
            stream.Flush();
        }
    }

    /// <summary>Ends the answer.</summary>
    /// <param name="isSpent">Whether the process must not be given another file.</param>
    public void Done(bool isSpent)
    {
        lock (_lock)
        {
            Frames.Write(stream, FrameKind.Done, new PayloadWriter().Number(Environment.WorkingSet).Number(isSpent ? 1 : 0).Written.Span);
            stream.Flush();
        }
    }

    private void WriteFrames(PartEvent told)
    {
        switch (told)
        {
            case PartOpened opened:
                Frames.Write(stream, FrameKind.Opened, new PayloadWriter().Number(opened.Part).String(opened.Name).Written.Span);
                break;
            case PartText text:
                Frames.Write(stream, FrameKind.Text, new PayloadWriter().Number(text.Part).Characters(text.Text.Span).Written.Span);
                break;
            case PartPlaces places:
                WritePlaces(places);
                break;
            case PartRead read:
                var payload = new PayloadWriter().Number(read.Part).Number((int)read.Status).Number((int)read.Cause).Text(read.Detail).Number(read.Signals.Count);
                foreach (var signal in read.Signals)
                    payload.Number((int)signal);
                Frames.Write(stream, FrameKind.Read, payload.Written.Span);
                break;
        }
    }

    private void WritePlaces(PartPlaces places)
    {
        var frame = new PayloadWriter();
        var count = 0;
        LocalizedText? area = null;
        foreach (var place in places.Places)
        {
            // The cells of one sheet share its name.
            frame.Number(place.Start).Text(place.Area == area ? null : place.Area).String(place.Cell);
            area = place.Area;
            count++;
            if (frame.Length < Frames.Piece)
                continue;
            WritePlaces(places.Part, count, frame);
            (frame, count, area) = (new PayloadWriter(), 0, null);
        }

        if (count > 0)
            WritePlaces(places.Part, count, frame);
    }

    private void WritePlaces(int number, int count, PayloadWriter places) =>
        Frames.Write(stream, FrameKind.Places, new PayloadWriter().Number(number).Number(count).Bytes(places.Written.Span).Written.Span);
}

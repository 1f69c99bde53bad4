using Dlp.Documents.Workers;

namespace Dlp.Documents.Worker;

/// <summary>Writes the answer to one request after the other: each part when it has been read, and all that is new at the end.</summary>
/// <param name="stream">Buffered.</param>
internal sealed class AnswerWriter(Stream stream)
{
    private readonly Lock _lock = new();
    private bool _isOpen;
    private int _opened;

    public void Hello()
    {
        Frames.Write(stream, FrameKind.Hello, Frames.Greeting);
        stream.Flush();
    }

    public void Begin()
    {
        lock (_lock)
            (_isOpen, _opened) = (true, 0);
    }

    public void Opened(AttachmentText part)
    {
        lock (_lock)
        {
            if (!_isOpen)
                return;
            WriteOpened(part);

            // It is known then which file ended the process, if it does.
            stream.Flush();
        }
    }

    public void Finished(AttachmentText part)
    {
        lock (_lock)
        {
            if (!_isOpen)
                return;
            Write(part);

            // What has been read stays when a later file ends the process.
            stream.Flush();
        }
    }

    /// <summary>Ends the answer. Nothing that a reading left behind still says gets into the next one.</summary>
    public void Complete(IReadOnlyList<AttachmentText> parts, bool isSpent)
    {
        lock (_lock)
        {
            _isOpen = false;
            foreach (var part in parts)
            {
                if (part.Number >= _opened)
                    WriteOpened(part);
                Write(part);
            }

            Frames.Write(stream, FrameKind.Done, new PayloadWriter().Number(Environment.WorkingSet).Number(isSpent ? 1 : 0).Written.Span);
            stream.Flush();
        }
    }

    private void WriteOpened(AttachmentText part)
    {
        _opened = part.Number + 1;
        Frames.Write(stream, FrameKind.Opened, new PayloadWriter().Number(part.Number).String(part.Name).Written.Span);
    }

    private void Write(AttachmentText part)
    {
        part.Drain(text => WriteText(part.Number, text.Span), places => WritePlaces(part.Number, places));
        var state = part.ToPart();
        var payload = new PayloadWriter().Number(part.Number).Number((int)state.Status).Number((int)state.Cause).Text(state.Detail).Number(state.Signals.Count);
        foreach (var signal in state.Signals)
            payload.Number((int)signal);
        Frames.Write(stream, FrameKind.Read, payload.Written.Span);
    }

    private void WriteText(int number, ReadOnlySpan<char> text)
    {
        for (; !text.IsEmpty; text = text[Math.Min(text.Length, Frames.Piece / sizeof(char))..])
        {
            var piece = text[..Math.Min(text.Length, Frames.Piece / sizeof(char))];
            Frames.Write(stream, FrameKind.Text, new PayloadWriter().Number(number).Characters(piece).Written.Span);
        }
    }

    private void WritePlaces(int number, IReadOnlyList<PartPlace> places)
    {
        var frame = new PayloadWriter();
        var count = 0;
        foreach (var place in places)
        {
            frame.Number(place.Start).String(place.Location);
            count++;
            if (frame.Length < Frames.Piece)
                continue;
            WritePlaces(number, count, frame);
            (frame, count) = (new PayloadWriter(), 0);
        }

        if (count > 0)
            WritePlaces(number, count, frame);
    }

    private void WritePlaces(int number, int count, PayloadWriter places) =>
        Frames.Write(stream, FrameKind.Places, new PayloadWriter().Number(number).Number(count).Bytes(places.Written.Span).Written.Span);
}

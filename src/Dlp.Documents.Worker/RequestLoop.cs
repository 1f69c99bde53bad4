using Dlp.Documents.Workers;

namespace Dlp.Documents.Worker;

/// <summary>Takes one file after the other. It goes on listening while one is read, so as to notice when the program that asked has ended.</summary>
internal sealed class RequestLoop(Stream requests, Stream answers, bool allowFaults)
{
    private readonly FrameReader _requests = new(requests);
    private readonly AnswerWriter _answers = new(answers);
    private readonly Lock _lock = new();
    private MemoryStream? _content;
    private string _name = "";
    private AttachmentOptions _options = new();
    private bool _isReading;

    /// <summary>Does not return before the program that asks has ended, or does not keep to the protocol.</summary>
    public void Run()
    {
        _answers.Hello();
        try
        {
            while (_requests.Read() is { } frame)
                Take(frame);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            // Whoever asks has ended in the middle of a frame, or is not the program that we know.
        }

        Ending.Now();
    }

    private void Take(Frame frame)
    {
        lock (_lock)
        {
            if (_isReading)
                throw new InvalidDataException("one file at a time");
        }

        switch (frame.Kind)
        {
            case FrameKind.Request when _content is null:
                var payload = new PayloadReader(frame.Payload.Span);
                (_name, _options, _content) = (payload.String()!, OptionsJson.Read(payload.Rest()), new MemoryStream());
                break;
            case FrameKind.Content when _content is not null:
                _content.Write(frame.Payload.Span);
                break;
            case FrameKind.Abort when _content is not null:
                _content = null;
                break;
            case FrameKind.End when _content is not null:
                Start(_content.GetBuffer().AsMemory(0, (int)_content.Length));
                _content = null;
                break;
            default:
                throw new InvalidDataException("a frame out of order");
        }
    }

    private void Start(ReadOnlyMemory<byte> content)
    {
        _isReading = true;
        ProcessLimits.AllowProcessorTime(_options.ProcessorTime);
        new Thread(() => Read(content)) { IsBackground = true }.Start();
    }

    private void Read(ReadOnlyMemory<byte> content)
    {
        var reader = new AttachmentReader(_options);
        var ended = false;
        reader.WithinTimeAsync(
            _name,
            reading =>
            {
                if (allowFaults && Fault.Of(_name, answers) is { } fault)
                    fault.Happen(reading, content);
                else
                    reader.Read(_name, content, reading);
                Volatile.Write(ref ended, true);
            },
            _answers.Write,
            CancellationToken.None).GetAwaiter().GetResult();

        // A reading that was left behind goes on; only the end of the process stops it.
        var isSpent = !Volatile.Read(ref ended);
        lock (_lock)
            _isReading = false;
        _answers.Done(isSpent);
    }
}

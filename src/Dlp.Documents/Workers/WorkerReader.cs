using Polly;
using Polly.Timeout;

namespace Dlp.Documents.Workers;

/// <summary>Has attachments read by the workers of a pool.</summary>
internal sealed class WorkerReader
{
    private static readonly LocalizedText NotStarted = new(
        "no process to read it in could be started; tell those who run this program",
        "aucun processus n'a pu être lancé pour le lire ; prévenez les personnes qui administrent ce programme");

    private static readonly LocalizedText Lost = new("reading it ended the reader: the file is damaged or hostile", "sa lecture a mis fin au lecteur : le fichier est endommagé ou hostile");

    private static readonly LocalizedText TooSlow = new(
        "it arrived so slowly that other files had to wait, and was given up",
        "il arrivait si lentement que d'autres fichiers devaient attendre, et a été abandonné");

    /// <summary>Bytes a second on average, after the time that reading may take: less keeps a worker from others for nothing.</summary>
    private const int SlowestArrival = 32 * 1024;

    /// <summary>The worker keeps the time itself and answers with what it has read until then; only one that hangs takes longer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly WorkerPool _pool;
    private readonly AttachmentOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly byte[] _json;
    private readonly ResiliencePipeline _opening;
    private readonly ResiliencePipeline _timeout;

    public WorkerReader(WorkerPool pool, AttachmentOptions options, TimeProvider timeProvider)
    {
        _pool = pool;
        _options = options;
        _timeProvider = timeProvider;
        _json = OptionsJson.Write(options);

        // A worker that is gone before it saw anything of the file: the file cannot be the cause.
        _opening = new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(new() { MaxRetryAttempts = 1, Delay = TimeSpan.Zero, ShouldHandle = new PredicateBuilder().Handle<IOException>() })
            .Build();
        _timeout = new ResiliencePipelineBuilder { TimeProvider = timeProvider }.AddTimeout(options.Timeout + Grace).Build();
    }

    /// <param name="name">Name of the attachment.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="rest">What follows them; null when nothing does.</param>
    /// <param name="take">Takes what becomes known of the attachment.</param>
    /// <param name="cancellationToken">The caller's own; frees the worker at once.</param>
    /// <exception cref="IOException">The stream of the rest failed.</exception>
    public async Task ReadAsync(string name, ReadOnlyMemory<byte> head, Stream? rest, Action<PartEvent> take, CancellationToken cancellationToken)
    {
        var parts = new ReceivedParts(name, _options, take);
        WorkerLease lease;
        try
        {
            lease = await _opening.ExecuteAsync(async token => await OpenAsync(name, token), cancellationToken);
        }
        catch (Exception fault) when (fault is WorkerStartException or IOException)
        {
            parts.Refuse(PartStatus.Unreadable, NotStarted);
            return;
        }

        using (lease)
        {
            // Whoever waits for a pipe cannot be interrupted otherwise.
            await using var registration = cancellationToken.Register(lease.Worker.Kill);
            try
            {
                if (await SendContentAsync(lease, head, rest, cancellationToken) is var (status, detail))
                    parts.Refuse(status, detail);
                else
                    await _timeout.ExecuteAsync(async token => await ReceiveAsync(lease, parts, token), cancellationToken);
            }
            catch (TimeoutRejectedException)
            {
                parts.Lose(AttachmentReader.OutOfTime(_options));
            }
            catch (InvalidDataException)
            {
                parts.Doubt(Lost);
            }
            catch (WorkerLostException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                parts.Lose(await lease.Worker.RanOutOfProcessorTimeAsync()
                    ? new(
                        $"reading it took more than {Format.Seconds(_options.ProcessorTime)} s of processor time and was given up",
                        $"sa lecture a pris plus de {Format.Seconds(_options.ProcessorTime, Language.Fr)} s de processeur et a été abandonnée")
                    : Lost);
            }
        }
    }

    private async Task<WorkerLease> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var lease = await _pool.RentAsync(cancellationToken);
        try
        {
            lease.Worker.Files++;
            await lease.Worker.SendAsync(FrameKind.Request, new PayloadWriter().String(name).Bytes(_json).Written, cancellationToken);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <returns>Why the file was given up, and the worker has forgotten it; null when it has the whole file.</returns>
    private async Task<(PartStatus Status, LocalizedText Detail)?> SendContentAsync(WorkerLease lease, ReadOnlyMemory<byte> head, Stream? rest, CancellationToken cancellationToken)
    {
        long sent = 0;
        var started = _timeProvider.GetTimestamp();
        (PartStatus, LocalizedText)? fault = null;
        for (; !head.IsEmpty; head = head[Math.Min(Frames.Piece, head.Length)..])
            await SendAsync(head[..Math.Min(Frames.Piece, head.Length)]);
        if (rest is not null)
        {
            var chunk = new byte[Frames.Piece];
            while (sent <= _options.MaxBytes && !IsTooSlow() && await NextAsync(chunk) is > 0 and var read)
                await SendAsync(chunk.AsMemory(0, read));
        }

        if (sent > _options.MaxBytes)
            fault = (PartStatus.TooLarge, AttachmentReader.OverMaxBytes(_options));
        else if (IsTooSlow())
            fault = (PartStatus.Unreadable, TooSlow);
        await TellAsync(fault is null ? FrameKind.End : FrameKind.Abort, default);
        if (fault is not null)
            lease.Finish(workingSet: 0);
        return fault;

        bool IsTooSlow() => _pool.IsWaitedFor
            && _timeProvider.GetElapsedTime(started) > _options.Timeout + TimeSpan.FromSeconds((double)sent / SlowestArrival);

        async Task SendAsync(ReadOnlyMemory<byte> piece)
        {
            sent += piece.Length;
            if (sent <= _options.MaxBytes)
                await TellAsync(FrameKind.Content, piece);
        }

        async Task TellAsync(FrameKind kind, ReadOnlyMemory<byte> payload)
        {
            try
            {
                await lease.Worker.SendAsync(kind, payload, CancellationToken.None).AsTask().WaitAsync(_options.Timeout + Grace, cancellationToken);
            }
            catch (Exception lost) when (lost is IOException or TimeoutException)
            {
                throw new WorkerLostException(Lost.En, lost);
            }
        }

        async Task<int> NextAsync(byte[] chunk)
        {
            try
            {
                return await rest.ReadAsync(chunk, cancellationToken);
            }
            catch (Exception)
            {
                // The worker is as good as new for the next file.
                await TellAsync(FrameKind.Abort, default);
                lease.Finish(workingSet: 0);
                throw;
            }
        }
    }

    private static async Task ReceiveAsync(WorkerLease lease, ReceivedParts parts, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(lease.Worker.Kill);
        try
        {
            while (true)
            {
                var frame = await lease.Worker.ReceiveAsync();
                if (frame.Kind != FrameKind.Done)
                {
                    parts.Take(frame);
                    continue;
                }

                var (workingSet, isSpent) = DoneOf(frame);
                parts.Complete();
                if (!isSpent)
                    lease.Finish(workingSet);
                return;
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerLostException(Lost.En, fault);
        }
    }

    private static (long WorkingSet, bool IsSpent) DoneOf(Frame frame)
    {
        var payload = new PayloadReader(frame.Payload.Span);
        return (payload.LongNumber(), payload.Number() != 0);
    }
}

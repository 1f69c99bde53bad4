using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Dlp.Documents.Workers;

/// <summary>
/// Processes that read attachments, kept warm: what a hostile file does to one of them (a stack that overflows, memory that runs out, a loop that
/// never ends) costs that file, and nobody else anything. Thread-safe; create one, share it, and dispose of it, which ends the workers.
/// </summary>
/// <remarks>Workers end by themselves when the program that started them does, however it ends.</remarks>
public sealed class WorkerPool : IAsyncDisposable
{
    /// <summary>A program that brings its own runtime is a worker when this is its first argument: it must run <c>AttachmentWorker</c> then, and nothing else.</summary>
    public const string Argument = "read-attachments";

    private readonly WorkerOptions _options;
    private readonly WorkerProgram _program;
    private readonly Lazy<ResiliencePipeline> _starting;
    private readonly SemaphoreSlim _free;
    private readonly LinkedList<Task<WorkerProcess?>> _slots = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly HashSet<Task> _disposals = [];
    private int _waiting;

    /// <summary>A pool whose workers are started when they are first needed, or by <see cref="WarmAsync"/>.</summary>
    /// <param name="options">Defaults when null.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message names each that is.</exception>
    public WorkerPool(WorkerOptions? options = null)
        : this(options, WorkerProgram.Shipped)
    {
    }

    internal WorkerPool(WorkerOptions? options, WorkerProgram program, TimeProvider? timeProvider = null)
    {
        _options = options ?? new WorkerOptions();
        if (string.Join(' ', _options.Faults()) is { Length: > 0 } faults)
            throw new ArgumentException(faults, nameof(options));
        _program = program;
        _starting = new(() => Starting(_options, timeProvider ?? TimeProvider.System));
        _free = new SemaphoreSlim(_options.Count);
        for (var i = 0; i < _options.Count; i++)
            _slots.AddLast(Task.FromResult<WorkerProcess?>(null));
    }

    /// <summary>Whether the program of the workers lies beside this one. Without it every attachment is <see cref="PartStatus.Unreadable"/>.</summary>
    public static bool IsInstalled => WorkerProgram.Shipped.Exists;

    /// <summary>Whether somebody waits for a worker, since all are busy.</summary>
    internal bool IsWaitedFor => Volatile.Read(ref _waiting) > 0;

    /// <summary>The workers that live.</summary>
    internal IReadOnlyList<int> Workers
    {
        get
        {
            lock (_slots)
                return [.. _slots.Where(slot => slot.IsCompletedSuccessfully).Select(slot => slot.Result).OfType<WorkerProcess>().Where(worker => !worker.HasEnded).Select(worker => worker.Id)];
        }
    }

    /// <summary>Starts all workers, so that the first attachments do not wait for them.</summary>
    /// <returns>Whether all of them have started.</returns>
    public async Task<bool> WarmAsync()
    {
        Task<WorkerProcess?>[] starts;
        lock (_slots)
        {
            for (var slot = _slots.First; slot is not null; slot = slot.Next)
            {
                if (slot.Value is { IsCompletedSuccessfully: true, Result: null })
                    slot.Value = StartAheadAsync();
            }

            starts = [.. _slots];
        }

        return (await Task.WhenAll(starts)).All(worker => worker is not null);
    }

    /// <summary>Ends the workers. A file that is being read is <see cref="PartStatus.Unreadable"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        List<Task<WorkerProcess?>> slots;
        lock (_slots)
        {
            slots = [.. _slots];
            _slots.Clear();
        }

        foreach (var slot in slots)
        {
            if (await slot is { } worker)
                await worker.DisposeAsync();
        }

        Task[] disposals;
        lock (_disposals)
            disposals = [.. _disposals];
        await Task.WhenAll(disposals);
    }

    /// <summary>Takes a worker, waiting for one when all are busy.</summary>
    /// <exception cref="WorkerStartException">None can be started.</exception>
    internal async Task<WorkerLease> RentAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _free.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            var worker = await TakeSlot();
            if (worker is { HasEnded: true })
            {
                Dispose(worker);
                worker = null;
            }

            return new WorkerLease(this, worker ?? await StartAsync(cancellationToken));
        }
        catch
        {
            GiveBack(Task.FromResult<WorkerProcess?>(null), warm: false);
            throw;
        }
    }

    /// <summary>Takes a worker back; one that is not fit for the next file is replaced.</summary>
    internal void Return(WorkerProcess worker, bool isFit, long workingSet)
    {
        if (_ending.IsCancellationRequested)
        {
            Dispose(worker);
            GiveBack(Task.FromResult<WorkerProcess?>(null), warm: false);
        }
        else if (isFit && worker.Files < _options.MaxFiles && workingSet <= _options.MaxWorkingSet && !worker.HasEnded)
        {
            GiveBack(Task.FromResult<WorkerProcess?>(worker), warm: true);
        }
        else
        {
            Dispose(worker);
            GiveBack(StartAheadAsync(), warm: false);
        }
    }

    private static ResiliencePipeline Starting(WorkerOptions options, TimeProvider timeProvider)
    {
        var failed = new PredicateBuilder().Handle<WorkerStartException>().Handle<TimeoutRejectedException>();
        return new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(new() { MaxRetryAttempts = 1, Delay = TimeSpan.Zero, ShouldHandle = failed })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = failed,
                FailureRatio = 1,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .AddTimeout(options.StartTimeout)
            .Build();
    }

    private async Task<WorkerProcess> StartAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        try
        {
            return await _starting.Value.ExecuteAsync(async token => await WorkerProcess.StartAsync(_program, token), either.Token);
        }
        catch (Exception fault) when (fault is BrokenCircuitException or TimeoutRejectedException)
        {
            throw new WorkerStartException("no worker could be started", fault);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WorkerStartException("the workers have been ended");
        }
    }

    /// <summary>Starts a worker before it is needed; null when that failed, so that it is tried again when it is.</summary>
    private async Task<WorkerProcess?> StartAheadAsync()
    {
        try
        {
            return await Task.Run(() => StartAsync(CancellationToken.None));
        }
        catch (WorkerStartException)
        {
            return null;
        }
    }

    private Task<WorkerProcess?> TakeSlot()
    {
        lock (_slots)
        {
            // Empty after the pool has been ended.
            if (_slots.First is not { Value: var slot })
                return Task.FromResult<WorkerProcess?>(null);
            _slots.RemoveFirst();
            return slot;
        }
    }

    /// <param name="slot">A worker, or one that starts.</param>
    /// <param name="warm">Whether it is to be taken before the others.</param>
    private void GiveBack(Task<WorkerProcess?> slot, bool warm)
    {
        lock (_slots)
        {
            if (warm)
                _slots.AddFirst(slot);
            else
                _slots.AddLast(slot);
        }

        _free.Release();
    }

    private void Dispose(WorkerProcess worker)
    {
        worker.Kill();
        var disposal = worker.DisposeAsync().AsTask();
        lock (_disposals)
        {
            _disposals.RemoveWhere(earlier => earlier.IsCompleted);
            _disposals.Add(disposal);
        }
    }
}

/// <summary>A worker for the time of one file. Ending the lease gives it back.</summary>
internal sealed class WorkerLease(WorkerPool pool, WorkerProcess worker) : IDisposable
{
    private bool _isFit;
    private long _workingSet;

    public WorkerProcess Worker { get; } = worker;

    /// <summary>Says that the worker has answered and may be given the next file.</summary>
    public void Finish(long workingSet) => (_isFit, _workingSet) = (true, workingSet);

    public void Dispose() => pool.Return(Worker, _isFit, _workingSet);
}

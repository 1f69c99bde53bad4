using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Dlp.Documents.Workers;

/// <summary>One worker: a process that reads one file at a time.</summary>
internal sealed partial class WorkerProcess : IAsyncDisposable
{
    private const int SigKill = 9;
    private const int NoSuchProcess = 3;

    private readonly Process _process;
    private readonly DirectoryInfo _directory;
    private readonly Stream _answers;
    private readonly FrameReader _frames;
    private int _killed;

    private WorkerProcess(Process process, DirectoryInfo directory)
    {
        _process = process;
        _directory = directory;
        _answers = new BufferedStream(process.StandardOutput.BaseStream, Frames.Piece);
        _frames = new FrameReader(_answers);
    }

    /// <summary>Files it was given.</summary>
    public int Files { get; set; }

    public int Id => _process.Id;

    public bool HasEnded => _killed != 0 || _process.HasExited;

    /// <summary>Starts a worker and waits until it is ready.</summary>
    /// <exception cref="WorkerStartException">It could not be started, or is not the program expected.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static async Task<WorkerProcess> StartAsync(WorkerProgram program, CancellationToken cancellationToken)
    {
        if (!program.Exists)
            throw new WorkerStartException("the program of the workers is missing");

        // Named after this program too, so that it can be told whose they are.
        var directory = Directory.CreateTempSubdirectory(FormattableString.Invariant($"dlp-worker-{Environment.ProcessId}-"));
        WorkerProcess worker;
        try
        {
            worker = new WorkerProcess(Process.Start(program.StartIn(directory.FullName))!, directory);
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            Remove(directory);
            throw new WorkerStartException("the program of the workers could not be started", fault);
        }

        try
        {
            await using var registration = cancellationToken.Register(worker.Kill);
            var hello = await worker._frames.ReadAsync(CancellationToken.None);
            if (hello.Kind != FrameKind.Hello || !hello.Payload.Span.SequenceEqual(Frames.Greeting))
                throw new InvalidDataException("another version");
            return worker;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            await worker.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerStartException(
                fault is InvalidDataException ? "the program of the workers is of another version" : "a worker ended before it was ready", fault);
        }
    }

    public async ValueTask SendAsync(FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await Frames.WriteAsync(_process.StandardInput.BaseStream, kind, payload, cancellationToken);
        if (kind is FrameKind.End or FrameKind.Abort)
            await _process.StandardInput.BaseStream.FlushAsync(cancellationToken);
    }

    /// <summary>The next frame of its answer, good until the one after it.</summary>
    public ValueTask<Frame> ReceiveAsync() => _frames.ReadAsync(CancellationToken.None);

    /// <summary>Whether the system ended it because it had used up its processor time.</summary>
    public async Task<bool> RanOutOfProcessorTimeAsync()
    {
        const int sigXcpu = 24;
        if (_killed != 0)
            return false;

        // Its pipe has closed, so that it is about to end, if it has not done so.
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _process.HasExited && _process.ExitCode == 128 + sigXcpu;
    }

    /// <summary>Ends it, and the tools that it started. Whoever waits for its answer gets an end of stream.</summary>
    public void Kill()
    {
        if (Interlocked.Exchange(ref _killed, 1) != 0)
            return;
        try
        {
            // Before it is ready it leads no group yet; its tools outlive it otherwise.
            if (OperatingSystem.IsWindows() || KillGroup(_process.Id) != 0)
                _process.Kill(entireProcessTree: OperatingSystem.IsWindows());
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Ends it, waits until the system has forgotten it, and removes what its tools may have left.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        try
        {
            await _answers.DisposeAsync();
            await _process.StandardInput.BaseStream.DisposeAsync();
        }
        catch (IOException)
        {
            // What it had not taken yet cannot be flushed any more.
        }

        _process.Dispose();
        Remove(_directory);
    }

    private static void Remove(DirectoryInfo directory)
    {
        try
        {
            directory.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It removed it itself, or the system will.
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static int KillGroup(int leader) => kill(-leader, SigKill) == 0 ? 0 : NoSuchProcess;

    [LibraryImport("libc", EntryPoint = "kill")]
    [UnsupportedOSPlatform("windows")]
    private static partial int kill(int process, int signal);
}

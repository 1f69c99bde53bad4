using System.Diagnostics;

namespace Dlp.Documents.Images;

/// <summary>Looks at how much processor time a process has used, and cancels a token when that is too much.</summary>
internal sealed class ProcessorTimeWatch : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly TimeSpan _most;
    private readonly CancellationTokenSource _source;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private bool _isDisposed;

    /// <param name="process">Runs already.</param>
    /// <param name="most">What it may use.</param>
    /// <param name="token">Cancels <see cref="Token"/> too.</param>
    public ProcessorTimeWatch(Process process, TimeSpan most, CancellationToken token)
    {
        (_process, _most) = (process, most);
        _source = CancellationTokenSource.CreateLinkedTokenSource(token);
        _timer = new Timer(_ => Look(), null, BetweenLooks, BetweenLooks);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether it has used more.</summary>
    public bool IsOver { get; private set; }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            _timer.Dispose();
            _source.Dispose();
        }
    }

    private void Look()
    {
        lock (_lock)
        {
            if (_isDisposed || IsOver)
                return;
            try
            {
                IsOver = _process.TotalProcessorTime > _most;
            }
            catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
            {
                // It has ended, or the platform does not tell: then the clock alone ends it.
                return;
            }

            if (IsOver)
                _source.Cancel();
        }
    }
}

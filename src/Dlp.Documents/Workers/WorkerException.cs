namespace Dlp.Documents.Workers;

/// <summary>A worker could not be started; no file is to blame.</summary>
internal sealed class WorkerStartException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A worker ended, hung or answered nonsense while it had a file; the file is to blame.</summary>
internal sealed class WorkerLostException(string detail, Exception? inner = null) : Exception(detail, inner);

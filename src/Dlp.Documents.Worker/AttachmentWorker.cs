using Dlp.Documents.Workers;

namespace Dlp.Documents.Worker;

/// <summary>The program of a worker, for its own executable and for one that brings its own runtime (<see cref="WorkerPool.Argument"/>).</summary>
public static class AttachmentWorker
{
    /// <summary>Takes from the process what it does not need, and reads files until the program that asks for them ends. Does not return before.</summary>
    /// <param name="allowFaults">Whether a file of a test may make it fail.</param>
    public static void Run(bool allowFaults = false)
    {
        // Before the limits: they close the way to these.
        using var requests = new BufferedStream(Console.OpenStandardInput(), Frames.Piece);
        using var answers = new BufferedStream(Console.OpenStandardOutput(), Frames.Piece);
        ProcessLimits.Apply();
        new RequestLoop(requests, answers, allowFaults).Run();
    }
}

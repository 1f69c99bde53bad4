using System.Diagnostics;

namespace Dlp.Benchmarks.Http;

/// <summary>Asks a server as fast as it answers, over several connections, each waiting for its answer.</summary>
internal static class HttpLoad
{
    private const int Connections = 8;

    /// <summary>Requests a second, and the time in microseconds that 99 in 100 answers do not exceed.</summary>
    public static async Task<(double PerSecond, double P99)> Run(int port, byte[][] requests, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var asking = Enumerable.Range(0, Connections)
            .Select(number => Task.Factory.StartNew(() => Ask(port, requests, number, start, duration), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        var times = await Task.WhenAll(asking);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var all = times.SelectMany(time => time).Order().ToList();
        return (all.Count / seconds, all[all.Count * 99 / 100]);
    }

    private static List<double> Ask(int port, byte[][] requests, int number, long start, TimeSpan duration)
    {
        using var connection = new LoadConnection(port);
        var times = new List<double>(100_000);
        for (var next = number * requests.Length / Connections; Stopwatch.GetElapsedTime(start) < duration; next++)
        {
            var asked = Stopwatch.GetTimestamp();
            connection.Ask(requests[next % requests.Length]);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
        }

        return times;
    }
}

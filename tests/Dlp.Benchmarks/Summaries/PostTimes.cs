using System.Diagnostics;
using Dlp.Benchmarks.Texts;
using Dlp.Engine;

namespace Dlp.Benchmarks.Summaries;

/// <summary>What each post of a set costs the engine: the best of several rounds for each, so that what else runs on the machine does not count.</summary>
internal sealed class PostTimes(DraftScanner scanner, IReadOnlyList<LabelledText> posts)
{
    private readonly double[] _best = [.. Enumerable.Repeat(double.MaxValue, posts.Count)];

    /// <summary>Mean of the round that took the least computing time, in microseconds.</summary>
    public double Mean { get; private set; } = double.MaxValue;

    /// <summary>Bytes allocated a post.</summary>
    public double Allocated { get; private set; }

    /// <summary>Ends the run when a post is not answered as expected.</summary>
    public void Verify(string what)
    {
        foreach (var post in posts)
            post.Verify(scanner.Scan(post.Draft, Summary.Options), what);
    }

    /// <summary>Scans every post once.</summary>
    public void Round()
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Mean = Math.Min(Mean, ThreadClock.Microseconds(Scan) / posts.Count);
        Allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)posts.Count;
    }

    /// <summary>The time that so many in a hundred posts do not exceed, in microseconds.</summary>
    public double Percentile(int percent) => _best.Order().ElementAt(_best.Length * percent / 100);

    private void Scan()
    {
        for (var index = 0; index < _best.Length; index++)
        {
            var start = Stopwatch.GetTimestamp();
            scanner.Scan(posts[index].Draft, Summary.Options);
            _best[index] = Math.Min(_best[index], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dlp.Benchmarks.Summaries;

/// <summary>Time that this thread spent computing, so that other programs on the machine do not count; wall time where only that is to be had.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Microseconds that an action takes.</summary>
    public static double Microseconds(Action action)
    {
        var start = Now();
        action();
        return Now() - start;
    }

    private static double Now()
    {
        if (!OperatingSystem.IsLinux() || GetTime(ThreadCpuTime, out var time) != 0)
            return Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;
        return time.Seconds * 1e6 + time.Nanoseconds / 1e3;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

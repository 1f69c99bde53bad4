using System.Globalization;
using System.Runtime.InteropServices;

namespace Dlp.Documents.Worker;

/// <summary>What the process may do, which it takes away from itself before it sees the first file. See setrlimit(2), prctl(2) and seccomp(2).</summary>
internal static partial class ProcessLimits
{
    private const ulong MegaByte = 1024 * 1024;

    // The numbers of Linux on x86, Arm and RISC-V (asm-generic/resource.h).
    private const int ProcessorTime = 0;
    private const int FileSize = 1;
    private const int CoreSize = 4;
    private const int AddressSpace = 9;

    /// <summary>For all that is not on the managed heap, which has a limit of its own (<see cref="Workers.WorkerProgram"/>) and has reserved its addresses already.</summary>
    private const ulong MoreAddressSpace = 1024 * MegaByte;

    /// <summary>For the tools that cannot do without a file.</summary>
    private const ulong MostFileSize = 64 * MegaByte;

    private const int SetDumpable = 4;
    private const int WriteOnly = 1;

    /// <summary>Whether this process leads a group, in which its tools are.</summary>
    public static bool LeadsGroup { get; private set; }

    public static void Apply()
    {
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);

        // The runtime would print the message of the exception, which may quote a file.
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Ending.Now();
        if (OperatingSystem.IsWindows())
            return;
        CloseStandardStreams();
        LeadsGroup = setpgid(0, 0) == 0;
        if (!OperatingSystem.IsLinux())
            return;
        _ = prctl(SetDumpable, 0, 0, 0, 0);
        Limit(CoreSize, 0);
        Limit(FileSize, MostFileSize);
        Limit(AddressSpace, AddressSpaceInUse() + MoreAddressSpace);
        NetworkFilter.Apply();
    }

    /// <summary>Lets the process use so much more processor time; the system ends it after that.</summary>
    public static void AllowProcessorTime(TimeSpan time)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var until = Environment.CpuUsage.TotalTime + time;
        var limit = new ResourceLimit { Soft = (ulong)Math.Ceiling(until.TotalSeconds), Hard = ulong.MaxValue };
        _ = setrlimit(ProcessorTime, in limit);
    }

    /// <summary>The streams that this process answers on are its own copies; a tool, or the runtime when it dies, writes to nobody.</summary>
    private static void CloseStandardStreams()
    {
        var nowhere = open("/dev/null", WriteOnly);
        var nothing = open("/dev/null", 0);
        _ = dup2(nothing, 0);
        _ = dup2(nowhere, 1);
        _ = dup2(nowhere, 2);
        _ = close(nowhere);
        _ = close(nothing);
    }

    /// <summary>The first number of <c>/proc/self/statm</c>, in pages (proc(5)).</summary>
    private static ulong AddressSpaceInUse() =>
        ulong.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[0], CultureInfo.InvariantCulture) * (ulong)Environment.SystemPageSize;

    private static void Limit(int resource, ulong most)
    {
        var limit = new ResourceLimit { Soft = most, Hard = most };
        _ = setrlimit(resource, in limit);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [LibraryImport("libc")]
    private static partial int setrlimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc")]
    private static partial int prctl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc")]
    private static partial int setpgid(int process, int group);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int dup2(int from, int to);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dlp.Documents.Worker;

/// <summary>The end of the process, whatever its threads are doing.</summary>
internal static partial class Ending
{
    private const int SigKill = 9;

    /// <summary>Ends the process and its tools, and removes the directory of those: whoever started this one may be gone.</summary>
    public static void Now()
    {
        try
        {
            // The program that starts workers gives each a directory of its own; nobody else's is touched.
            if (Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetTempPath())).StartsWith("dlp-worker-", StringComparison.Ordinal))
                Directory.Delete(Path.GetTempPath(), recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Removed already.
        }

        if (ProcessLimits.LeadsGroup)
            _ = kill(0, SigKill);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}

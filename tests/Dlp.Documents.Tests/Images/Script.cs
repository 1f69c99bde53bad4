using System.Diagnostics;

namespace Dlp.Documents.Tests.Images;

/// <summary>
/// Shell scripts that stand in for commands. Another process writes them: a file that this one has open for writing when a test beside starts a process is open in that process too, for a
/// moment, and cannot be run meanwhile ("text file busy").
/// </summary>
internal static class Script
{
    /// <summary>Writes one, which may be run.</summary>
    public static void Write(string path, string body)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cat > \"$0\" && chmod 700 \"$0\"", path]) { RedirectStandardInput = true, UseShellExecute = false })!;
        process.StandardInput.Write("#!/bin/sh\n" + body + "\n");
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
    }
}

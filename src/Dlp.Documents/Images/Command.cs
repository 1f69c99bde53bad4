using System.Diagnostics;

namespace Dlp.Documents.Images;

/// <summary>A program that is installed beside us.</summary>
internal static class Command
{
    /// <summary>Its path; null when it is not installed.</summary>
    /// <param name="name">A name, which is looked for in <c>PATH</c>, or a path.</param>
    public static string? Find(string name)
    {
        var file = OperatingSystem.IsWindows() && !name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name + ".exe" : name;
        if (file.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || file.Contains('/', StringComparison.Ordinal))
            return File.Exists(file) ? file : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>How to start it: without a shell, without our environment, in which there may be secrets.</summary>
    public static ProcessStartInfo Start(string path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.ToList())
        {
            if (name is not ("PATH" or "TESSDATA_PREFIX" or "LD_LIBRARY_PATH") && !OperatingSystem.IsWindows())
                start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    /// <summary>Ends a process and what it started; it may have ended by itself.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException or NotSupportedException)
        {
            // It has ended.
        }
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dlp.Documents.Workers;

/// <summary>The program that workers run, and how it is started.</summary>
/// <param name="path">Its assembly, or an executable.</param>
/// <param name="arguments">Its command line.</param>
internal sealed class WorkerProgram(string path, params string[] arguments)
{
    private const string FileName = "Dlp.Documents.Worker.dll";
    private const string MostManagedHeap = "0x20000000";

    /// <summary>All that a worker sees of the environment: the secrets of the program that starts it are none of its business.</summary>
    private static readonly string[] Variables =
        ["PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SystemRoot", "windir", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    /// <summary>The program that lies beside this one; of a program that brings its own runtime itself, for there may be no other that could run it.</summary>
    public static WorkerProgram Shipped { get; } =
        BringsRuntime ? new(Environment.ProcessPath!, WorkerPool.Argument) : new(Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>Whether it is there.</summary>
    public bool Exists => File.Exists(path) && (!IsAssembly || File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json")));

    private static bool BringsRuntime => Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()) == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    private bool IsAssembly => Path.GetExtension(path) == ".dll";

    /// <summary>The same program, given other arguments.</summary>
    public WorkerProgram With(params string[] others) => new(path, others);

    /// <param name="directory">The only place where a tool may put files.</param>
    public ProcessStartInfo StartIn(string directory)
    {
        var start = new ProcessStartInfo(IsAssembly ? Dotnet() : path) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (IsAssembly)
            start.ArgumentList.Add(path);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var given = Variables.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).Where(variable => variable.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in given)
            start.Environment[name] = value;

        // Else the runtime opens a socket and a pipe among the temporary files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";

        start.Environment["DOTNET_GCHeapHardLimit"] = MostManagedHeap;

        // Of the address space, which is limited, each thread would reserve 64 MB otherwise (mallopt(3)).
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        foreach (var name in (string[])["TMPDIR", "TMP", "TEMP"])
            start.Environment[name] = directory;
        return start;
    }

    /// <summary>The <c>dotnet</c> of the runtime that runs this program.</summary>
    private static string Dotnet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}

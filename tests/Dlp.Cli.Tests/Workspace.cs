using System.Text;

namespace Dlp.Cli.Tests;

/// <summary>A folder of its own, and runs of the program in it, in this process.</summary>
public sealed class Workspace : IDisposable
{
    public Workspace() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"dlp-cli-{Guid.NewGuid():N}");

    /// <summary>A folder of test rules and a policy, below this one.</summary>
    public Workspace WithRules()
    {
        foreach (var (path, content) in TestRules.Files)
            Write($"rules/{path}", content);
        return this;
    }

    public string Write(string path, string content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public Task<DlpRun> DlpAsync(params string[] arguments) => DlpAsync(input: null, arguments);

    internal async Task<DlpRun> DlpAsync(string? input, string[] arguments, Func<string, string?>? variable = null, bool isTerminal = false, int width = 100)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var shell = new Shell
        {
            Out = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input ?? "")),
            InputIsPiped = input is not null,
            OutIsTerminal = isTerminal,
            Width = width,
            Directory = Folder,
            ProgramDirectory = Path.Combine(Folder, "program"),
            Variable = variable ?? (_ => null),
        };
        var exitCode = await DlpCommand.RunAsync(arguments, shell, TestContext.Current.CancellationToken);
        return new DlpRun(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a run of the program gave.</summary>
public sealed record DlpRun(int ExitCode, string Out, string Error)
{
    public string Everything => Out + Error;
}

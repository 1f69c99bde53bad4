using System.Diagnostics;

namespace Dlp.Documents.Tests.Archives;

/// <summary>The archivers of the machine, in a folder of their own. A test is skipped where one is not installed.</summary>
internal sealed class Tool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-archives-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, name), content);

    public byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, name));

    public void Run(string tool, params string[] arguments)
    {
        Assert.SkipUnless(IsInstalled(tool), $"{tool} is not installed");
        var start = new ProcessStartInfo(tool) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors);
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}

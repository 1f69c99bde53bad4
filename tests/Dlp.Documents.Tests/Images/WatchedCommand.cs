namespace Dlp.Documents.Tests.Images;

/// <summary>A command that runs another and notes which directories it was given files in: those of other tests, which run at the same time, are none of its business.</summary>
internal sealed class WatchedCommand : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dlp-tests-");

    public WatchedCommand(string command)
    {
        Path = System.IO.Path.Combine(_directory.FullName, command);
        Script.Write(Path, $"for a; do case \"$a\" in */*) dirname \"$a\" >> '{Notes}';; esac; done\nexec {command} \"$@\"");
    }

    public string Path { get; }

    private string Notes => System.IO.Path.Combine(_directory.FullName, "directories");

    /// <summary>It was given some, and none of them is left.</summary>
    public void ShouldHaveLeftNothingBehind() =>
        File.ReadAllLines(Notes).Should().NotBeEmpty().And.OnlyContain(directory => directory.Contains("dlp-image-") && !Directory.Exists(directory));

    public void Dispose() => _directory.Delete(recursive: true);
}

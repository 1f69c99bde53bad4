using System.Runtime.CompilerServices;

namespace Dlp.Tests;

/// <summary>Compares what a program prints with a file that is checked in. DLP_UPDATE_GOLDEN=1 writes the file instead, for review in the diff.</summary>
internal static class Golden
{
    /// <summary>Fails when <paramref name="actual"/> differs from the file at a path below the repository.</summary>
    public static void Verify(string path, string actual)
    {
        var file = Path.Combine(RepositoryRoot(), path);
        if (Environment.GetEnvironmentVariable("DLP_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        File.Exists(file).Should().BeTrue($"{path} is checked in; run the tests once with DLP_UPDATE_GOLDEN=1 to make it");
        actual.ReplaceLineEndings("\n").Should().Be(File.ReadAllText(file).ReplaceLineEndings("\n"), $"{path} says so; when the change is wanted, run the tests once with DLP_UPDATE_GOLDEN=1");
    }

    /// <summary>The folder that holds <c>Dlp.sln</c>.</summary>
    public static string RepositoryRoot() => Path.GetDirectoryName(Path.GetDirectoryName(ThisFile()))!;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

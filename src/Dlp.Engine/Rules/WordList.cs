namespace Dlp.Engine.Rules;

/// <summary>A list of terms: one a line; blank lines and lines that start with <c>#</c> are left out.</summary>
internal static class WordList
{
    /// <summary>The terms of a file, in its order.</summary>
    public static IReadOnlyList<string> Parse(string content) =>
        [.. content.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dlp.Benchmarks.Summaries;

/// <summary>The lines of a summary as they are measured, and the same for programs.</summary>
/// <param name="output">Takes the lines.</param>
internal sealed class Report(TextWriter output)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _figures = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Starts a group of lines.</summary>
    public void Title(string title) => output.WriteLine($"\n{title} [after {Stopwatch.GetElapsedTime(_start).TotalSeconds:0} s]");

    /// <summary>A figure for people only.</summary>
    public void Line(double value, string meaning) => output.WriteLine($"{value,12:#,##0.0##} {meaning}");

    /// <summary>Something that is no figure.</summary>
    public void Note(string text) => output.WriteLine($"             {text}");

    /// <summary>A figure for people and programs.</summary>
    /// <param name="path">Keys, with dots between them: <c>ratio.regexLoop</c>.</param>
    /// <param name="value">The figure.</param>
    /// <param name="meaning">Its unit, and what it is.</param>
    public void Figure(string path, double value, string meaning)
    {
        Keep(path, Math.Round(value, 3));
        Line(value, meaning);
    }

    /// <summary>A figure that could not be measured here: null for programs.</summary>
    public void Missing(string path, string why)
    {
        Keep(path, null);
        Note($"{path}: not measured, {why}");
    }

    /// <summary>Writes all figures as JSON.</summary>
    public void WriteTo(string file) => File.WriteAllText(file, _figures.ToJsonString(Indented));

    private void Keep(string path, double? value)
    {
        var keys = path.Split('.');
        var parent = _figures;
        foreach (var key in keys[..^1])
            parent = (parent[key] ??= new JsonObject()).AsObject();
        parent[keys[^1]] = value;
    }
}

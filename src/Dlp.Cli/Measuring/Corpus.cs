using System.IO.Compression;

namespace Dlp.Cli.Measuring;

/// <summary>Labelled texts in files of one JSON object a line, plain or gzipped; read as a stream, for they may be large.</summary>
/// <param name="shell">Where relative paths start.</param>
/// <param name="files">Full paths, in the order in which they are read.</param>
/// <param name="limit">Rows read of each file, at most.</param>
/// <param name="sources">Only rows of these sources; all when empty.</param>
internal sealed class Corpus(Shell shell, IReadOnlyList<string> files, int limit, IReadOnlyList<string> sources)
{
    private readonly List<string> _faults = [];
    private long _bytesRead;

    /// <summary>What could not be read, as <c>file(line): what</c>; complete once all texts have been taken.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Share of the files' bytes read so far, 0 to 1.</summary>
    public double Progress => Interlocked.Read(ref _bytesRead) / Math.Max(1.0, _totalBytes);

    private readonly long _totalBytes = files.Sum(file => new FileInfo(file).Length);

    /// <summary>The files that the arguments name; of a folder, every corpus file in it.</summary>
    /// <returns>The files, and a line for each argument that names none.</returns>
    public static (IReadOnlyList<string> Files, IReadOnlyList<string> Faults) Find(Shell shell, IEnumerable<string> arguments)
    {
        var files = new List<string>();
        var faults = new List<string>();
        foreach (var argument in arguments)
        {
            var path = shell.PathOf(argument);
            var found = Directory.Exists(path) ? FilesIn(path) : File.Exists(path) ? [path] : null;
            if (found is null)
                faults.Add($"{argument}: there is no such file or folder.");
            else if (found.Length == 0)
                faults.Add($"{argument}: the folder holds no .jsonl or .jsonl.gz file.");
            files.AddRange(found ?? []);
        }

        return (files, faults);
    }

    /// <summary>All texts, in order. Take them once.</summary>
    public IEnumerable<LabelledText> Texts() => files.SelectMany(TextsOf);

    private static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder).Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith(".jsonl.gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private IEnumerable<LabelledText> TextsOf(string file)
    {
        var name = Path.GetRelativePath(shell.Directory, file);
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        var before = Interlocked.Read(ref _bytesRead);
        var taken = 0;
        for (var number = 1; taken < limit && NextLine(reader, name, number) is { } line; number++)
        {
            Interlocked.Exchange(ref _bytesRead, before + bytes.Position);
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (text, fault) = CorpusParser.Parse(line);
            if (fault is not null)
                _faults.Add($"{name}({number}): {fault}");
            if (text is null || (sources.Count > 0 && !sources.Contains(text.Row.Source, StringComparer.Ordinal)))
                continue;
            taken++;
            yield return text;
        }

        Interlocked.Exchange(ref _bytesRead, before + bytes.Length);
    }

    /// <summary>The next line; null at the end, and where the file is damaged.</summary>
    private string? NextLine(StreamReader reader, string name, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException)
        {
            _faults.Add($"{name}({number}): the file is damaged or no gzip file; make it again.");
            return null;
        }
    }
}

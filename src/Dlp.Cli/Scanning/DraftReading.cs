using Dlp.Documents;
using Dlp.Engine;

namespace Dlp.Cli.Scanning;

/// <summary>Reads what a draft is made of: the body whole, since it is redacted, and the other files while they are scanned.</summary>
/// <param name="shell">Where relative paths start.</param>
/// <param name="source">What the command line says.</param>
/// <param name="reader">Null when there are no files.</param>
internal sealed class DraftReading(Shell shell, DraftSource source, AttachmentReader? reader)
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LineIndex> _lines = new(StringComparer.Ordinal);

    /// <summary>The path of the file that each part came from; the body given otherwise is not in it.</summary>
    public IReadOnlyDictionary<string, string> Paths => _paths;

    /// <summary>The lines of each part.</summary>
    public IReadOnlyDictionary<string, LineIndex> Lines => _lines;

    /// <summary>Reads the body.</summary>
    /// <exception cref="IOException">A file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading a file is not allowed.</exception>
    public async Task<Draft> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var parts = new List<DraftPart>();
        if (source.Text is not null)
            parts.Add(new DraftPart("text", DraftPartKind.Text, source.Text));
        if (source.Inputs > 0)
        {
            await using var input = shell.OpenInput();
            parts.AddRange((await reader!.ReadAsync("text", input, cancellationToken)).Select(AsBody));
        }

        if (source.FirstFileIsBody)
        {
            await using var content = File.OpenRead(shell.PathOf(source.Files[0]));
            var read = await reader!.ReadAsync(Path.GetFileName(source.Files[0]), content, cancellationToken);
            parts.AddRange([AsBody(read[0]), .. read.Skip(1)]);
            foreach (var part in read)
                _paths[part.Name] = source.Files[0];
        }

        foreach (var part in parts)
            TakeLines(part.Name, part.Text.AsMemory());
        return new Draft(parts);
    }

    /// <summary>Feeds a scan with the files that are not the body.</summary>
    /// <exception cref="IOException">A file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading a file is not allowed.</exception>
    public async Task FeedFilesAsync(DraftScan scan, CancellationToken cancellationToken)
    {
        foreach (var file in source.Files.Skip(source.FirstFileIsBody ? 1 : 0))
        {
            await using var content = File.OpenRead(shell.PathOf(file));
            await reader!.Start(NameFor(Path.GetFileName(file)), content, cancellationToken).FeedAsync(scan, Note, TakeLines);

            string Note(string part)
            {
                TakeLines(part, default);
                _paths[part] = file;
                return part;
            }
        }
    }

    /// <summary>A part that was read as a file is the body, unless its content turned out to be no plain text.</summary>
    private static DraftPart AsBody(DraftPart part) =>
        part.Places.Count == 0 && (part.Text.Length > 0 || part.Status == PartStatus.Scanned) ? part with { Kind = DraftPartKind.Text } : part;

    private void TakeLines(string part, ReadOnlyMemory<char> piece)
    {
        if (!_lines.TryGetValue(part, out var lines))
            _lines[part] = lines = new LineIndex();
        lines.Add(piece.Span);
    }

    private string NameFor(string fileName)
    {
        var name = fileName;
        for (var number = 2; _lines.Keys.Any(part => part == name || part.StartsWith(name + " › ", StringComparison.Ordinal)); number++)
            name = $"{fileName} ({number})";
        return name;
    }
}

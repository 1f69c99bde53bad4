using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dlp.Cli.Scanning;
using Dlp.Engine;

namespace Dlp.Cli.Extraction;

/// <summary><c>dlp extract</c>: the text that a scan of the file would see.</summary>
internal static class ExtractCommand
{
    private const string Details = """
        Offsets of findings count in the text that is printed. What could not be read is told on the standard error.
        A file that holds others has a part for each; they are printed one after the other, and apart with --json.

        Exit codes: 0 read, in whole or in part; 3 nothing of it could be read; 1 a fault (a missing file); 2 wrong usage.
        """;

    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The file to read." };
        var json = new Option<bool>("--json") { Description = "Part by part, with the status of each and the places in it." };
        var language = Options.Language();
        var output = Options.Output();
        var command = new DetailedCommand("extract", "Prints the text of a file as 'dlp scan' would see it.", Details) { file, json, language, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(file);
            if (DraftSource.FileFault(shell, name) is { } fault)
            {
                shell.WriteFaults([fault]);
                return ExitCode.Fault;
            }

            await using var content = File.OpenRead(shell.PathOf(name));
            await using var reader = FileReader.Start(shell, [name]);
            var parts = await reader.Attachments.ReadAsync(Path.GetFileName(name), content, cancellationToken);
            var told = Options.LanguageOf(parsed, language, shell);
            using var target = ReportTarget.Open(shell, parsed.GetValue(output));
            if (parsed.GetValue(json))
                target.Writer.WriteLine(JsonSerializer.Serialize([.. parts.Select(part => ExtractedPart.Of(part, told))], Indented.IReadOnlyListExtractedPart));
            else
                WriteText(parts, target);
            shell.WriteFaults(parts.Where(part => part.Detail is not null).Select(part => $"{part.Name}: {Wire.Name(part.Status)}, {part.Detail!.In(told)}"));
            return WasRead(parts) ? ExitCode.Success : ExitCode.Refused;
        });
        return command;
    }

    private static readonly ExtractJson Indented = new(new JsonSerializerOptions(ExtractJson.Default.Options) { WriteIndented = true, Encoder = Wire.Encoder });

    /// <summary>An archive has no text of its own: it was read when something in it was, or when there is nothing in it that was not.</summary>
    private static bool WasRead(IReadOnlyList<DraftPart> parts) =>
        parts.Any(part => part.Text.Length > 0) || parts.All(part => part.Status is PartStatus.Scanned or PartStatus.Partial);

    /// <summary>The text of a single part is written exactly, so that offsets hold; several are set apart by a line with the name.</summary>
    private static void WriteText(IReadOnlyList<DraftPart> parts, ReportTarget target)
    {
        foreach (var part in parts)
        {
            if (parts.Count > 1)
                target.Writer.WriteLine($"--- {PlainText.OneLine(part.Name)} ---");
            target.Writer.Write(part.Text);
            if (part.Text.Length > 0 && !part.Text.EndsWith('\n') && (parts.Count > 1 || target.IsTerminal))
                target.Writer.WriteLine();
        }
    }
}

internal sealed record ExtractedPart(string Name, string Status, string? Detail, IReadOnlyList<string> Signals, IReadOnlyList<ExtractedPlace> Places, string Text)
{
    public static ExtractedPart Of(DraftPart part, Language language) =>
        new(part.Name, Wire.Name(part.Status), part.Detail?.In(language), [.. part.Signals.Select(Wire.Name)], [.. part.Places.Select(place => new ExtractedPlace(place.Start, place.Location.In(language)))], part.Text);
}

internal sealed record ExtractedPlace(int Start, string Location);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ExtractedPart>))]
internal sealed partial class ExtractJson : JsonSerializerContext;

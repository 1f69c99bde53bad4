using Dlp.Engine;

namespace Dlp.Cli.Scanning;

/// <summary>The body of the draft as it could be published.</summary>
internal static class RedactedText
{
    /// <summary>Writes the redacted body, exactly; what redaction could not reach is told on the standard error.</summary>
    public static void Write(ScanReport report, TextWriter writer, Shell shell)
    {
        foreach (var part in report.Draft.Parts.Where(part => part.Kind != DraftPartKind.Attachment))
            writer.Write(report.Result.Redacted.FirstOrDefault(redacted => redacted.Part == part.Name)?.Text ?? part.Text);
        if (shell.OutIsTerminal && ReferenceEquals(writer, shell.Out))
            writer.WriteLine();

        var attachments = report.Parts.Where(part => part.Kind == DraftPartKind.Attachment).Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        var left = report.Result.Findings.Count(finding => attachments.Contains(finding.Part));
        if (left > 0)
            shell.WriteFaults([$"Findings in attachments, which are not redacted: {left}."]);
        shell.WriteFaults(report.Result.Incomplete.Select(part => $"{part.Name}: not wholly scanned, {part.Detail?.In(report.Language)}"));
    }
}

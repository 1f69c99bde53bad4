namespace Dlp.Api.Incidents;

/// <summary>Takes out of an author's reason what the rules find in it.</summary>
internal static class JustificationRedaction
{
    /// <summary>Strictest options: everything the rules find goes, at any confidence.</summary>
    public static string Redact(DraftScanner scanner, string text, DateTimeOffset now)
    {
        var result = scanner.Scan(Draft.FromText(text), new ScanOptions { PublishAt = now, MinimumConfidence = Confidence.Low });
        return result.Redacted is [var redacted] ? redacted.Text : text;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dlp.Cli.Scanning;

/// <summary>A scan for programs: <c>json</c> is the answer of the HTTP surface, <c>jsonl</c> is a line for each finding and a last line <c>{"summary": …}</c>.</summary>
internal static class JsonReport
{
    private static readonly ScanJson Indented = new(new JsonSerializerOptions(ScanJson.Default.Options) { WriteIndented = true, Encoder = Wire.Encoder });
    private static readonly ScanJson OneLine = new(new JsonSerializerOptions(ScanJson.Default.Options) { Encoder = Wire.Encoder });

    public static void Write(ScanReport report, TextWriter writer) =>
        writer.WriteLine(JsonSerializer.Serialize(CheckAnswer.Of(report), Indented.CheckAnswer));

    public static void WriteLines(ScanReport report, TextWriter writer)
    {
        var answer = CheckAnswer.Of(report);
        foreach (var finding in answer.Findings)
            writer.WriteLine(JsonSerializer.Serialize(finding, OneLine.FindingAnswer));
        var summary = new ScanSummary(answer.Verdict, answer.Complete, answer.Findings.Count, answer.Parts, answer.RuleSet, answer.ElapsedMilliseconds);
        writer.WriteLine(JsonSerializer.Serialize(new SummaryLine(summary), OneLine.SummaryLine));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckAnswer))]
[JsonSerializable(typeof(SummaryLine))]
internal sealed partial class ScanJson : JsonSerializerContext;

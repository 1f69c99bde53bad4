using System.Reflection;
using System.Text.Json;
using Dlp.Engine;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Scanning;

/// <summary>A scan as SARIF 2.1.0 (OASIS), for code scanners and editors.</summary>
/// <remarks>
/// No snippets and no fingerprints: a snippet is the value, and a hash without a key can be guessed. Offsets of an attachment count in the text that <c>dlp extract</c> prints; what stands
/// in its name has no region.
/// </remarks>
internal static class SarifReport
{
    public static void Write(ScanReport report, TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Wire.Indented))
            Write(report, json);
        writer.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(ScanReport report, Utf8JsonWriter json)
    {
        var rules = report.Result.Findings.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules, report);
        json.WriteString("language", Wire.Name(report.Language));
        json.WriteString("columnKind", "utf16CodeUnits");
        WriteInvocation(json, report);
        json.WriteStartArray("results");
        foreach (var finding in report.Result.Findings)
            WriteResult(json, report, finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id));
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("verdict", Wire.Name(report.Result.Verdict));
        json.WriteBoolean("complete", report.Result.Complete);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<Rule> rules, ScanReport report)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "dlp");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(json, rule, report.Language);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("ruleSet", report.RuleSet.Hash);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule, Language language)
    {
        var definition = rule.Definition;
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", definition.Title.In(language));
        WriteText(json, "fullDescription", definition.Message.In(language));
        WriteText(json, "help", HelpOf(definition, language));
        if (definition.References.FirstOrDefault(reference => Uri.IsWellFormedUriString(reference, UriKind.Absolute)) is { } reference)
            json.WriteString("helpUri", reference);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", definition.Severity switch { Severity.Low => "note", Severity.Medium => "warning", _ => "error" });
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("infoType", rule.InfoType);
        json.WriteString("severity", Wire.Name(definition.Severity));
        json.WriteNumber("version", definition.Version);
        json.WriteStartArray("tags");
        json.WriteStringValue(Wire.Name(rule.Category));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string HelpOf(RuleDefinition rule, Language language)
    {
        var words = new ScanWords(language);
        var lines = new List<string> { rule.Message.In(language), $"{words.Instead} {rule.Replacement.In(language)}" };
        lines.AddRange(rule.FalsePositives.Select(known => $"{words.KnownFalsePositive} {known}"));
        return string.Join('\n', lines);
    }

    private static void WriteInvocation(Utf8JsonWriter json, ScanReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", value: true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var part in report.Result.Incomplete)
        {
            json.WriteStartObject();
            json.WriteString("level", LevelOf(part.Verdict));
            WriteText(json, "message", $"{part.Name}: {Wire.Name(part.Status)}. {part.Detail?.In(report.Language)}");
            json.WriteStartArray("locations");
            json.WriteStartObject();
            WriteFile(json, report, part.Name, finding: null);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, ScanReport report, Finding finding, int ruleIndex)
    {
        var rule = finding.Rule;
        json.WriteStartObject();
        json.WriteString("ruleId", rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", LevelOf(finding.Verdict));
        WriteText(json, "message", finding.MessageIn(report.Language));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WriteFile(json, report, finding.Part, finding);
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", finding.Part);
        if (finding.Location is { } location)
            json.WriteString("fullyQualifiedName", $"{finding.Part}, {location.In(report.Language)}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("infoType", rule.InfoType);
        json.WriteString("severity", Wire.Name(rule.Severity));
        json.WriteString("confidence", Wire.Name(finding.Confidence));
        json.WriteString("verdict", Wire.Name(finding.Verdict));
        if (finding.Encoding is { } encoding)
            json.WriteString("encoding", Wire.Name(encoding));
        json.WriteString("preview", finding.Preview);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, ScanReport report, string part, Finding? finding)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(report.Paths.GetValueOrDefault(part) ?? part));
        json.WriteEndObject();
        if (finding is { InName: false })
            WriteRegion(json, report, finding);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, ScanReport report, Finding finding)
    {
        var (startLine, startColumn) = report.PositionOf(finding.Part, finding.Span.Start);
        var (endLine, endColumn) = report.PositionOf(finding.Part, finding.Span.End);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", startLine);
        json.WriteNumber("startColumn", startColumn);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
        json.WriteNumber("charOffset", finding.Span.Start);
        json.WriteNumber("charLength", finding.Span.Length);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Verdict verdict) => verdict switch { Verdict.Allow => "note", Verdict.Warn => "warning", _ => "error" };

    /// <summary>A relative reference for a relative path, a <c>file:</c> URI for a full one.</summary>
    private static string UriOf(string path) => Path.IsPathFullyQualified(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/', Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
}

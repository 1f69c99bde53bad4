using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dlp.Cli.Measuring;

/// <summary>A measurement for programs. Shares are 0 to 1, null where nothing was counted.</summary>
internal static class MeasureJsonReport
{
    private static readonly MeasureJson Indented = new(new JsonSerializerOptions(MeasureJson.Default.Options) { WriteIndented = true, Encoder = Wire.Encoder });

    public static void Write(MeasuredCorpus corpus, MeasureSettings settings, TextWriter writer) =>
        writer.WriteLine(JsonSerializer.Serialize(new MeasureAnswer(settings, corpus), Indented.MeasureAnswer));
}

internal sealed record MeasureAnswer(MeasureSettings Settings, MeasuredCorpus Corpus);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MeasureAnswer))]
internal sealed partial class MeasureJson : JsonSerializerContext;

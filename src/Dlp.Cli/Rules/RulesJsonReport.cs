using System.Text.Json;
using System.Text.Json.Serialization;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Rules;

/// <summary>The rules for programs.</summary>
internal static class RulesJsonReport
{
    private static readonly RulesJson Indented = new(new JsonSerializerOptions(RulesJson.Default.Options) { WriteIndented = true, Encoder = Wire.Encoder });

    public static void WriteCheck(RulesCheck check, RulesFolder folder, TextWriter writer) =>
        writer.WriteLine(JsonSerializer.Serialize(new CheckedRules(check.Rules, InFolder(check.Faults, folder), InFolder(check.Warnings, folder), check.Plans), Indented.CheckedRules));

    public static void WriteCatalogue(IReadOnlyList<CatalogueLine> catalogue, TextWriter writer) =>
        writer.WriteLine(JsonSerializer.Serialize(catalogue, Indented.IReadOnlyListCatalogueLine));

    public static void WriteNames(IReadOnlyList<string> names, TextWriter writer) =>
        writer.WriteLine(JsonSerializer.Serialize(names, Indented.IReadOnlyListString));

    private static IReadOnlyList<RuleFault> InFolder(IReadOnlyList<RuleFault> faults, RulesFolder folder) =>
        [.. faults.Select(fault => fault with { File = $"{folder.DisplayName}/{fault.File}" })];
}

internal sealed record CheckedRules(int Rules, IReadOnlyList<RuleFault> Faults, IReadOnlyList<RuleFault> Warnings, IReadOnlyList<DetectorPlan> Plans);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckedRules))]
[JsonSerializable(typeof(IReadOnlyList<CatalogueLine>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class RulesJson : JsonSerializerContext;

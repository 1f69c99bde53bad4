using System.Text.Json;
using System.Text.Json.Serialization;
using Dlp.Api.Adapters;
using Dlp.Api.Checks;
using Dlp.Api.Health;
using Dlp.Api.Incidents;
using Dlp.Api.Presidio;
using Dlp.Api.Requests;
using Dlp.Api.Rules;
using Dlp.Engine.Decoding;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Dlp.Api;

/// <summary>The wire format: camelCase names, enums as camelCase words, numbers never as strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(CamelCase<AllowListMatch>), typeof(CamelCase<Audience>), typeof(CamelCase<Category>), typeof(CamelCase<CheckPurpose>), typeof(CamelCase<Confidence>),
        typeof(CamelCase<DraftPartKind>), typeof(CamelCase<Language>),
        typeof(CamelCase<LoweredConfidence>), typeof(CamelCase<Outcome>), typeof(CamelCase<PartStatus>), typeof(CamelCase<PeriodState>),
        typeof(CamelCase<RecognizerKind>), typeof(CamelCase<RuleStatus>),
        typeof(CamelCase<Severity>), typeof(CamelCase<TextEncoding>), typeof(CamelCase<TextView>), typeof(CamelCase<TraceStepKind>), typeof(CamelCase<Verdict>),
    ])]
[JsonSerializable(typeof(AdapterHealthRequest))]
[JsonSerializable(typeof(AdaptersResponse))]
[JsonSerializable(typeof(AnalyzeRequest))]
[JsonSerializable(typeof(IReadOnlyList<AnalyzeResult>))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyList<AnalyzeResult>>))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(InfoTypesResponse))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
[JsonSerializable(typeof(IReadOnlyList<RuleFault>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JustificationsResponse))]
[JsonSerializable(typeof(OutcomeRequest))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(RuleDetails))]
[JsonSerializable(typeof(RulesResponse))]
[JsonSerializable(typeof(RuleTestRequest))]
[JsonSerializable(typeof(RuleTestResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>An enum as a camelCase word.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

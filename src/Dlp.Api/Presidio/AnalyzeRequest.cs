using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dlp.Api.Presidio;

/// <summary>
/// The request of Microsoft Presidio's <c>/analyze</c>, as its REST documentation describes it (https://microsoft.github.io/presidio/api-docs/api-docs.html).
/// </summary>
internal sealed class AnalyzeRequest
{
    [Description("A text, or a list of texts.")]
    [JsonPropertyName("text")]
    public required JsonElement Text { get; init; }

    [Description("Language of the text. Detection does not depend on it.")]
    [JsonPropertyName("language")]
    public required string Language { get; init; }

    [Description("Leaves out results of lower score; 0 to 1.")]
    [JsonPropertyName("score_threshold")]
    public double? ScoreThreshold { get; init; }

    [Description("Only these entities; all when absent or empty.")]
    [JsonPropertyName("entities")]
    public IReadOnlyList<string>? Entities { get; init; }

    [Description("Whether each result explains itself.")]
    [JsonPropertyName("return_decision_process")]
    public bool? ReturnDecisionProcess { get; init; }

    [JsonPropertyName("ad_hoc_recognizers")]
    public IReadOnlyList<AdHocRecognizerRequest>? AdHocRecognizers { get; init; }

    [Description("Words that count as if they stood near every value, such as the name of a column.")]
    [JsonPropertyName("context")]
    public IReadOnlyList<string>? Context { get; init; }

    [Description("Values that are no results.")]
    [JsonPropertyName("allow_list")]
    public IReadOnlyList<string>? AllowList { get; init; }

    [Description("How allow_list is compared: exact (default) or regex.")]
    [JsonPropertyName("allow_list_match")]
    public AllowListMatch? AllowListMatch { get; init; }

    [Description("Python's flags for the regular expressions of this request: 2 ignore case, 8 multiline, 16 dot matches all. Default: all three.")]
    [JsonPropertyName("regex_flags")]
    public int? RegexFlags { get; init; }

    [Description("Accepted, and neither logged nor stored.")]
    [JsonPropertyName("correlation_id")]
    public string? CorrelationId { get; init; }
}

internal enum AllowListMatch
{
    Exact,
    Regex,
}

internal sealed class AdHocRecognizerRequest
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("supported_language")]
    public string? SupportedLanguage { get; init; }

    [JsonPropertyName("supported_entity")]
    public required string SupportedEntity { get; init; }

    [JsonPropertyName("patterns")]
    public IReadOnlyList<AdHocPatternRequest>? Patterns { get; init; }

    [JsonPropertyName("deny_list")]
    public IReadOnlyList<string>? DenyList { get; init; }

    [JsonPropertyName("deny_list_score")]
    public double? DenyListScore { get; init; }

    [JsonPropertyName("context")]
    public IReadOnlyList<string>? Context { get; init; }
}

internal sealed class AdHocPatternRequest
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("regex")]
    public required string Regex { get; init; }

    [JsonPropertyName("score")]
    public required double Score { get; init; }
}

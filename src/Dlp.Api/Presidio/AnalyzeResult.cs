using System.Text.Json.Serialization;

namespace Dlp.Api.Presidio;

/// <summary>One result in Presidio's form; offsets count Unicode code points, as Python does.</summary>
internal sealed record AnalyzeResult
{
    [JsonPropertyName("entity_type")]
    public required string EntityType { get; init; }

    [JsonPropertyName("start")]
    public required int Start { get; init; }

    [JsonPropertyName("end")]
    public required int End { get; init; }

    [JsonPropertyName("score")]
    public required double Score { get; init; }

    [JsonPropertyName("analysis_explanation")]
    public required AnalysisExplanation? AnalysisExplanation { get; init; }

    [JsonPropertyName("recognition_metadata")]
    public required RecognitionMetadata RecognitionMetadata { get; init; }
}

internal sealed record RecognitionMetadata(
    [property: JsonPropertyName("recognizer_name")] string RecognizerName,
    [property: JsonPropertyName("recognizer_identifier")] string RecognizerIdentifier);

/// <summary>How a result came about; absent pieces are null, as in Presidio.</summary>
internal sealed record AnalysisExplanation
{
    [JsonPropertyName("recognizer")]
    public required string Recognizer { get; init; }

    [JsonPropertyName("pattern_name")]
    public string? PatternName { get; init; }

    [JsonPropertyName("pattern")]
    public string? Pattern { get; init; }

    [JsonPropertyName("original_score")]
    public required double OriginalScore { get; init; }

    [JsonPropertyName("score")]
    public required double Score { get; init; }

    [JsonPropertyName("textual_explanation")]
    public string? TextualExplanation { get; init; }

    [JsonPropertyName("score_context_improvement")]
    public double ScoreContextImprovement { get; init; }

    [JsonPropertyName("supportive_context_word")]
    public string SupportiveContextWord { get; init; } = "";

    [JsonPropertyName("validation_result")]
    public bool? ValidationResult { get; init; }
}

/// <summary>A result before its offsets, still UTF-16, are counted in code points.</summary>
internal sealed record EntityHit(string Entity, TextSpan Span, double Score, AnalysisExplanation Explanation, RecognitionMetadata Recognizer);

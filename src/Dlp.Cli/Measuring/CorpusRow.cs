using System.Text.Json.Serialization;
using Dlp.Engine;

namespace Dlp.Cli.Measuring;

/// <summary>One labelled text, as written in a corpus: a JSON object on a line of its own.</summary>
internal sealed record CorpusRow
{
    /// <summary>The label of a row whose spans have labels of their own.</summary>
    public const string Multi = "multi";

    /// <summary>The kind of a row in which nothing is to be found.</summary>
    public const string Clean = "clean";

    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Label { get; init; }

    /// <summary><c>pii</c>, <c>id-number</c>, <c>secret</c> or <c>clean</c>.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>What is to be found; null in a positive row whose span is not known.</summary>
    public required IReadOnlyList<ExpectedSpan>? Expected { get; init; }

    /// <summary>Whether something of the label is to be found.</summary>
    public required bool Positive { get; init; }

    /// <summary>Id and size only: the text must not slip into a report.</summary>
    public override string ToString() => $"{Id}, {Text.Length} characters";
}

/// <summary>A span to be found, in Unicode code points, as Python counts.</summary>
internal sealed record ExpectedSpan
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Value { get; init; }

    /// <summary>Only in rows of label <c>multi</c>.</summary>
    public string? Label { get; init; }

    public override string ToString() => $"[{Start}, {End})";
}

/// <summary>A row that makes sense, with its spans in UTF-16 code units, as the engine counts.</summary>
/// <param name="Row">As written.</param>
/// <param name="Expectations">For each label of the row, what is to be found of it; null where the span is not known.</param>
internal sealed record LabelledText(CorpusRow Row, IReadOnlyList<Expectation> Expectations);

/// <summary>What a row says about one label.</summary>
/// <param name="Label">The source's own label.</param>
/// <param name="Positive">Whether something is to be found.</param>
/// <param name="Spans">Where; null when that is not known.</param>
internal sealed record Expectation(string Label, bool Positive, IReadOnlyList<TextSpan>? Spans);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CorpusRow))]
internal sealed partial class CorpusJson : JsonSerializerContext;

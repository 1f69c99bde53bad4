using System.Text.Json;
using Dlp.Engine;

namespace Dlp.Cli.Measuring;

/// <summary>Makes sense of a corpus line, or says why it makes none; never quotes the line.</summary>
internal static class CorpusParser
{
    private static readonly string[] Kinds = ["pii", "id-number", "secret", CorpusRow.Clean];

    /// <returns>The text, or what is wrong.</returns>
    public static (LabelledText? Text, string? Fault) Parse(string line)
    {
        CorpusRow? row;
        try
        {
            row = JsonSerializer.Deserialize(line, CorpusJson.Default.CorpusRow);
        }
        catch (JsonException e)
        {
            // Its message may quote the text; its position does not.
            return (null, $"no row at byte {e.BytePositionInLine ?? 0}: one JSON object with id, source, label, kind, text, expected and positive is needed, and nothing else on the line.");
        }
        catch (InvalidOperationException)
        {
            return (null, "a string holds half a surrogate pair, which is no text; write whole characters.");
        }

        return row is null ? (null, "is null; write a JSON object.") : Check(row);
    }

    private static (LabelledText?, string?) Check(CorpusRow row)
    {
        if (row.Id is null || row.Source is null || row.Label is null || row.Kind is null || row.Text is null)
            return (null, "id, source, label, kind and text must not be null.");
        if (!Kinds.Contains(row.Kind, StringComparer.Ordinal))
            return (null, $"an unknown kind; write one of {string.Join(", ", Kinds)}.");
        if (row.Positive && (row.Kind == CorpusRow.Clean || row.Expected is { Count: 0 }))
            return (null, "a positive row that expects nothing; name the spans, or write null when they are not known.");
        if (!row.Positive && row.Expected is not { Count: 0 })
            return (null, "a negative row that expects something; write [].");
        if (row.Label == CorpusRow.Multi && row.Expected?.Any(span => string.IsNullOrEmpty(span?.Label)) != false)
            return (null, "a row of label multi whose spans have no labels; give each its own.");

        var spans = new List<TextSpan>();
        foreach (var (span, number) in (row.Expected ?? []).Select((span, index) => (span, index + 1)))
        {
            if (span?.Value is null || CodePoints.ToUtf16(row.Text, span.Start, span.End) is not { } converted)
                return (null, $"span {number} does not lie in the text; count code points from 0, end exclusive.");
            if (!row.Text.AsSpan(converted.Start, converted.Length).SequenceEqual(span.Value))
                return (null, $"span {number} does not stand where its value stands; count code points, not bytes or UTF-16 units.");
            spans.Add(converted);
        }

        return (new LabelledText(row, ExpectationsOf(row, spans)), null);
    }

    private static IReadOnlyList<Expectation> ExpectationsOf(CorpusRow row, IReadOnlyList<TextSpan> spans) => row.Label == CorpusRow.Multi
        ? [.. row.Expected!.Zip(spans, (expected, span) => (expected.Label, Span: span)).GroupBy(pair => pair.Label!, pair => pair.Span, (label, all) => new Expectation(label, Positive: true, [.. all]))]
        : [new Expectation(row.Label, row.Positive, row.Expected is null ? null : spans)];
}

/// <summary>Offsets in code points, as Python counts, to offsets in UTF-16 code units, as C# counts.</summary>
internal static class CodePoints
{
    /// <returns>Null when the span does not lie in the text, or ends before it starts.</returns>
    public static TextSpan? ToUtf16(string text, int start, int end)
    {
        if (start < 0 || end < start || Advance(text, 0, start) is not { } first || Advance(text, first, end - start) is not { } last)
            return null;
        return new TextSpan(first, last);
    }

    private static int? Advance(string text, int offset, int codePoints)
    {
        for (; codePoints > 0; codePoints--)
        {
            if (offset >= text.Length)
                return null;
            offset += char.IsSurrogatePair(text, offset) ? 2 : 1;
        }

        return offset;
    }
}

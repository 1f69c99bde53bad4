using Dlp.Engine.Explanations;

namespace Dlp.Api.Presidio;

/// <summary>Our findings as Presidio's results.</summary>
internal static class EntityHits
{
    public static EntityHit Of(Finding finding, string entity, IReadOnlyList<string> requestContext)
    {
        var original = ScoreOf(finding.Confidence);
        var (word, score) = Raise(finding, original, requestContext);
        return new EntityHit(entity, finding.Span, score, new AnalysisExplanation
        {
            Recognizer = finding.Rule.Id,
            OriginalScore = original,
            Score = score,
            ScoreContextImprovement = score - original,
            SupportiveContextWord = word,
            TextualExplanation = finding.Trace is { } trace ? string.Join("; ", trace.Select(step => $"{WireFormat.Word(step.Step)}: {step.Detail}")) : null,
            ValidationResult = finding.Trace?.Any(step => step.Step == TraceStepKind.Validated) == true ? true : null,
        }, new RecognitionMetadata(finding.Rule.Id, $"{finding.Rule.Id}@{finding.Rule.Version}"));
    }

    /// <summary>Drops what lies within a result of the same entity and at least its score.</summary>
    public static IReadOnlyList<EntityHit> WithoutDuplicates(IReadOnlyList<EntityHit> hits) =>
        [.. hits.GroupBy(hit => hit.Entity, StringComparer.Ordinal).SelectMany(Uncovered).OrderBy(hit => hit.Span).ThenBy(hit => hit.Entity, StringComparer.Ordinal)];

    /// <summary>Of one entity. A pattern of the request may give a result for each character of a long text, so none is compared with all others.</summary>
    private static IEnumerable<EntityHit> Uncovered(IEnumerable<EntityHit> hits)
    {
        // Best first, so that whatever covers a result with a higher score was kept before it.
        var best = hits.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Span.Length).ThenBy(hit => hit.Span).ToList();
        var starts = best.Select(hit => hit.Span.Start).Distinct().Order().ToArray();
        // A Fenwick tree: the farthest end of those kept that start at most at a place, by the rank of that place.
        var farthest = new int[starts.Length + 1];
        foreach (var hit in best)
        {
            var rank = Array.BinarySearch(starts, hit.Span.Start) + 1;
            var end = -1;
            for (var at = rank; at > 0; at -= at & -at)
                end = Math.Max(end, farthest[at]);
            if (end >= hit.Span.End)
                continue;
            for (var at = rank; at < farthest.Length; at += at & -at)
                farthest[at] = Math.Max(farthest[at], hit.Span.End);
            yield return hit;
        }
    }

    /// <summary>The request's context counts as words near by: a hotword of the rule among them raises as it would in the text.</summary>
    private static (string Word, double Score) Raise(Finding finding, double original, IReadOnlyList<string> requestContext)
    {
        var raise = finding.Rule.Definition.Hotwords
            .Where(hotword => hotword.RaisesTo is { } confidence && ScoreOf(confidence) > original)
            .OrderByDescending(hotword => hotword.RaisesTo)
            .Select(hotword => (hotword.RaisesTo, Words: hotword.Words.En.Concat(hotword.Words.Fr).Concat(hotword.Words.Other)))
            .Select(hotword => (hotword.RaisesTo, Word: hotword.Words.FirstOrDefault(word => requestContext.Contains(word, StringComparer.OrdinalIgnoreCase))))
            .FirstOrDefault(hotword => hotword.Word is not null);
        return raise is { Word: { } found, RaisesTo: { } to } ? (found, ScoreOf(to)) : ("", original);
    }

    private static double ScoreOf(Confidence confidence) => confidence switch
    {
        Confidence.High => 0.9,
        Confidence.Medium => 0.6,
        _ => 0.3,
    };
}

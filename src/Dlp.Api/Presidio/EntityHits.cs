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
    public static IReadOnlyList<EntityHit> WithoutDuplicates(IReadOnlyList<EntityHit> hits)
    {
        var kept = new List<EntityHit>();
        foreach (var entity in hits.GroupBy(hit => hit.Entity, StringComparer.Ordinal))
        {
            // Best first, so that whatever covers a result with a higher score was kept before it.
            var best = new List<EntityHit>();
            foreach (var hit in entity.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Span.Length).ThenBy(hit => hit.Span))
            {
                if (!best.Exists(better => better.Span.Contains(hit.Span)))
                    best.Add(hit);
            }

            kept.AddRange(best);
        }

        return [.. kept.OrderBy(hit => hit.Span).ThenBy(hit => hit.Entity, StringComparer.Ordinal)];
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

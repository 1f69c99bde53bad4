using System.Globalization;
using System.Text.RegularExpressions;

namespace Dlp.Api.Presidio;

/// <summary>A recognizer that lives as long as its request: patterns that run in linear time whatever the text, and lists of words.</summary>
internal sealed class AdHocRecognizer
{
    // Presidio's documented enhancement: a context word near by adds 0.35, and makes the score 0.4 at least.
    private const double ContextBonus = 0.35;
    private const double ContextMinimum = 0.4;

    /// <summary>How far a context word may stand from the value, in UTF-16 code units; Presidio counts five words.</summary>
    private const int ContextReach = 40;

    private readonly IReadOnlyList<(string Name, Regex Pattern, double Score)> _patterns;
    private readonly AdHocRecognizerRequest _asked;
    private readonly RecognitionMetadata _metadata;

    public AdHocRecognizer(AdHocRecognizerRequest asked, IReadOnlyList<(string Name, Regex Pattern, double Score)> patterns)
    {
        _asked = asked;
        _patterns = patterns;
        var name = asked.Name is { Length: > 0 } given ? given : "PatternRecognizer";
        _metadata = new RecognitionMetadata(name, name);
    }

    public IEnumerable<EntityHit> Find(string text, IReadOnlyList<string> requestContext)
    {
        foreach (var (name, pattern, score) in _patterns)
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                if (match.Length > 0)
                    yield return Hit(text, new TextSpan(match.Index, match.Index + match.Length), name, pattern.ToString(), score, requestContext);
            }
        }

        foreach (var word in _asked.DenyList ?? [])
        {
            foreach (var span in Words(text, word))
                yield return Hit(text, span, "deny_list", null, _asked.DenyListScore ?? 1, requestContext);
        }
    }

    private EntityHit Hit(string text, TextSpan span, string patternName, string? pattern, double original, IReadOnlyList<string> requestContext)
    {
        var near = (_asked.Context ?? []).FirstOrDefault(word => requestContext.Contains(word, StringComparer.OrdinalIgnoreCase) || IsNear(text, span, word));
        var score = near is null ? original : Math.Min(1, Math.Max(original + ContextBonus, ContextMinimum));
        return new EntityHit(_asked.SupportedEntity, span, score, new AnalysisExplanation
        {
            Recognizer = _metadata.RecognizerName,
            PatternName = patternName,
            Pattern = pattern,
            OriginalScore = original,
            Score = score,
            ScoreContextImprovement = score - original,
            SupportiveContextWord = near ?? "",
        }, _metadata);
    }

    private static bool IsNear(string text, TextSpan span, string word)
    {
        var before = text[Math.Max(0, span.Start - ContextReach)..span.Start];
        var after = text[span.End..Math.Min(text.Length, span.End + ContextReach)];
        return Words(before, word).Concat(Words(after, word)).Any();
    }

    /// <summary>Where a word stands on its own, whatever its case.</summary>
    private static IEnumerable<TextSpan> Words(string text, string word)
    {
        if (word.Length == 0)
            yield break;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            var starts = at == 0 || !IsWord(text[at - 1]) || !IsWord(text[at]);
            var ends = end == text.Length || !IsWord(text[end]) || !IsWord(text[end - 1]);
            if (starts && ends)
                yield return new TextSpan(at, end);
        }
    }

    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.ConnectorPunctuation;
}

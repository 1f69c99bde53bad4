using System.Text.Json;
using System.Text.RegularExpressions;
using Dlp.Api.Requests;
using Dlp.Api.Rules;

namespace Dlp.Api.Presidio;

/// <summary>A request to analyze, understood: what to look for and what to leave out.</summary>
internal sealed partial class Analysis
{
    private readonly EntityNames _names;
    private readonly LoadedRules _rules;
    private readonly AnalyzeRequest _request;
    private readonly DateTimeOffset _now;
    private readonly List<AdHocRecognizer> _recognizers = [];
    private readonly List<Regex> _allowPatterns = [];

    private Analysis(AnalyzeRequest request, LoadedRules rules, DateTimeOffset now)
    {
        (_request, _rules, _now) = (request, rules, now);
        _names = new EntityNames(rules.RuleSet);
    }

    /// <summary>Whether many texts were sent; the answer is then a list of lists.</summary>
    public bool IsBatch => _request.Text.ValueKind == JsonValueKind.Array;

    public IEnumerable<string> Texts => IsBatch ? _request.Text.EnumerateArray().Select(JsonText.Of) : [JsonText.Of(_request.Text)];

    public static (Analysis Analysis, IReadOnlyList<Fault> Faults) Of(AnalyzeRequest request, LoadedRules rules, DateTimeOffset now)
    {
        var analysis = new Analysis(request, rules, now);
        return (analysis, [.. analysis.Prepare()]);
    }

    /// <summary>The results of one text, in order of position.</summary>
    /// <exception cref="RegexMatchTimeoutException">A pattern of the request took too long.</exception>
    public IReadOnlyList<AnalyzeResult> Run(string text)
    {
        var threshold = _request.ScoreThreshold ?? 0;
        var hits = Hits(text)
            .Where(hit => hit.Score >= threshold)
            .Where(hit => _request.Entities is null or [] || _request.Entities.Contains(hit.Entity, StringComparer.Ordinal))
            .Where(hit => !IsAllowed(text[hit.Span.Start..hit.Span.End]))
            .ToList();
        var points = new CodePoints(text);
        return [.. EntityHits.WithoutDuplicates(hits).Select(hit => new AnalyzeResult
        {
            EntityType = hit.Entity,
            Start = points.Before(hit.Span.Start),
            End = points.Before(hit.Span.End),
            Score = hit.Score,
            AnalysisExplanation = _request.ReturnDecisionProcess == true ? hit.Explanation : null,
            RecognitionMetadata = hit.Recognizer,
        })];
    }

    private IEnumerable<EntityHit> Hits(string text)
    {
        var context = _request.Context ?? [];
        var options = new ScanOptions { PublishAt = _now, MinimumConfidence = Confidence.Low, Redact = false, Trace = _request.ReturnDecisionProcess == true };
        return _rules.Scanner.Scan(Draft.FromText(text), options).Findings
            .Select(finding => EntityHits.Of(finding, _names.EntityOf(finding.Rule.InfoType), context))
            .Concat(_recognizers.SelectMany(recognizer => recognizer.Find(text, context)));
    }

    private bool IsAllowed(string value) =>
        _request.AllowListMatch == AllowListMatch.Regex
            ? _allowPatterns.Exists(pattern => pattern.IsMatch(value))
            : _request.AllowList?.Contains(value, StringComparer.Ordinal) == true;

    /// <summary>Compiles what the request brings along and reports every fault of it.</summary>
    private IEnumerable<Fault> Prepare()
    {
        if (_request.Text.ValueKind != JsonValueKind.String && (!IsBatch || _request.Text.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)))
            yield return new("$.text", "must be a string, or a list of strings.");
        if (string.IsNullOrWhiteSpace(_request.Language))
            yield return new("$.language", "is empty; name the language, such as en.");
        if (_request.ScoreThreshold is < 0 or > 1)
            yield return new("$.score_threshold", "must be from 0 to 1.");
        foreach (var fault in PrepareRecognizers().Concat(PrepareAllowList()).Concat(EntityFaults()))
            yield return fault;
    }

    private IEnumerable<Fault> PrepareRecognizers()
    {
        foreach (var (asked, index) in (_request.AdHocRecognizers ?? []).Select((asked, index) => (asked, index)))
        {
            var path = $"$.ad_hoc_recognizers[{index}]";
            if (asked is { Patterns: null or [], DenyList: null or [] })
                yield return new(path, "must have `patterns` or `deny_list`.");
            if (asked.DenyListScore is < 0 or > 1)
                yield return new($"{path}.deny_list_score", "must be from 0 to 1.");
            var patterns = new List<(string, Regex, double)>();
            foreach (var (pattern, number) in (asked.Patterns ?? []).Select((pattern, number) => (pattern, number)))
            {
                if (pattern.Score is < 0 or > 1)
                    yield return new($"{path}.patterns[{number}].score", "must be from 0 to 1.");
                var (regex, fault) = LinearRegex.Compile(pattern.Regex, _request.RegexFlags);
                if (fault is not null)
                    yield return new($"{path}.patterns[{number}].regex", fault);
                else
                    patterns.Add((pattern.Name ?? "", regex!, pattern.Score));
            }

            _recognizers.Add(new AdHocRecognizer(asked, patterns));
        }
    }

    private IEnumerable<Fault> PrepareAllowList()
    {
        if (_request.AllowListMatch != AllowListMatch.Regex)
            yield break;
        foreach (var (pattern, index) in (_request.AllowList ?? []).Select((pattern, index) => (pattern, index)))
        {
            var (regex, fault) = LinearRegex.Compile(pattern, _request.RegexFlags);
            if (fault is not null)
                yield return new($"$.allow_list[{index}]", fault);
            else
                _allowPatterns.Add(regex!);
        }
    }

    private IEnumerable<Fault> EntityFaults()
    {
        var adHoc = (_request.AdHocRecognizers ?? []).Select(recognizer => recognizer.SupportedEntity).ToHashSet(StringComparer.Ordinal);
        return (_request.Entities ?? []).Select((entity, index) => (entity, index))
            .Where(asked => !adHoc.Contains(asked.entity) && !_names.Knows(asked.entity))
            .Select(asked => (asked.index, Named: EntityPattern().IsMatch(asked.entity) ? $"'{asked.entity}' " : ""))
            .Select(asked => new Fault(
                $"$.entities[{asked.index}]", $"{asked.Named}is no entity that is known here. GET /presidio/supportedentities lists them."));
    }

    [GeneratedRegex("^[A-Z][A-Z_]{0,63}$")]
    private static partial Regex EntityPattern();
}

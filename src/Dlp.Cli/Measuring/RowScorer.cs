using System.Collections.Frozen;
using Dlp.Engine;

namespace Dlp.Cli.Measuring;

/// <summary>What is asked of the scanner for a row.</summary>
internal enum Asking
{
    /// <summary>The mapped info types for personal data and numbers, everything for secrets; everything for clean rows, as always.</summary>
    Auto,

    /// <summary>The mapped info types.</summary>
    Mapped,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>Scans rows and scores them; thread-safe.</summary>
internal sealed class RowScorer(DraftScanner scanner, LabelMap labels, Asking asking, Confidence minimumConfidence, bool withShadow, TimeProvider clock)
{
    /// <summary>The instant of the rules' own examples, so that a measurement can be repeated.</summary>
    private static readonly DateTimeOffset PublishAt = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public RowScore Score(LabelledText text)
    {
        var isClean = text.Row.Kind == CorpusRow.Clean;
        var mapped = isClean ? [] : text.Expectations.Select(expectation => (Expectation: expectation, InfoTypes: labels.InfoTypesOf(text.Row.Kind, expectation.Label))).ToList();
        var supported = mapped.Where(label => label.InfoTypes.Count > 0).ToList();
        var unsupported = mapped.Where(label => label.InfoTypes.Count == 0).Select(label => label.Expectation.Label).ToList();
        if (!isClean && supported.Count == 0)
            return new RowScore { Row = text.Row, Tallies = [], Unsupported = unsupported };

        var asksAll = isClean || asking == Asking.All || (asking == Asking.Auto && text.Row.Kind == "secret");
        var options = new ScanOptions
        {
            PublishAt = PublishAt,
            MinimumConfidence = minimumConfidence,
            Redact = false,
            InfoTypes = asksAll ? null : supported.SelectMany(label => label.InfoTypes).ToFrozenSet(StringComparer.Ordinal),
        };
        var start = clock.GetTimestamp();
        var result = scanner.Scan(Draft.FromText(text.Row.Text), options);
        var elapsed = clock.GetElapsedTime(start);

        // Below the asked confidence a finding is listed for its verdict alone.
        var findings = (withShadow ? result.Findings.Concat(result.ShadowFindings) : result.Findings).Where(finding => finding.Confidence >= minimumConfidence).ToList();
        bool Explained(Finding finding) =>
            supported.Exists(label => label.InfoTypes.Contains(finding.Rule.InfoType) && label.Expectation.Spans?.Any(finding.Span.Overlaps) == true);
        return new RowScore
        {
            Row = text.Row,
            Tallies = [.. supported.Select(label => (label.Expectation.Label, RowScore.Count(label.Expectation, label.InfoTypes, findings, Explained)))],
            Unsupported = unsupported,
            Flagged = result.Verdict != Engine.Policies.Verdict.Allow,
            InfoTypes = [.. findings.Select(finding => finding.Rule.InfoType).Distinct(StringComparer.Ordinal)],
            Elapsed = elapsed,
        };
    }
}

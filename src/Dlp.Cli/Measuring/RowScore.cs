using System.Collections.Frozen;
using Dlp.Engine;

namespace Dlp.Cli.Measuring;

/// <summary>What one scan says about one row.</summary>
internal sealed record RowScore
{
    public required CorpusRow Row { get; init; }

    /// <summary>Counts by label, of the labels that a loaded rule maps to.</summary>
    public required IReadOnlyList<(string Label, Tally Tally)> Tallies { get; init; }

    /// <summary>Labels that no loaded rule maps to.</summary>
    public required IReadOnlyList<string> Unsupported { get; init; }

    /// <summary>Whether the verdict was other than <c>allow</c>; counts for clean rows only.</summary>
    public bool Flagged { get; init; }

    /// <summary>Info types found, at the asked confidence; counts for clean rows only.</summary>
    public IReadOnlyList<string> InfoTypes { get; init; } = [];

    /// <summary>Time of the scan; null when the row was not scanned, since no rule speaks of any label of it.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>What went wrong, for each label: <c>missed</c>, <c>accepted</c> (a negative), <c>extra</c>, <c>flagged</c> or, in a clean text that is not, <c>found</c>.</summary>
    public IEnumerable<(string Label, string What)> Misses
    {
        get
        {
            if (Row.Kind == CorpusRow.Clean && (Flagged || InfoTypes.Count > 0))
                yield return (Row.Label, Flagged ? "flagged" : "found");
            foreach (var (label, tally) in Tallies)
            {
                if (tally.Found < tally.Positives)
                    yield return (label, "missed");
                if (tally.Refused < tally.Negatives)
                    yield return (label, "accepted");
                else if (tally.FalseFindings > 0)
                    yield return (label, "extra");
            }
        }
    }

    /// <summary>Counts one label of a row.</summary>
    /// <param name="expectation">What the row says of the label.</param>
    /// <param name="infoTypes">What the label stands for.</param>
    /// <param name="findings">What was found in the row, of any info type.</param>
    /// <param name="explained">Whether any label of the row accounts for a finding.</param>
    public static Tally Count(Expectation expectation, FrozenSet<string> infoTypes, IReadOnlyList<Finding> findings, Func<Finding, bool> explained)
    {
        var found = findings.Where(finding => infoTypes.Contains(finding.Rule.InfoType)).ToList();
        if (!expectation.Positive)
            return new Tally { Rows = 1, Negatives = 1, Refused = found.Count == 0 ? 1 : 0, FalseFindings = found.Count };

        // Nothing can be said of the findings when it is not known where they should stand.
        if (expectation.Spans is not { } spans)
            return new Tally { Rows = 1, Positives = 1, Found = found.Count > 0 ? 1 : 0 };
        var hits = spans.Count(span => found.Exists(finding => finding.Span.Overlaps(span)));
        return new Tally
        {
            Rows = 1,
            Positives = spans.Count,
            Found = hits,
            FoundKnown = hits,
            Exact = spans.Count(span => found.Exists(finding => finding.Span == span)),
            TrueFindings = found.Count(finding => spans.Any(finding.Span.Overlaps)),
            FalseFindings = found.Count(finding => !explained(finding)),
        };
    }
}

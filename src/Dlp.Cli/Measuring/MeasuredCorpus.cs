namespace Dlp.Cli.Measuring;

/// <summary>What a measurement gave, ready to be written.</summary>
internal sealed record MeasuredCorpus
{
    public required IReadOnlyList<MacroAverage> Sources { get; init; }

    public required IReadOnlyList<MacroAverage> Kinds { get; init; }

    public required IReadOnlyList<MeasuredLabel> Labels { get; init; }

    public required IReadOnlyList<UnsupportedLabel> Unsupported { get; init; }

    public required IReadOnlyList<CleanTally> Clean { get; init; }

    public required IReadOnlyList<CleanInfoType> CleanInfoTypes { get; init; }

    public required ScanTime Time { get; init; }
}

/// <summary>A label of a source.</summary>
internal readonly record struct LabelKey(string Source, string Kind, string Label)
{
    public static readonly Comparer<LabelKey> Alphabetical = Comparer<LabelKey>.Create((left, right) =>
        string.CompareOrdinal(left.Source, right.Source) is var bySource and not 0 ? bySource
        : string.CompareOrdinal(left.Kind, right.Kind) is var byKind and not 0 ? byKind
        : string.CompareOrdinal(left.Label, right.Label));
}

/// <summary>Counts of a label.</summary>
internal sealed record MeasuredLabel(LabelKey Key, Tally Tally);

/// <summary>A label that no loaded rule maps to, which is therefore not measured.</summary>
/// <param name="Key">The label.</param>
/// <param name="Rows">Rows that have it.</param>
internal sealed record UnsupportedLabel(LabelKey Key, int Rows);

/// <summary>Averages over labels, each counting once, however many rows it has; null where no label has the figure.</summary>
internal sealed record MacroAverage(string? Source, string Kind, int Labels, int Rows, double? Recall, double? Refusals, double? Precision, double? ExactSpans, int UnsupportedLabels, int UnsupportedRows)
{
    /// <summary>The averages of a kind, in one source or, without one, in all.</summary>
    public static MacroAverage Of(string? source, string kind, IEnumerable<MeasuredLabel> labels, IEnumerable<UnsupportedLabel> unsupported)
    {
        bool Counts(LabelKey key) => key.Kind == kind && (source is null || key.Source == source);
        var tallies = labels.Where(label => Counts(label.Key)).Select(label => label.Tally).ToList();
        var left = unsupported.Where(label => Counts(label.Key)).ToList();
        return new MacroAverage(
            source,
            kind,
            tallies.Count,
            tallies.Sum(tally => tally.Rows),
            tallies.Average(tally => tally.Recall),
            tallies.Average(tally => tally.Refusals),
            tallies.Average(tally => tally.Precision),
            tallies.Average(tally => tally.ExactSpans),
            left.Count,
            left.Sum(label => label.Rows));
    }
}

/// <summary>Texts of a source in which nothing is to be found.</summary>
/// <param name="Source">The source.</param>
/// <param name="Texts">How many.</param>
/// <param name="Flagged">Of these, those with a verdict other than <c>allow</c>.</param>
/// <param name="WithFinding">Of these, those with a finding of the asked confidence.</param>
internal sealed record CleanTally(string Source, int Texts, int Flagged, int WithFinding);

/// <summary>An info type found in clean texts.</summary>
/// <param name="InfoType">What was found.</param>
/// <param name="Texts">In how many texts.</param>
/// <param name="FlaggedTexts">How many of these had a verdict other than <c>allow</c>, for whatever finding.</param>
internal sealed record CleanInfoType(string InfoType, int Texts, int FlaggedTexts);

/// <summary>Time of the scans, reading of the corpus not included; on a machine that does other things too, so for information.</summary>
internal sealed record ScanTime(int Texts, double MeanMilliseconds, double MedianMilliseconds, double Percentile99Milliseconds, double MegabytesPerSecond)
{
    public static ScanTime Of(IReadOnlyCollection<double> milliseconds, long bytes)
    {
        if (milliseconds.Count == 0)
            return new ScanTime(0, 0, 0, 0, 0);
        var sorted = milliseconds.Order().ToArray();
        double Percentile(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        var total = sorted.Sum();
        return new ScanTime(sorted.Length, total / sorted.Length, Percentile(0.5), Percentile(0.99), total == 0 ? 0 : bytes / 1e6 / (total / 1e3));
    }
}

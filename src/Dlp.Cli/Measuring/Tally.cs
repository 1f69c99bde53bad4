namespace Dlp.Cli.Measuring;

/// <summary>Counts of one label. What is to be found is counted by span, what is to be left alone by row.</summary>
internal sealed record Tally
{
    public int Rows { get; init; }

    /// <summary>Spans to be found; a row whose span is not known counts as one.</summary>
    public int Positives { get; init; }

    /// <summary>Of these, those that a finding of a mapped info type overlaps.</summary>
    public int Found { get; init; }

    /// <summary>Of those found, the ones whose span is known.</summary>
    public int FoundKnown { get; init; }

    /// <summary>Of these, those whose span a finding has exactly.</summary>
    public int Exact { get; init; }

    /// <summary>Rows in which nothing of the label is to be found.</summary>
    public int Negatives { get; init; }

    /// <summary>Of these, those without a finding of a mapped info type.</summary>
    public int Refused { get; init; }

    /// <summary>Findings of a mapped info type that overlap what was to be found.</summary>
    public int TrueFindings { get; init; }

    /// <summary>Findings of a mapped info type that overlap nothing that was to be found.</summary>
    public int FalseFindings { get; init; }

    public double? Recall => Share(Found, Positives);

    public double? Refusals => Share(Refused, Negatives);

    public double? Precision => Share(TrueFindings, TrueFindings + FalseFindings);

    public double? ExactSpans => Share(Exact, FoundKnown);

    public static Tally operator +(Tally left, Tally right) => new()
    {
        Rows = left.Rows + right.Rows,
        Positives = left.Positives + right.Positives,
        Found = left.Found + right.Found,
        FoundKnown = left.FoundKnown + right.FoundKnown,
        Exact = left.Exact + right.Exact,
        Negatives = left.Negatives + right.Negatives,
        Refused = left.Refused + right.Refused,
        TrueFindings = left.TrueFindings + right.TrueFindings,
        FalseFindings = left.FalseFindings + right.FalseFindings,
    };

    /// <summary>Part over whole; null when there is no whole.</summary>
    public static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

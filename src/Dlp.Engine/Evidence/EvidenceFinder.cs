using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Finds the pieces of evidence of one window for composite rules; each kind is looked for once.</summary>
/// <param name="text">The window.</param>
/// <param name="candidates">Candidates of the window whose validators have accepted, whatever their confidence.</param>
/// <param name="publishedOn">The day of publishing.</param>
/// <param name="budget">What the scan may still spend.</param>
internal sealed class EvidenceFinder(WindowText text, IReadOnlyList<Candidate> candidates, DateOnly publishedOn, ScanBudget budget)
{
    private readonly Dictionary<EvidenceSource, List<TextSpan>> _cheap = [];

    // What composites of one window share: each form of a period is looked for once.
    private List<(TextSpan Place, PeriodState? State)> Periods => field ??= FiscalPeriodDetector.Find(text, publishedOn);

    /// <summary>Whether a piece that a model must be asked for may stand in the window: false only when it is sure that it does not.</summary>
    public bool MayFind(EvidenceSource costly) => text.MayHold(costly.Recognizer!.Value) || FindCheap(costly).Count > 0;

    /// <summary>Every place in the window of a piece that costs little to look for; the recognizers are left out.</summary>
    public List<TextSpan> FindCheap(EvidenceSource source)
    {
        if (_cheap.TryGetValue(source, out var known))
            return known;
        var found = new List<TextSpan>();
        foreach (var detector in source.Detectors)
        {
            foreach (var place in text.Places.Of(detector.Number))
                found.Add(place);
        }

        if (source.InfoType is { } infoType)
            found.AddRange(candidates.Where(candidate => candidate.Rule.InfoType == infoType).Select(candidate => candidate.NormalizedSpan));
        if (source.Periods.Count > 0)
            found.AddRange(Periods.Where(period => period.State is { } state && source.Periods.Contains(state)).Select(period => period.Place));
        found.Sort();
        return _cheap[source] = found;
    }

    /// <summary>Every place of a piece near a range of the normalised text, what the recognizers say included.</summary>
    public List<TextSpan> FindNear(EvidenceSource source, TextSpan range)
    {
        var cheap = FindCheap(source);
        var found = new List<TextSpan>();
        for (var i = FirstFrom(cheap, range.Start); i < cheap.Count && cheap[i].Start < range.End; i++)
        {
            if (cheap[i].End <= range.End)
                found.Add(cheap[i]);
        }

        if (source.Recognizer is { } kind)
        {
            found.AddRange(RecognizerSlices.Find(kind, text, range, budget).Where(range.Contains));
            found.Sort();
        }

        return found;
    }

    /// <summary>Whether a cheap piece stands near a range of the normalised text.</summary>
    public bool StandsNear(EvidenceSource source, TextSpan range)
    {
        var cheap = FindCheap(source);
        for (var i = FirstFrom(cheap, range.Start); i < cheap.Count && cheap[i].Start < range.End; i++)
        {
            if (cheap[i].End <= range.End)
                return true;
        }

        return false;
    }

    private static int FirstFrom(List<TextSpan> sorted, int start)
    {
        var index = sorted.BinarySearch(new TextSpan(start, start));
        return index < 0 ? ~index : index;
    }

    /// <summary>Length of the normalised text.</summary>
    public int Length => text.Normalized.Span.Length;
}

using Dlp.Engine.Explanations;

namespace Dlp.Engine.Scanning;

/// <summary>Of findings that cover the same text, keeps the most specific.</summary>
internal static class Overlaps
{
    /// <summary>The candidates that remain, in order of position. A dropped one says in its trace which rule took its place.</summary>
    /// <param name="candidates">Candidates of one passage.</param>
    /// <param name="dropped">Takes those that are dropped.</param>
    public static List<PlacedCandidate> Resolve(IEnumerable<PlacedCandidate> candidates, ICollection<PlacedCandidate> dropped)
    {
        var kept = new List<PlacedCandidate>();
        foreach (var layer in candidates.GroupBy(Layer))
        {
            foreach (var group in Touching(layer.OrderBy(candidate => candidate.Span)))
                ResolveGroup(group, kept, dropped);
        }

        kept.Sort((a, b) => a.Span.CompareTo(b.Span) is var bySpan and not 0 ? bySpan : string.CompareOrdinal(a.Candidate.Rule.Id, b.Candidate.Rule.Id));
        return kept;
    }

    // A topic of conversation and a number inside the sentence are two findings; and what is only recorded displaces nothing.
    private static (bool Topic, bool Recorded) Layer(PlacedCandidate candidate) =>
        (candidate.Candidate.Rule.Category == Category.Business, candidate.Candidate.Rule.Status != Rules.RuleStatus.Live);

    private static IEnumerable<List<PlacedCandidate>> Touching(IEnumerable<PlacedCandidate> sorted)
    {
        var group = new List<PlacedCandidate>();
        var end = 0;
        foreach (var candidate in sorted)
        {
            if (group.Count > 0 && candidate.Span.Start >= end)
            {
                yield return group;
                group = [];
                end = 0;
            }

            group.Add(candidate);
            end = Math.Max(end, candidate.Span.End);
        }

        if (group.Count > 0)
            yield return group;
    }

    private static void ResolveGroup(List<PlacedCandidate> group, List<PlacedCandidate> kept, ICollection<PlacedCandidate> dropped)
    {
        // Whose each character is: winners are found by place, since a hostile text can make one group of all its candidates.
        var winners = new List<PlacedCandidate>();
        var start = group[0].Span.Start;
        var owners = new int[group.Max(candidate => candidate.Span.End) - start];
        foreach (var candidate in group.OrderDescending(BySpecificity))
        {
            var covered = owners.AsSpan(candidate.Span.Start - start, candidate.Span.Length);
            if (covered.IndexOfAnyExcept(0) is >= 0 and var taken)
            {
                candidate.Candidate.Note(TraceStepKind.Overlapped, winners[covered[taken] - 1].Candidate.Rule.Id, null);
                dropped.Add(candidate);
            }
            else
            {
                winners.Add(candidate);
                covered.Fill(winners.Count);
            }
        }

        kept.AddRange(winners);
    }

    // Surer, then in the clear, then proven, then longer, then named, then graver; the id makes the order total.
    private static readonly Comparer<PlacedCandidate> BySpecificity = Comparer<PlacedCandidate>.Create(static (a, b) =>
        (a.Candidate.Confidence, a.Encoding is null, a.Candidate.Proven, a.Span.Length, a.Candidate.NamesService, a.Candidate.Rule.Severity).CompareTo(
            (b.Candidate.Confidence, b.Encoding is null, b.Candidate.Proven, b.Span.Length, b.Candidate.NamesService, b.Candidate.Rule.Severity)) is var order and not 0
            ? order
            : string.CompareOrdinal(b.Candidate.Rule.Id, a.Candidate.Rule.Id));
}

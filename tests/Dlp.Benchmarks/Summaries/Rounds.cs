namespace Dlp.Benchmarks.Summaries;

/// <summary>Measures contestants in turn, round after round, so that what disturbs the machine disturbs them all; the best round of each counts.</summary>
internal static class Rounds
{
    /// <summary>Microseconds of the best round of each contestant.</summary>
    public static double[] Best(int rounds, params IReadOnlyList<Action> contestants)
    {
        var best = new double[contestants.Count];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, contestant) in contestants.Index())
                best[index] = Math.Min(best[index], ThreadClock.Microseconds(contestant));
        }

        return best;
    }
}

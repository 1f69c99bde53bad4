using System.Numerics;

namespace Dlp.Documents.Images;

/// <summary>
/// Bars, that go on in the lines below as the stems of letters do not, and the beginning and end of PDF417, whose bars are too short for that. Upright ones are looked for in the rows of an image, lying ones in its columns.
/// </summary>
/// <param name="lines">How many lines there are.</param>
/// <param name="edgesOf">Gives the places in a line where black and white meet.</param>
internal sealed class BarLines(int lines, Action<int, List<int>> edgesOf)
{
    /// <summary>Every so many lines are looked at.</summary>
    public const int Step = 4;

    private const int LineBelow = 2;

    /// <summary>The shortest line of bars has 25 of them and of the spaces between (ISO/IEC 15417); blurred ones run together.</summary>
    private const int Bars = 18;
    private const int BarsBelow = Bars - 2;

    /// <summary>Bars are at least this part of as long as so many of them are wide; the stems of letters are not.</summary>
    private const int HeightOfWidth = 4;

    /// <summary>A line over the beginning of PDF417, and over its end, but for the last bar (ISO/IEC 15438, 5.3.1), in modules.</summary>
    private static readonly int[][] Guards = [[8, 1, 1, 1, 1, 1, 1, 3], [7, 1, 1, 3, 1, 1, 1, 2], [3, 1, 1, 1, 1, 1, 1, 8], [2, 1, 1, 1, 3, 1, 1, 7]];

    private const int GuardRuns = 8;

    private readonly Column _guards = new(enough: 3, slant: 2 * Step);
    private readonly Column _bars = new(enough: 2, slant: 32 * Step);
    private readonly List<int> _below = [];
    private readonly List<int> _further = [];

    /// <summary>Takes the edges of a line, the next by <see cref="Step"/>; whether there are bars on it and the lines before.</summary>
    public bool Take(int line, List<int> edges) => _guards.Take(line, GuardAt(edges)) || _bars.Take(line, BarsAt(line, edges));

    private int? BarsAt(int line, List<int> edges)
    {
        if (edges.Count < Bars || line + LineBelow >= lines)
            return null;
        edgesOf(line + LineBelow, _below);
        var known = -1;

        // Slanting bars go on a little to the left, or all of them a little to the right.
        ulong left = 0, right = 0;
        var at = 0;
        for (var i = 0; i < edges.Count; i++)
        {
            while (at < _below.Count && _below[at] < edges[i] - 1)
                at++;
            var (before, same, behind) = (false, false, false);
            for (var next = at; next < _below.Count && _below[next] <= edges[i] + 1; next++)
            {
                // Colours alternate, so that edges of one kind are even ones, and those of the other odd.
                if ((next + i) % 2 != 0)
                    continue;
                before |= _below[next] < edges[i];
                same |= _below[next] == edges[i];
                behind |= _below[next] > edges[i];
            }

            left = (left << 1) | (before || same ? 1u : 0u);
            right = (right << 1) | (same || behind ? 1u : 0u);
            if (i + 1 < Bars || !(AreBars(left) || AreBars(right)) || !IsEven(edges, i))
                continue;
            var further = line + ((edges[i] - edges[i - Bars + 1]) / HeightOfWidth);
            if (further >= lines)
                continue;
            if (further != known)
                edgesOf(known = further, _further);
            if (Persist(edges, i))
                return edges[i];
        }

        return null;
    }

    /// <summary>Whether the bars that end at an edge stand in a further line too, all of them shifted alike, as far as they may slant.</summary>
    private bool Persist(List<int> edges, int last)
    {
        int from = last - Bars + 1, most = (edges[last] - edges[from]) / (2 * HeightOfWidth);
        for (var shift = -most; shift <= most; shift++)
        {
            var (met, at) = (0, 0);
            for (var i = from; i <= last; i++)
            {
                var wanted = edges[i] + shift;
                while (at < _further.Count && _further[at] < wanted - 1)
                    at++;
                var next = at;
                while (next < _further.Count && _further[next] <= wanted + 1 && (next + i) % 2 != 0)
                    next++;
                met += next < _further.Count && _further[next] <= wanted + 1 ? 1 : 0;
            }

            if (met >= BarsBelow)
                return true;
        }

        return false;
    }

    private static int? GuardAt(List<int> edges)
    {
        for (var i = 0; i + GuardRuns < edges.Count; i++)
        {
            // The first bar of all is long, or the last where it stands on its head: most places are none by that.
            var first = (edges[i + 1] - edges[i]) > 3 * (edges[i + 2] - edges[i + 1]);
            var last = (edges[i + GuardRuns] - edges[i + GuardRuns - 1]) > 3 * (edges[i + GuardRuns - 1] - edges[i + GuardRuns - 2]);
            if ((first && (IsGuard(edges, Guards[0], i) || IsGuard(edges, Guards[1], i))) || (last && (IsGuard(edges, Guards[2], i) || IsGuard(edges, Guards[3], i))))
                return edges[i];
        }

        return null;
    }

    private static bool IsGuard(List<int> edges, int[] guard, int at)
    {
        const double modules = 17, mostOff = 0.6;
        var module = (edges[at + guard.Length] - edges[at]) / modules;
        for (var i = 0; i < guard.Length; i++)
        {
            if (Math.Abs(edges[at + i + 1] - edges[at + i] - (guard[i] * module)) > module * mostOff)
                return false;
        }

        return true;
    }

    private static bool AreBars(ulong met) => BitOperations.PopCount(met & ((1ul << Bars) - 1)) >= BarsBelow;

    /// <summary>Bars and spaces are at most four modules wide, the first of a row of PDF417 eight.</summary>
    private static bool IsEven(List<int> edges, int last)
    {
        int from = last - Bars + 1, length = edges[last] - edges[from];
        for (var i = from; i < last; i++)
        {
            if ((edges[i + 1] - edges[i]) * 4 > length)
                return false;
        }

        return true;
    }

    /// <summary>Lines one behind the other that show something at about the same place.</summary>
    /// <param name="enough">How many lines.</param>
    /// <param name="slant">How far from one to the next the place may be.</param>
    private sealed class Column(int enough, int slant)
    {
        private int _line;
        private int _place;
        private int _count;

        /// <summary>Takes where a line shows it, null when it does not; whether there are enough.</summary>
        public bool Take(int line, int? place)
        {
            if (place is not { } now)
                return false;
            _count = line - _line == Step && Math.Abs(now - _place) <= slant ? _count + 1 : 1;
            (_line, _place) = (line, now);
            return _count >= enough;
        }
    }
}

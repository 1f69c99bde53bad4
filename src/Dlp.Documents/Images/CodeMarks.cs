using System.Numerics;
using ZXing.Common;

namespace Dlp.Documents.Images;

/// <summary>
/// What every code has, looked for before anybody tries to read one, which takes ten times as long: the squares in the corners of a QR code (ISO/IEC 18004, 6.3.3), in
/// black and white on every line through them 1 : 1 : 3 : 1 : 1, and bars, that go on in the lines below. Most pages of text and drawings have neither.
/// </summary>
internal sealed class CodeMarks
{
    private const int LinesBetweenBars = 4;
    private const int LineBelow = 2;

    /// <summary>The shortest line of bars has 25 of them and of the spaces between (ISO/IEC 15417); blurred ones run together.</summary>
    private const int Bars = 18;
    private const int BarsBelow = Bars - 2;

    /// <summary>Bars are at least this part of as long as so many of them are wide; the stems of letters are not.</summary>
    private const int HeightOfWidth = 4;

    /// <summary>A line over the beginning of PDF417, and over its end, but for the last bar (ISO/IEC 15438, 5.3.1), in modules.</summary>
    private static readonly int[][] Guards = [[8, 1, 1, 1, 1, 1, 1, 3], [7, 1, 1, 3, 1, 1, 1, 2], [3, 1, 1, 1, 1, 1, 1, 8], [2, 1, 1, 1, 3, 1, 1, 7]];

    /// <summary>More places that look like a corner are not compared: something is there.</summary>
    private const int MostSquares = 60;

    private const int GuardRuns = 8;

    private readonly BitMatrix _image;
    private readonly List<Square> _squares = [];
    private readonly List<int> _further = [];
    private readonly Column _guards = new(enough: 3, slant: 2 * LinesBetweenBars);
    private readonly Column _bars = new(enough: 2, slant: 32 * LinesBetweenBars);
    private BitArray? _row;
    private readonly List<int> _edges = [];
    private readonly List<int> _below = [];

    private CodeMarks(BitMatrix image)
    {
        _image = image;
        for (var y = 0; y < image.Height && !(HasSquares && HasBars); y++)
            Look(y);
        if (!HasBars)
            LookDown();
    }

    /// <summary>Whether something looks like the square in the corner of a QR code.</summary>
    public bool HasSquares { get; private set; }

    /// <summary>Whether there are bars, upright or lying.</summary>
    public bool HasBars { get; private set; }

    /// <summary>Looks at all lines of an image, black or white.</summary>
    public static CodeMarks Of(BitMatrix image) => new(image);

    private void Look(int y)
    {
        Edges(y, _edges);
        if (!HasSquares)
            HasSquares = FindSquares(y);
        HasBars |= y % LinesBetweenBars == 0 && FindBars(y, _image.Height, Edges);
    }

    /// <summary>Adds what looks like a corner on a line; whether there are three that may belong together.</summary>
    private bool FindSquares(int y)
    {
        for (var i = 0; i + 5 < _edges.Count; i++)
        {
            var from = _edges[i];
            var x = (_edges[i + 2] + _edges[i + 3]) / 2;
            if (!IsFinder(_edges[i + 1] - from, _edges[i + 2] - _edges[i + 1], _edges[i + 3] - _edges[i + 2], _edges[i + 4] - _edges[i + 3], _edges[i + 5] - _edges[i + 4])
                || !IsFinderAcross(x, y))
                continue;
            var size = _edges[i + 5] - from;
            var known = _squares.FindIndex(square => Math.Abs(square.X - x) <= size / 4 && Math.Abs(square.Y - y) <= size / 2);
            if (known < 0)
                _squares.Add(new(x, y, size));
            else if (_squares[known].IsSeen)
                continue;
            else
                _squares[known] = _squares[known] with { IsSeen = true };
            if (known >= 0 && (_squares.Count > MostSquares || AreThree(_squares[known])))
                return true;
        }

        return false;
    }

    /// <summary>Whether two others lie as corners of one code do: as far away, on lines at a right angle, as large.</summary>
    private bool AreThree(Square corner)
    {
        for (var i = 0; i < _squares.Count; i++)
        {
            for (var j = i + 1; j < _squares.Count; j++)
            {
                Square a = _squares[i], b = _squares[j];
                if (a.IsSeen && b.IsSeen && a != corner && b != corner && (AreThree(corner, a, b) || AreThree(a, corner, b) || AreThree(b, a, corner)))
                    return true;
            }
        }

        return false;
    }

    private static bool AreThree(Square at, Square a, Square b)
    {
        double ax = a.X - at.X, ay = a.Y - at.Y, bx = b.X - at.X, by = b.Y - at.Y;
        double one = Math.Sqrt((ax * ax) + (ay * ay)), other = Math.Sqrt((bx * bx) + (by * by));
        int least = Math.Min(at.Size, Math.Min(a.Size, b.Size)), most = Math.Max(at.Size, Math.Max(a.Size, b.Size));
        return most <= (least * 1.6) + 3 && Math.Max(one, other) <= Math.Min(one, other) * 1.6 && Math.Abs((ax * bx) + (ay * by)) <= one * other * 0.5;
    }

    private bool IsFinderAcross(int x, int y)
    {
        var colour = _image[x, y];
        Span<int> runs = stackalloc int[5];
        var (up, down) = (y, y);
        for (; up >= 0 && _image[x, up] == colour; up--)
            runs[2]++;
        for (down++; down < _image.Height && _image[x, down] == colour; down++)
            runs[2]++;
        for (var (run, wanted) = (1, !colour); run >= 0; run--, wanted = !wanted)
        {
            for (; up >= 0 && _image[x, up] == wanted && runs[run] <= runs[2]; up--)
                runs[run]++;
        }

        for (var (run, wanted) = (3, !colour); run < 5; run++, wanted = !wanted)
        {
            for (; down < _image.Height && _image[x, down] == wanted && runs[run] <= runs[2]; down++)
                runs[run]++;
        }

        return IsFinder(runs[0], runs[1], runs[2], runs[3], runs[4]);
    }

    /// <summary>Whether runs stand to each other as in a corner, within half a module, as whoever reads codes demands.</summary>
    private static bool IsFinder(int a, int b, int c, int d, int e)
    {
        if (a == 0 || b == 0 || d == 0 || e == 0)
            return false;
        double module = (a + b + c + d + e) / 7.0, most = (module / 2) + 0.25;
        return Math.Abs(a - module) < most && Math.Abs(b - module) < most && Math.Abs(c - (3 * module)) < 3 * most && Math.Abs(d - module) < most && Math.Abs(e - module) < most;
    }

    /// <summary>Whether there are bars on a line, the edges of which are known.</summary>
    /// <param name="line">Which one.</param>
    /// <param name="lines">How many there are.</param>
    /// <param name="edgesOf">Gives the edges of a line.</param>
    private bool FindBars(int line, int lines, Action<int, List<int>> edgesOf)
    {
        if (_guards.Take(line, GuardAt()) || _bars.Take(line, BarsAt(line, lines, edgesOf)))
            return true;
        return false;
    }

    private int? BarsAt(int line, int lines, Action<int, List<int>> edgesOf)
    {
        if (_edges.Count < Bars || line + LineBelow >= lines)
            return null;
        edgesOf(line + LineBelow, _below);
        var known = -1;

        // Slanting bars go on a little to the left, or all of them a little to the right.
        ulong left = 0, right = 0;
        var at = 0;
        for (var i = 0; i < _edges.Count; i++)
        {
            while (at < _below.Count && _below[at] < _edges[i] - 1)
                at++;
            var (before, same, behind) = (false, false, false);
            for (var next = at; next < _below.Count && _below[next] <= _edges[i] + 1; next++)
            {
                // Colours alternate, so that edges of one kind are even ones, and those of the other odd.
                if ((next + i) % 2 != 0)
                    continue;
                before |= _below[next] < _edges[i];
                same |= _below[next] == _edges[i];
                behind |= _below[next] > _edges[i];
            }

            left = (left << 1) | (before || same ? 1u : 0u);
            right = (right << 1) | (same || behind ? 1u : 0u);
            if (i + 1 < Bars || !(AreBars(left) || AreBars(right)) || !IsEven(i))
                continue;
            var further = line + ((_edges[i] - _edges[i - Bars + 1]) / HeightOfWidth);
            if (further >= lines)
                continue;
            if (further != known)
                edgesOf(known = further, _further);
            if (Persist(i))
                return _edges[i];
        }

        return null;
    }

    /// <summary>Whether the bars that end at an edge stand in a further line too, all of them shifted alike, as far as they may slant.</summary>
    private bool Persist(int last)
    {
        int from = last - Bars + 1, most = (_edges[last] - _edges[from]) / (2 * HeightOfWidth);
        for (var shift = -most; shift <= most; shift++)
        {
            var (met, at) = (0, 0);
            for (var i = from; i <= last; i++)
            {
                var wanted = _edges[i] + shift;
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

    private int? GuardAt()
    {
        for (var i = 0; i + GuardRuns < _edges.Count; i++)
        {
            // The first bar of all is long, or the last where it stands on its head: most places are none by that.
            var first = (_edges[i + 1] - _edges[i]) > 3 * (_edges[i + 2] - _edges[i + 1]);
            var last = (_edges[i + GuardRuns] - _edges[i + GuardRuns - 1]) > 3 * (_edges[i + GuardRuns - 1] - _edges[i + GuardRuns - 2]);
            if ((first && (IsGuard(Guards[0], i) || IsGuard(Guards[1], i))) || (last && (IsGuard(Guards[2], i) || IsGuard(Guards[3], i))))
                return _edges[i];
        }

        return null;
    }

    private bool IsGuard(int[] guard, int at)
    {
        const double modules = 17, mostOff = 0.6;
        var module = (_edges[at + guard.Length] - _edges[at]) / modules;
        for (var i = 0; i < guard.Length; i++)
        {
            if (Math.Abs(_edges[at + i + 1] - _edges[at + i] - (guard[i] * module)) > module * mostOff)
                return false;
        }

        return true;
    }

    private static bool AreBars(ulong met) => BitOperations.PopCount(met & ((1ul << Bars) - 1)) >= BarsBelow;

    /// <summary>Bars and spaces are at most four modules wide, the first of a row of PDF417 eight.</summary>
    private bool IsEven(int last)
    {
        int from = last - Bars + 1, length = _edges[last] - _edges[from];
        for (var i = from; i < last; i++)
        {
            if ((_edges[i + 1] - _edges[i]) * 4 > length)
                return false;
        }

        return true;
    }

    /// <summary>The places in a line where black and white meet.</summary>
    private void Edges(int y, List<int> edges)
    {
        edges.Clear();
        _row = _image.getRow(y, _row);
        var words = _row.Array;
        var before = 0u;
        for (var word = 0; word < words.Length; word++)
        {
            var bits = (uint)words[word];
            for (var changes = bits ^ ((bits << 1) | before); changes != 0; changes &= changes - 1)
            {
                var x = (word * 32) + BitOperations.TrailingZeroCount(changes);
                if (x < _image.Width)
                    edges.Add(x);
            }

            before = bits >> 31;
        }
    }

    private void LookDown()
    {
        for (var x = 0; x < _image.Width && !HasBars; x += LinesBetweenBars)
        {
            EdgesDown(x, _edges);
            HasBars = FindBars(x, _image.Width, EdgesDown);
        }
    }

    private void EdgesDown(int x, List<int> edges)
    {
        edges.Clear();
        var before = false;
        for (var y = 0; y < _image.Height; y++)
        {
            if (_image[x, y] is var now && now != before)
                edges.Add(y);
            before = now;
        }
    }

    /// <summary>What looks like a corner of a QR code.</summary>
    /// <param name="X">Of its middle.</param>
    /// <param name="Y">Of its middle, or a little above.</param>
    /// <param name="Size">From one side to the other.</param>
    /// <param name="IsSeen">Whether a second line shows it too.</param>
    private sealed record Square(int X, int Y, int Size, bool IsSeen = false);

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
            _count = line - _line == LinesBetweenBars && Math.Abs(now - _place) <= slant ? _count + 1 : 1;
            (_line, _place) = (line, now);
            return _count >= enough;
        }
    }
}

using ZXing.Common;

namespace Dlp.Documents.Images;

/// <summary>
/// The squares in the corners of a QR code (ISO/IEC 18004, 6.3.3), in black and white on every line through them 1 : 1 : 3 : 1 : 1. Three of them, that lie as corners do, make one worth reading.
/// </summary>
/// <param name="image">Black or white.</param>
internal sealed class QrCorners(BitMatrix image)
{
    /// <summary>More places that look like a corner are not compared: something is there.</summary>
    private const int MostSquares = 60;

    private readonly List<Square> _squares = [];

    /// <summary>Adds what looks like a corner on a line; whether there are three that may belong together.</summary>
    public bool Take(int y, List<int> edges)
    {
        for (var i = 0; i + 5 < edges.Count; i++)
        {
            var from = edges[i];
            var x = (edges[i + 2] + edges[i + 3]) / 2;
            if (!IsFinder(edges[i + 1] - from, edges[i + 2] - edges[i + 1], edges[i + 3] - edges[i + 2], edges[i + 4] - edges[i + 3], edges[i + 5] - edges[i + 4])
                || !IsFinderAcross(x, y))
                continue;
            var size = edges[i + 5] - from;
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
        var colour = image[x, y];
        Span<int> runs = stackalloc int[5];
        var (up, down) = (y, y);
        for (; up >= 0 && image[x, up] == colour; up--)
            runs[2]++;
        for (down++; down < image.Height && image[x, down] == colour; down++)
            runs[2]++;
        for (var (run, wanted) = (1, !colour); run >= 0; run--, wanted = !wanted)
        {
            for (; up >= 0 && image[x, up] == wanted && runs[run] <= runs[2]; up--)
                runs[run]++;
        }

        for (var (run, wanted) = (3, !colour); run < 5; run++, wanted = !wanted)
        {
            for (; down < image.Height && image[x, down] == wanted && runs[run] <= runs[2]; down++)
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

    /// <summary>What looks like a corner of a QR code.</summary>
    /// <param name="X">Of its middle.</param>
    /// <param name="Y">Of its middle, or a little above.</param>
    /// <param name="Size">From one side to the other.</param>
    /// <param name="IsSeen">Whether a second line shows it too.</param>
    private sealed record Square(int X, int Y, int Size, bool IsSeen = false);
}

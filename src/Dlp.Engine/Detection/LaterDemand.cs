using System.Runtime.InteropServices;
using Dlp.Engine.Evidence;

namespace Dlp.Engine.Detection;

/// <summary>
/// What is still to be looked for in a window, and where: what composites ask for whose rarest piece stands there, no farther from it than
/// they reach. Used again for the next window; not thread-safe.
/// </summary>
/// <param name="detectors">Number of detectors of the rule set.</param>
internal sealed class LaterDemand(int detectors)
{
    private readonly bool[] _isWanted = new bool[detectors];
    private readonly List<int> _wanted = [];
    private readonly List<TextSpan> _ranges = [];
    private readonly List<TextSpan> _places = [];
    private readonly List<TextSpan> _others = [];

    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => _wanted.Count == 0;

    /// <summary>The detectors that are asked for.</summary>
    public ReadOnlySpan<int> Wanted => CollectionsMarshal.AsSpan(_wanted);

    /// <summary>Where in the normalised text, in order and apart.</summary>
    public ReadOnlySpan<TextSpan> Ranges
    {
        get
        {
            _ranges.Sort();
            var last = 0;
            for (var i = 1; i < _ranges.Count; i++)
            {
                if (_ranges[i].Start <= _ranges[last].End)
                    _ranges[last] = _ranges[last].Union(_ranges[i]);
                else
                    _ranges[++last] = _ranges[i];
            }

            if (_ranges.Count > 0)
                _ranges.RemoveRange(last + 1, _ranges.Count - last - 1);
            return CollectionsMarshal.AsSpan(_ranges);
        }
    }

    /// <summary>Whether a detector is asked for.</summary>
    public bool Wants(int detector) => _isWanted[detector];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var detector in _wanted)
            _isWanted[detector] = false;
        _wanted.Clear();
        _ranges.Clear();
    }

    /// <summary>Asks for what a composite has to know next, around those places of its rarest piece that all pieces which are known stand near.</summary>
    /// <param name="composite">One that may stand in the window.</param>
    /// <param name="looked">What has been looked for of what only composites ask for.</param>
    /// <param name="text">The window.</param>
    /// <param name="candidates">Its candidates.</param>
    /// <returns>Whether it may stand: false only when it is sure that there is no such place.</returns>
    public bool Add(Composite composite, LookedFor looked, WindowText text, List<Candidate> candidates)
    {
        var isNoticed = composite.Rarest.IsNoticed;
        if (isNoticed && !Locate(composite, looked, text, candidates))
            return false;
        var numbers = composite.DetectorsAfter(looked, out var speaksAgainst);
        if (numbers.Length == 0)
            return true;
        foreach (var number in numbers)
        {
            if (_isWanted[number])
                continue;
            _isWanted[number] = true;
            _wanted.Add(number);
        }

        // All pieces together are as long as Within at most, and what speaks against them is that far from them at most.
        var (reach, end) = (speaksAgainst ? 2 * composite.Within : composite.Within, text.Normalized.Span.Length);
        if (!isNoticed)
            _ranges.Add(new TextSpan(0, end));
        else
        {
            foreach (var place in _places)
                _ranges.Add(new TextSpan(Math.Max(0, place.Start - reach), Math.Min(end, place.End + reach)));
        }

        return true;
    }

    // Finds the places of the rarest piece, but for those that another piece is known not to stand near.
    private bool Locate(Composite composite, LookedFor looked, WindowText text, List<Candidate> candidates)
    {
        composite.Rarest.CopyPlaces(text, candidates, _places);
        foreach (var piece in composite.Pieces)
        {
            if (piece == composite.Rarest || !piece.IsKnown(looked))
                continue;
            piece.CopyPlaces(text, candidates, _others);
            KeepNearOthers(composite.Within);
        }

        return _places.Count > 0;
    }

    // Two pieces of one stretch start no farther apart than it is long.
    private void KeepNearOthers(int within)
    {
        var (kept, next) = (0, 0);
        for (var i = 0; i < _places.Count; i++)
        {
            var place = _places[i];
            while (next < _others.Count && _others[next].Start < place.Start - within)
                next++;
            if (next == _others.Count)
                break;
            if (_others[next].Start <= place.Start + within)
                _places[kept++] = place;
        }

        _places.RemoveRange(kept, _places.Count - kept);
    }
}

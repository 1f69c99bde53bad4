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

    /// <summary>Whether nothing is.</summary>
    public bool IsEmpty => _wanted.Count == 0;

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

    /// <summary>Asks for what a composite has to know of a stage.</summary>
    /// <param name="composite">One that may stand in the window.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="text">The window.</param>
    /// <param name="candidates">Its candidates.</param>
    public void Add(Composite composite, DetectionStage stage, WindowText text, List<Candidate> candidates)
    {
        var numbers = composite.DetectorsOf(stage, out var speaksAgainst);
        if (numbers.Length == 0)
            return;
        foreach (var number in numbers)
        {
            if (_isWanted[number])
                continue;
            _isWanted[number] = true;
            _wanted.Add(number);
        }

        // All pieces together are as long as Within at most, and what speaks against them is that far from them at most.
        AddRanges(composite.Rarest, speaksAgainst ? 2 * composite.Within : composite.Within, text, candidates);
    }

    private void AddRanges(EvidenceSource rarest, int reach, WindowText text, List<Candidate> candidates)
    {
        var whole = new TextSpan(0, text.Normalized.Span.Length);
        if (!rarest.IsNoticed)
        {
            _ranges.Add(whole);
            return;
        }

        foreach (var number in rarest.Numbers)
        {
            foreach (var place in text.Places.Of(number))
                _ranges.Add(Around(place, reach, whole));
        }

        foreach (var candidate in candidates)
        {
            if (candidate.Rule.InfoType == rarest.InfoType)
                _ranges.Add(Around(candidate.NormalizedSpan, reach, whole));
        }
    }

    private static TextSpan Around(TextSpan place, int reach, TextSpan whole) => new(Math.Max(0, place.Start - reach), Math.Min(whole.End, place.End + reach));
}

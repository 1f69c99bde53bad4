using Dlp.Engine.Detection;
using Dlp.Engine.Explanations;

namespace Dlp.Engine.Evidence;

/// <summary>Pieces of evidence that mean something together: all of them, each on text of its own, within a distance, and no counter-evidence.</summary>
internal sealed class Composite
{
    // Farther places of a piece hardly ever fit where the nearest ones do not; without a bound a hostile text would make them count.
    private const int NearestPlaces = 4;

    private readonly EvidenceSource[] _pieces;
    private readonly IReadOnlyList<EvidenceSource> _counterEvidence;
    private readonly EvidenceSource _anchor;

    // The numbers of detectors by what has been looked for before them, and how many of them are of pieces: these are first.
    private readonly (int[] Numbers, int Pieces)?[] _next = new (int[], int)?[Enum.GetValues<LookedFor>().Length];

    public Composite(IEnumerable<EvidenceSource> pieces, IReadOnlyList<EvidenceSource> counterEvidence, int within)
    {
        // What costs little is looked for first: most texts lack it, and then nothing costly is done.
        _pieces = [.. pieces.OrderBy(piece => piece.Cost)];
        _anchor = _pieces.FirstOrDefault(piece => piece.IsValue) ?? _pieces[0];
        _counterEvidence = counterEvidence;
        Within = within;
        Rarest = _pieces.Where(piece => piece.IsNoticed).MinBy(piece => piece.Commonness) ?? _pieces[0];
    }

    /// <summary>The piece that fewest texts hold: where it does not stand nothing else needs to be looked for.</summary>
    public EvidenceSource Rarest { get; }

    /// <summary>Its pieces, in the order in which they are looked for.</summary>
    public IReadOnlyList<EvidenceSource> Pieces => _pieces;

    /// <summary>What speaks against them.</summary>
    public IReadOnlyList<EvidenceSource> CounterEvidence => _counterEvidence;

    /// <summary>Longest stretch, in characters of normalised text, that holds all pieces.</summary>
    public int Within { get; }

    /// <summary>Its pieces, and what speaks against them.</summary>
    public IEnumerable<EvidenceSource> Sources => _pieces.Concat(_counterEvidence);

    /// <summary>Every detector that a piece or counter-evidence is found by.</summary>
    public IEnumerable<Detector> Detectors => Sources.SelectMany(source => source.Detectors);

    /// <summary>The numbers of those that run next: terms of pieces, then their patterns, then counter-evidence. Asked for when detectors have their numbers.</summary>
    /// <param name="looked">What has been looked for.</param>
    /// <param name="speakAgainst">Whether one of them speaks against the composite.</param>
    public ReadOnlySpan<int> DetectorsAfter(LookedFor looked, out bool speakAgainst)
    {
        var (numbers, pieces) = _next[(int)looked] ??= NumbersAfter(looked);
        speakAgainst = numbers.Length > pieces;
        return numbers;
    }

    /// <summary>Whether all pieces may stand in a window: false only when it is sure that one does not.</summary>
    /// <param name="text">The window.</param>
    /// <param name="candidates">Its candidates.</param>
    /// <param name="looked">What has been looked for of what only composites ask for.</param>
    public bool MayStandIn(WindowText text, List<Candidate> candidates, LookedFor looked)
    {
        foreach (var piece in _pieces)
        {
            if (!piece.MayStandIn(text, candidates, looked))
                return false;
        }

        return true;
    }

    private (int[] Numbers, int Pieces) NumbersAfter(LookedFor looked)
    {
        bool IsNext(Detector detector) => looked switch
        {
            LookedFor.Nothing => detector is TermDetector { Stage: DetectionStage.Pieces },
            LookedFor.Terms => detector is not TermDetector && detector.Stage == DetectionStage.Pieces,
            _ => detector.Stage == DetectionStage.CounterEvidence,
        };
        int[] NumbersIn(IEnumerable<EvidenceSource> sources) =>
            [.. sources.SelectMany(source => source.Detectors).Where(IsNext).Select(detector => detector.Number)];
        var pieces = NumbersIn(_pieces);
        return ([.. pieces, .. NumbersIn(_counterEvidence)], pieces.Length);
    }

    /// <summary>Every group of pieces in the window; groups do not share a value.</summary>
    public IEnumerable<CompositeEvidence> Find(EvidenceFinder finder)
    {
        if (_pieces.Any(piece => piece.IsCostly && !finder.MayFind(piece)) || _pieces.Any(piece => !piece.IsCostly && finder.FindCheap(piece).Count == 0))
            yield break;

        var values = new HashSet<TextSpan>();
        foreach (var first in Anchors(finder))
        {
            var places = new Dictionary<EvidenceSource, TextSpan> { [_anchor] = first };
            if (!Complete(finder, Around(finder, first), places))
                continue;
            var value = ValueOf(places);
            if (values.Add(value))
                yield return new CompositeEvidence(value, Covering(places), Steps(places), CounterEvidenceNear(finder, Covering(places)));
        }
    }

    // When the value is a piece of its own each of its places may be a finding; else one finding a place of the first piece.
    private List<TextSpan> Anchors(EvidenceFinder finder)
    {
        if (!_anchor.IsCostly)
            return finder.FindCheap(_anchor);
        if (_pieces.All(piece => piece.IsCostly))
            return finder.FindNear(_anchor, new TextSpan(0, finder.Length));

        var near = finder.FindCheap(_pieces[0]).Select(place => Around(finder, place))
            .Where(range => _pieces.All(piece => piece.IsCostly || finder.StandsNear(piece, range)));
        return [.. TextSpan.Merge(near).SelectMany(range => finder.FindNear(_anchor, range))];
    }

    // Depth first over the pieces that are still missing, the nearest place first: few pieces, few places, a short distance.
    private bool Complete(EvidenceFinder finder, TextSpan reach, Dictionary<EvidenceSource, TextSpan> places)
    {
        var missing = _pieces.FirstOrDefault(piece => !places.ContainsKey(piece));
        if (missing is null)
            return true;
        var covered = Covering(places);
        var near = finder.FindNear(missing, reach)
            .Where(place => !places.Values.Any(place.Overlaps) && covered.Union(place).Length <= Within)
            .OrderBy(place => covered.DistanceTo(place))
            .Take(NearestPlaces);
        foreach (var place in near)
        {
            places[missing] = place;
            if (Complete(finder, reach, places))
                return true;
            places.Remove(missing);
        }

        return false;
    }

    private string? CounterEvidenceNear(EvidenceFinder finder, TextSpan covered)
    {
        var reach = Around(finder, covered);
        return _counterEvidence.FirstOrDefault(piece => finder.FindNear(piece, reach).Count > 0)?.Name;
    }

    private TextSpan Around(EvidenceFinder finder, TextSpan place) =>
        new(Math.Max(0, place.Start - Within), Math.Min(finder.Length, place.End + Within));

    private static TextSpan ValueOf(Dictionary<EvidenceSource, TextSpan> places)
    {
        foreach (var (piece, place) in places)
        {
            if (piece.IsValue)
                return place;
        }

        return Covering(places);
    }

    private static TextSpan Covering(Dictionary<EvidenceSource, TextSpan> places) => places.Values.Aggregate((all, place) => all.Union(place));

    private static List<TraceStep> Steps(Dictionary<EvidenceSource, TextSpan> places) =>
        [.. places.OrderBy(entry => entry.Value).Select(entry => new TraceStep(TraceStepKind.Evidence, entry.Key.Name, null))];
}

/// <summary>Pieces of evidence that stand together.</summary>
/// <param name="Value">What is reported, in the normalised text.</param>
/// <param name="Covered">The stretch that holds all of them.</param>
/// <param name="Steps">The pieces, for the trace.</param>
/// <param name="CounterEvidence">The counter-evidence that speaks against them; null when none does.</param>
internal sealed record CompositeEvidence(TextSpan Value, TextSpan Covered, IReadOnlyList<TraceStep> Steps, string? CounterEvidence);

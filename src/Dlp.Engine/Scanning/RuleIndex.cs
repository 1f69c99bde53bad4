using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>From what was found to the rules that it means something to, so that a rule costs nothing where nothing of it stands.</summary>
internal sealed class RuleIndex
{
    private readonly RuleDetector[][] _detectors;
    private readonly RuleComposite[][] _byDetector;
    private readonly Dictionary<string, RuleComposite[]> _byInfoType;
    private readonly RuleComposite[] _always;
    private readonly ILookup<PartSignal, RuleDetector> _bySignal;

    /// <summary>An index over rules.</summary>
    /// <param name="rules">All rules of a set.</param>
    /// <param name="detectors">Their detectors.</param>
    public RuleIndex(IReadOnlyList<Rule> rules, DetectorIndex detectors)
    {
        _detectors = ByNumber(detectors.Count, rules.SelectMany(rule => rule.Detectors), detector => [detector.Detector.Number]);
        var composites = rules.SelectMany(rule => rule.Composites).ToList();
        _byDetector = ByNumber(detectors.Count, composites, composite => composite.Composite.Rarest.Detectors.Select(detector => detector.Number));
        _byInfoType = composites.Where(composite => composite.Composite.Rarest.InfoType is not null)
            .GroupBy(composite => composite.Composite.Rarest.InfoType!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _always = [.. composites.Where(composite => !composite.Composite.Rarest.IsNoticed)];
        _bySignal = rules.SelectMany(rule => rule.Detectors).Where(detector => detector.Detector is SignalDetector).ToLookup(detector => ((SignalDetector)detector.Detector).Signal);
        Composites = composites.Count;
        for (var number = 0; number < composites.Count; number++)
            composites[number].Number = number;
    }

    /// <summary>Number of composites.</summary>
    public int Composites { get; }

    /// <summary>Composites that wait for nothing that is noticed in passing.</summary>
    public ReadOnlySpan<RuleComposite> Always => _always;

    /// <summary>The rules that a detector proposes candidates for.</summary>
    public ReadOnlySpan<RuleDetector> DetectorsOf(int number) => _detectors[number];

    /// <summary>What proposes candidates where a file bears a signal.</summary>
    public IEnumerable<RuleDetector> DetectorsOf(PartSignal signal) => _bySignal[signal];

    /// <summary>The composites that wait for a detector to find something.</summary>
    public ReadOnlySpan<RuleComposite> CompositesOf(int number) => _byDetector[number];

    /// <summary>The composites that wait for a kind of thing to be found.</summary>
    public ReadOnlySpan<RuleComposite> CompositesOf(string infoType) => _byInfoType.GetValueOrDefault(infoType);

    private static T[][] ByNumber<T>(int count, IEnumerable<T> items, Func<T, IEnumerable<int>> numbersOf)
    {
        var lists = new List<T>?[count];
        foreach (var item in items)
        {
            foreach (var number in numbersOf(item))
                (lists[number] ??= []).Add(item);
        }

        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }
}

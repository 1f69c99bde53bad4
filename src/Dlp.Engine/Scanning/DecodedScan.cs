using Dlp.Engine.Decoding;
using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>
/// Looks at what is encoded in a text as if it were written plainly, and at what that holds in turn. Each stretch is scanned as a window of
/// its own, with the text around it, so that evidence counts on both sides of the encoding.
/// </summary>
/// <param name="rules">The rules to run.</param>
/// <param name="detectors">What their detectors wait for.</param>
/// <param name="options">What the scan takes into account.</param>
/// <param name="budget">What the scan may still spend.</param>
internal sealed class DecodedScan(IReadOnlyList<Rule> rules, DetectorIndex detectors, ScanOptions options, ScanBudget budget)
{
    /// <summary>How many encodings within one another are read.</summary>
    public const int MaximumDepth = 3;

    private readonly List<PlacedCandidate> _found = [];
    private readonly List<PlacedCandidate> _dropped = [];

    /// <summary>Candidates that hold, in the offsets of the text that the stretches stand in; those that are known from the clear text are left out.</summary>
    public IReadOnlyList<PlacedCandidate> Found => _found;

    /// <summary>Candidates dropped of which at least a part is encoded.</summary>
    public IReadOnlyList<PlacedCandidate> Dropped => _dropped;

    /// <summary>Scans stretches of a text.</summary>
    /// <param name="stretches">What is encoded in the text.</param>
    /// <param name="known">Candidates that hold, of the text as it is.</param>
    /// <param name="depth">1 for the text of a draft.</param>
    public void Run(IReadOnlyList<DecodedText> stretches, IEnumerable<PlacedCandidate> known, int depth = 1)
    {
        var clear = known.ToLookup(candidate => (candidate.Candidate.Rule, candidate.Span), candidate => candidate.Candidate.Confidence);
        foreach (var stretch in stretches)
        {
            if (!budget.TakeDecoded(stretch.Text.Length))
                return;
            var text = new WindowText(stretch.Text, detectors);
            var scan = new WindowScan(text, rules, options, budget);
            var found = scan.Run().ConvertAll(candidate => PlacedCandidate.Of(candidate, text));
            var inner = ReadOn(stretch, found, depth);
            foreach (var candidate in found.Concat(inner._found).Select(candidate => candidate.In(stretch)))
            {
                if (stretch.Trusts(candidate.Span) && !clear[(candidate.Candidate.Rule, candidate.Span)].Any(confidence => confidence >= candidate.Candidate.Confidence))
                    _found.Add(candidate);
            }

            if (!options.Trace)
                continue;
            _dropped.AddRange(scan.Dropped.Select(candidate => PlacedCandidate.Of(candidate, text)).Concat(inner._dropped)
                .Select(candidate => candidate.In(stretch)).Where(candidate => candidate.Encoding is not null));
        }
    }

    private DecodedScan ReadOn(DecodedText stretch, List<PlacedCandidate> found, int depth)
    {
        var inner = new DecodedScan(rules, detectors, options, budget);
        var stretches = EncodedTextReader.Read(stretch.Text);
        if (depth < MaximumDepth)
            inner.Run(stretches, found, depth + 1);
        else if (stretches.Count > 0)
            budget.StopDecoding($"what is encoded more than {MaximumDepth} times over was not examined");
        return inner;
    }
}

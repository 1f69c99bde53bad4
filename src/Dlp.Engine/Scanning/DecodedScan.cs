using Dlp.Engine.Decoding;
using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Scanning;

/// <summary>
/// Looks at what is encoded in a text as if it were written plainly, and at what that holds in turn. Each stretch is scanned as a window of
/// its own, with the text around it, so that evidence counts on both sides of the encoding. Used again for the next text.
/// </summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="depth">How many encodings are read: 1 for those of a draft's text.</param>
internal sealed class DecodedScan(RuleSet ruleSet, int depth = 1)
{
    /// <summary>How many encodings within one another are read.</summary>
    public const int MaximumDepth = 3;

    private readonly WindowScan _window = new(ruleSet);
    private readonly List<PlacedCandidate> _found = [];
    private readonly List<PlacedCandidate> _dropped = [];
    private DecodedScan? _inner;

    /// <summary>Candidates that hold, in the offsets of the text that the stretches stand in; those that are known from it are left out.</summary>
    public List<PlacedCandidate> Found => _found;

    /// <summary>Candidates dropped of which at least a part is encoded; empty unless a trace was asked for.</summary>
    public List<PlacedCandidate> Dropped => _dropped;

    /// <summary>Looks at the stretches of a text.</summary>
    /// <param name="stretches">What is encoded in the text.</param>
    /// <param name="known">Candidates that hold in the text as it is.</param>
    /// <param name="request">What is asked.</param>
    public void Run(IReadOnlyList<DecodedText> stretches, List<Candidate> known, in ScanRequest request)
    {
        _found.Clear();
        _dropped.Clear();
        var clear = known.ToLookup(candidate => (candidate.Rule, candidate.Span), candidate => candidate.Confidence);
        foreach (var stretch in stretches)
        {
            if (!request.Budget.TakeDecoded(stretch.Text.Length))
                return;
            _window.Run(stretch.Text, request);
            var found = _window.Candidates.ConvertAll(candidate => PlacedCandidate.Of(candidate, _window.Text));
            var dropped = request.Options.Trace ? _window.Dropped.ConvertAll(candidate => PlacedCandidate.Of(candidate, _window.Text)) : [];
            ReadOn(stretch, found, dropped, request);

            _found.AddRange(found.Select(candidate => candidate.In(stretch)).Where(candidate =>
                stretch.Trusts(candidate.Span) && !clear[(candidate.Candidate.Rule, candidate.Span)].Any(confidence => confidence >= candidate.Candidate.Confidence)));
            _dropped.AddRange(dropped.Select(candidate => candidate.In(stretch)).Where(candidate => candidate.Encoding is not null));
        }
    }

    // Adds what is found in the encodings within the decoded text.
    private void ReadOn(DecodedText stretch, List<PlacedCandidate> found, List<PlacedCandidate> dropped, in ScanRequest request)
    {
        var stretches = EncodedTextReader.Read(stretch.Text);
        if (stretches.Count == 0)
            return;
        if (depth == MaximumDepth)
        {
            request.Budget.StopDecoding(new(
                $"what is encoded more than {MaximumDepth} times over was not examined",
                $"ce qui est encodé plus de {MaximumDepth} fois de suite n'a pas été examiné"));
            return;
        }

        _inner ??= new DecodedScan(ruleSet, depth + 1);
        _inner.Run(stretches, _window.Candidates, request);
        found.AddRange(_inner.Found);
        dropped.AddRange(_inner.Dropped);
    }
}

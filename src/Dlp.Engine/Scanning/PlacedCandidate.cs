using Dlp.Engine.Decoding;
using Dlp.Engine.Detection;

namespace Dlp.Engine.Scanning;

/// <summary>A candidate with its place in a text.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Span">Its span in the text.</param>
/// <param name="Covered">What of the text is reported and replaced: its span, and the whole of a run of base64 or hexadecimal that it stands in.</param>
/// <param name="Preview">What may be shown of it, decoded.</param>
/// <param name="Encoding">How it is written in the text; null when it is in the clear.</param>
internal sealed record PlacedCandidate(Candidate Candidate, TextSpan Span, TextSpan Covered, string Preview, TextEncoding? Encoding)
{
    /// <summary>A candidate in the offsets of its own window.</summary>
    public static PlacedCandidate Of(Candidate candidate, WindowText text) => new(
        candidate,
        candidate.Span,
        candidate.Span,
        Scanning.Preview.Of(text.Original[candidate.Span.Start..candidate.Span.End], candidate.Rule.Category),
        null);

    /// <summary>The candidate in the text that a stretch was decoded from; its trace says how.</summary>
    public PlacedCandidate In(DecodedText stretch)
    {
        var span = stretch.ToSource(Span);
        var run = stretch.FirstIn(span);
        Candidate.NoteDecoding((run ?? stretch.Runs[0]).Encoding);
        return this with { Span = span, Covered = stretch.WithWholeRuns(stretch.ToSource(Covered)), Encoding = run?.Encoding ?? Encoding };
    }

    /// <summary>The candidate in a text of which its own starts at an offset.</summary>
    public PlacedCandidate Shift(int offset) => this with { Span = Span.Shift(offset), Covered = Covered.Shift(offset) };
}

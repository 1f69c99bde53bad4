namespace Dlp.Engine.Decoding;

/// <summary>
/// A stretch of a text with its encoded runs decoded and what stands around them as it was, with the way back: every range of it maps to
/// the range of the source that it came from.
/// </summary>
internal sealed class DecodedText
{
    /// <summary>How near to a cut a range in the clear may be part of something that the cut took away.</summary>
    private const int CutShadow = 64;

    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly List<EncodedRun> _runs;
    private readonly TextSpan _trusted;

    /// <summary>A stretch with, for every unit of the text, the range of the source that it came from.</summary>
    public DecodedText(string text, int[] starts, int[] ends, List<EncodedRun> runs, int sourceLength)
    {
        (Text, _starts, _ends, _runs) = (text, starts, ends, runs);
        var (start, end) = text.Length == 0 ? (runs[0].Span.Start, runs[^1].Span.End) : (starts[0], ends[^1]);
        _trusted = new TextSpan(start == 0 ? 0 : start + CutShadow, end == sourceLength ? end : end - CutShadow);
    }

    /// <summary>The text, decoded.</summary>
    public string Text { get; }

    /// <summary>The encoded runs, in order; never none, and they do not overlap.</summary>
    public IReadOnlyList<EncodedRun> Runs => _runs;

    /// <summary>The range of the source that a range of the decoded text came from; no escape in it is cut.</summary>
    public TextSpan ToSource(TextSpan decoded) => decoded.Length == 0
        ? new TextSpan(SourceOf(decoded.Start), SourceOf(decoded.Start))
        : new TextSpan(_starts[decoded.Start], _ends[decoded.End - 1]);

    /// <summary>Whether a range of the source is read here as its author wrote it: in the clear, it may be part of what the stretch's end cut off.</summary>
    public bool Trusts(TextSpan source) => _trusted.Contains(source) || FirstIn(source) is not null;

    /// <summary>The first encoded run that a range of the source reaches into; null when the range is in the clear.</summary>
    public EncodedRun? FirstIn(TextSpan source)
    {
        var index = IndexAfter(source.Start);
        return index < _runs.Count && _runs[index].Span.Overlaps(source) ? _runs[index] : null;
    }

    /// <summary>A range of the source with what it holds of runs that are whole.</summary>
    public TextSpan WithWholeRuns(TextSpan source)
    {
        var covered = source;
        for (var i = IndexAfter(source.Start); i < _runs.Count && _runs[i].Span.Overlaps(source); i++)
        {
            if (_runs[i].IsWhole)
                covered = covered.Union(_runs[i].Span);
        }

        return covered;
    }

    private int SourceOf(int position) => position < _starts.Length ? _starts[position] : _ends.LastOrDefault();

    // The first run that ends after a position.
    private int IndexAfter(int position)
    {
        var (low, high) = (0, _runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].Span.End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

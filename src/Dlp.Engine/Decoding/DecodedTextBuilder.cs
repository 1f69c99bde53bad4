namespace Dlp.Engine.Decoding;

/// <summary>Collects decoded runs in order, and puts those that stand near one another into one stretch with the text around them.</summary>
/// <param name="source">The text that is decoded.</param>
internal sealed class DecodedTextBuilder(string source)
{
    /// <summary>Characters in the clear that a stretch shows before its first run and after its last: the farthest evidence, and some.</summary>
    public const int Reach = 320;

    /// <summary>Most characters in the clear between two runs of one stretch: the body of a key between its two encoded lines.</summary>
    public const int Bridge = 2048;

    private readonly List<DecodedText> _texts = [];
    private List<EncodedRun> _runs = [];
    private char[] _text = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private int _length;
    private int _read;

    /// <summary>Starts a run, at a place after all that came before; what it decodes to is appended next.</summary>
    public void Begin(EncodedRun run)
    {
        if (_runs.Count > 0 && run.Span.Start - _read > Bridge)
            Close();
        if (_runs.Count == 0)
            _read = Math.Max(_read, run.Span.Start - Reach);
        CopyTo(run.Span.Start);
        if (_runs.Count > 0 && _runs[^1].Encoding == run.Encoding && _runs[^1].Span.End == run.Span.Start && !run.IsWhole)
            _runs[^1] = _runs[^1] with { Span = _runs[^1].Span.Union(run.Span) };
        else
            _runs.Add(run);
        _read = run.Span.End;
    }

    /// <summary>Appends units that the source range <c>[start, end)</c> decodes to.</summary>
    public void Append(ReadOnlySpan<char> decoded, int start, int end)
    {
        Reserve(decoded.Length);
        foreach (var unit in decoded)
        {
            (_text[_length], _starts[_length], _ends[_length]) = (unit, start, end);
            _length++;
        }
    }

    /// <summary>The stretches, in order; they do not overlap in the source.</summary>
    public List<DecodedText> Build()
    {
        Close();
        return _texts;
    }

    private void Close()
    {
        if (_runs.Count == 0)
            return;
        CopyTo(Math.Min(source.Length, _read + Reach));
        _texts.Add(new DecodedText(new string(_text, 0, _length), _starts[.._length], _ends[.._length], _runs, source.Length));
        (_runs, _length) = ([], 0);
    }

    private void CopyTo(int end)
    {
        Reserve(end - _read);
        for (; _read < end; _read++, _length++)
            (_text[_length], _starts[_length], _ends[_length]) = (source[_read], _read, _read + 1);
    }

    private void Reserve(int units)
    {
        if (_length + units <= _text.Length)
            return;
        var larger = Math.Max(_length + units, Math.Max(256, _length * 2));
        Array.Resize(ref _text, larger);
        Array.Resize(ref _starts, larger);
        Array.Resize(ref _ends, larger);
    }
}

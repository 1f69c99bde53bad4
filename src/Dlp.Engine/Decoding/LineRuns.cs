namespace Dlp.Engine.Decoding;

/// <summary>
/// Runs of base64 and hexadecimal as they stand in texts: on one line, broken over lines of equal length, or between the slashes and dashes
/// of an address.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct LineRuns(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _joinedUntil;

    /// <summary>Reads the run that starts at a position, and tells where it ends; the position itself when it holds no _text.</summary>
    /// <param name="start">Where a stretch of symbols starts.</param>
    /// <param name="end">Where that stretch ends.</param>
    /// <param name="builder">Takes what the run decodes to.</param>
    public int Read(int start, int end, ref DecodedTextBuilder? builder)
    {
        // Lines that were joined in vain are read one by one, so that each is joined once.
        if (start >= _joinedUntil && JoinedEnd(start, end) is var joined && joined > end)
        {
            if (TryRead(start, joined, ref builder) is var joinedEnd and > 0)
                return joinedEnd;
            _joinedUntil = joined;
        }

        return TryRead(start, end, ref builder) is var lineEnd and > 0 ? lineEnd : ReadBetweenJoints(start, end, ref builder);
    }

    private readonly int ReadBetweenJoints(int start, int end, ref DecodedTextBuilder? builder)
    {
        var read = start;
        for (var from = start; from < end;)
        {
            var to = from;
            while (to < end && !SymbolTable.Is(_text[to], Symbols.Joint))
                to++;
            if (to - from >= BaseRun.Shortest && to - from < end - start && TryRead(from, to, ref builder) is var pieceEnd and > 0)
                read = pieceEnd;
            from = to + 1;
        }

        return read;
    }

    // The end of the run with its padding; 0 when it holds no _text.
    private readonly int TryRead(int start, int end, ref DecodedTextBuilder? builder)
    {
        var digits = _text[start] == '0' && start + 1 < end && _text[start + 1] is 'x' or 'X' ? start + 2 : start;
        var padded = end;
        while (padded < _text.Length && padded < end + 2 && _text[padded] == '=')
            padded++;
        return BaseRun.TryRead(_text, new TextSpan(digits, end), new TextSpan(start, padded), ref builder) ? padded : 0;
    }

    // Where the last of the lines ends that go on where the first does: as long as it, the last one perhaps shorter.
    private readonly int JoinedEnd(int start, int end)
    {
        var width = end - start;
        for (var joined = end; ;)
        {
            var next = AfterLineBreak(joined);
            var stop = next < 0 ? next : SymbolTable.EndOf(_text, next, Symbols.Base64);
            if (stop <= next || !EndsLine(stop))
                return joined;
            if (start == 0 && joined == end)
                width = Math.Max(width, stop - next);
            if (stop - next > width)
                return joined;
            joined = stop;
            if (stop - next < width)
                return joined;
        }
    }

    private readonly int AfterLineBreak(int at)
    {
        if (at < _text.Length && _text[at] == '\r')
            at++;
        if (at >= _text.Length || _text[at] != '\n')
            return -1;
        at++;
        while (at < _text.Length && _text[at] is ' ' or '\t')
            at++;
        return at;
    }

    private readonly bool EndsLine(int at) => at == _text.Length || _text[at] is '\r' or '\n' or '=' or '"' or '\'' or '`' or '<' or ')';
}

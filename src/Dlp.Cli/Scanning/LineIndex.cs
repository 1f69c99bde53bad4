namespace Dlp.Cli.Scanning;

/// <summary>Where the lines of a text start, so that offsets become lines and columns without reading the text again, or holding it.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];
    private int _length;
    private bool _endsWithReturn;

    /// <summary>Takes the next piece of the text; a piece may end anywhere.</summary>
    /// <param name="piece">Lines end with CR LF, LF or CR.</param>
    public void Add(ReadOnlySpan<char> piece)
    {
        foreach (var unit in piece)
        {
            if (_endsWithReturn && unit != '\n')
                _starts.Add(_length);
            _length++;
            _endsWithReturn = unit == '\r';
            if (unit == '\n')
                _starts.Add(_length);
        }
    }

    /// <summary>1-based line and column, both in UTF-16 code units, as editors count them.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        if (_endsWithReturn && offset == _length)
            return (_starts.Count + 1, 1);
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _starts[line] + 1);
    }
}

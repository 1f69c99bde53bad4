namespace Dlp.Cli.Scanning;

/// <summary>Where the lines of a text start, so that offsets become lines and columns without reading the text again.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];

    /// <param name="text">Lines end with CR LF, LF or CR.</param>
    public LineIndex(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>1-based line and column, both in UTF-16 code units, as editors count them.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _starts[line] + 1);
    }
}

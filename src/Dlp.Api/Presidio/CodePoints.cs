namespace Dlp.Api.Presidio;

/// <summary>Counts UTF-16 offsets in code points; a lone surrogate counts as one, as in Python. Fast for offsets that come roughly in order.</summary>
internal sealed class CodePoints(string text)
{
    private int _offset;
    private int _points;

    /// <summary>Code points that begin before a UTF-16 offset.</summary>
    public int Before(int offset)
    {
        if (offset < _offset)
            (_offset, _points) = (0, 0);
        for (; _offset < offset; _offset++)
        {
            if (!IsSecondHalf(_offset))
                _points++;
        }

        return _points;
    }

    private bool IsSecondHalf(int offset) => offset > 0 && char.IsSurrogatePair(text[offset - 1], text[offset]);
}

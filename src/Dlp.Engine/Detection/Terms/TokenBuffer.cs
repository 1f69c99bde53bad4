namespace Dlp.Engine.Detection.Terms;

/// <summary>The tokens of a text, in order. Grows to the largest text it has held, and is used again.</summary>
internal sealed class TokenBuffer
{
    private Token[] _tokens = [];
    private int _count;

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>The tokens that lie wholly inside a range of the text.</summary>
    public ReadOnlySpan<Token> In(TextSpan range)
    {
        var (first, end) = (FirstFrom(range.Start), FirstFrom(range.End));
        if (end > first && _tokens[end - 1].End > range.End)
            end--;
        return _tokens.AsSpan(first, end - first);
    }

    /// <summary>Forgets all tokens.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a token.</summary>
    public void Add(int start, int end)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, Math.Max(64, _count * 2));
        _tokens[_count++] = new Token(start, end);
    }

    // The number of the first token that starts at or behind an index.
    private int FirstFrom(int index)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Start < index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

namespace Dlp.Engine.Detection.Terms;

/// <summary>The tokens of a text, in order. Grows to the largest text it has held, and is used again.</summary>
internal sealed class TokenBuffer
{
    private Token[] _tokens = [];
    private int _count;

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Forgets all tokens.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a token.</summary>
    public void Add(int start, int end)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, Math.Max(64, _count * 2));
        _tokens[_count++] = new Token(start, end);
    }
}

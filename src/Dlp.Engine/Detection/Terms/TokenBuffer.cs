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

    /// <summary>Adds the token at a range of a text.</summary>
    public void Add(ReadOnlySpan<char> text, int start, int end)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, Math.Max(64, _count * 2));
        var word = text[start..end];
        _tokens[_count++] = new Token(start, end, WordHash.Of(word[..WordForms.StemLength(word)]));
    }
}

namespace Dlp.Engine.Detection;

/// <summary>Plural forms of French and English that a term finds besides the form in which it is written.</summary>
internal static class WordForms
{
    private const int ShortestPlural = 4;

    /// <summary>Whether a token of a text is a term's token, or its plural.</summary>
    public static bool Same(ReadOnlySpan<char> token, string written)
    {
        Span<char> buffer = stackalloc char[64];
        foreach (var form in Of(token, buffer))
        {
            if (form.SequenceEqual(written))
                return true;
        }

        return false;
    }

    /// <summary>The token itself, then the singulars it may be a plural of: <c>plans</c> → <c>plan</c>, <c>sociaux</c> → <c>social</c>, <c>companies</c> → <c>company</c>.</summary>
    public static Enumerator Of(ReadOnlySpan<char> token, Span<char> buffer) => new(token, buffer);

    /// <summary>Enumerates the forms without allocating.</summary>
    internal ref struct Enumerator(ReadOnlySpan<char> token, Span<char> buffer)
    {
        private readonly ReadOnlySpan<char> _token = token;
        private readonly Span<char> _buffer = buffer;
        private int _next;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < 4)
            {
                switch (_next++)
                {
                    case 0:
                        Current = _token;
                        return true;
                    case 1 when _token.Length >= ShortestPlural && _token[^1] is 's' or 'x':
                        Current = _token[..^1];
                        return true;
                    case 2 when _token.Length > ShortestPlural && _token.EndsWith("aux"):
                        Current = Replaced(3, "al");
                        return true;
                    case 3 when _token.Length > ShortestPlural && _token.EndsWith("ies"):
                        Current = Replaced(3, "y");
                        return true;
                }
            }

            return false;
        }

        private readonly ReadOnlySpan<char> Replaced(int dropped, ReadOnlySpan<char> ending)
        {
            var stem = _token[..^dropped];
            if (stem.Length + ending.Length > _buffer.Length)
                return _token;
            stem.CopyTo(_buffer);
            ending.CopyTo(_buffer[stem.Length..]);
            return _buffer[..(stem.Length + ending.Length)];
        }
    }
}

namespace Dlp.Engine.Normalization;

/// <summary>
/// A text as its reader sees it, folded so that spellings of one thing are equal (<see cref="CharacterFolding"/>), with the
/// way back: every range of it maps to the range of the original that it came from. Made once and folded into again and again, it
/// allocates nothing unless a text is longer than all before. Not for several threads at a time.
/// </summary>
internal sealed class NormalizedText
{
    private NormalizedTextBuilder _folded = new();
    private NormalizedTextBuilder? _joined;
    private string? _text;
    private int _originalLength;

    /// <summary>The folded text, until the next is folded.</summary>
    public ReadOnlySpan<char> Span => _folded.Span;

    /// <summary>The folded text as a string, made when it is first asked for.</summary>
    public string Text => _text ??= _folded.Span.ToString();

    /// <summary>Whether the folded text is as long as the original and each of its units came from the one at its own place.</summary>
    public bool IsInPlace => _folded.Positions.IsIdentity && _folded.Length == _originalLength;

    /// <summary>Folds a string into a text of its own.</summary>
    public static NormalizedText Of(string original)
    {
        var text = new NormalizedText();
        text.Fold(original);
        if (text.Span.SequenceEqual(original))
            text._text = original;
        return text;
    }

    /// <summary>Folds any text, lone surrogates included, in the place of the one before.</summary>
    public void Fold(ReadOnlySpan<char> original)
    {
        (_text, _originalLength) = (null, original.Length);
        _folded.Clear();
        for (var position = 0; position < original.Length;)
            position = Hashtag.StartsWith(original[position]) ? FoldHashtag(original, position) : _folded.Fold(original, position);
        JoinSpacedLetters();
    }

    /// <summary>The original range that a range of the folded text came from.</summary>
    public TextSpan ToOriginal(TextSpan normalized)
    {
        if (_folded.Positions.IsIdentity || normalized.Start >= _folded.Length)
            return normalized.Start < _folded.Length ? normalized : new TextSpan(_originalLength, _originalLength);
        var first = _folded.Positions[normalized.Start];
        return normalized.Length == 0
            ? new TextSpan(first.Start, first.Start)
            : new TextSpan(first.Start, Math.Max(first.Start, _folded.Positions[normalized.End - 1].End));
    }

    /// <summary>The range of the folded text that came from an original range; empty when all of it was dropped.</summary>
    public TextSpan FromOriginal(TextSpan original)
    {
        if (IsInPlace)
            return original;
        var start = _folded.Positions.FirstEndingBehind(original.Start, _folded.Length);
        var end = _folded.Positions.FirstStartingAt(original.End, _folded.Length);
        return new TextSpan(Math.Min(start, end), end);
    }

    private void JoinSpacedLetters()
    {
        var done = 0;
        while (SpacedLetters.Next(_folded.Span, done) is { } run)
        {
            if (done == 0)
                (_joined ??= new NormalizedTextBuilder()).Clear();
            _joined!.Append(_folded, done, run.Start);
            SpacedLetters.Join(_folded, run, _joined);
            done = run.End;
        }

        if (done == 0)
            return;
        _joined!.Append(_folded, done, _folded.Length);
        (_folded, _joined) = (_joined, _folded);
    }

    private int FoldHashtag(ReadOnlySpan<char> original, int position)
    {
        _folded.Append('#', position++, 1);
        while (true)
        {
            var end = Hashtag.EndOfWord(original, position);
            if (end > position)
                _folded.Fold(original[..end], position);
            if (end == original.Length || !Hashtag.Holds(original[end]))
                return end;
            _folded.Append(' ', end, 0);
            position = end;
        }
    }
}

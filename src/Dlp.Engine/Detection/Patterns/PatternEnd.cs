namespace Dlp.Engine.Detection.Patterns;

/// <summary>The last character of what a piece of a pattern matches.</summary>
internal static class PatternEnd
{
    /// <summary>Characters that a match never ends with; null when it may be empty, or that is not known.</summary>
    public static CharacterSet? NeverOf(PatternNode node)
    {
        var last = new CharacterSet();
        return TryAddLast(node, last) == false ? last.Complement() : null;
    }

    // Adds the characters that a match of a piece may end with, and tells whether it may be empty; null when that is not known.
    private static bool? TryAddLast(PatternNode node, CharacterSet last)
    {
        switch (node)
        {
            case PatternNode.One one:
                last.Add(one.Set);
                return false;
            case PatternNode.Sequence sequence:
                for (var i = sequence.Pieces.Count - 1; i >= 0; i--)
                {
                    if (TryAddLast(sequence.Pieces[i], last) is not true and var ends)
                        return ends;
                }

                return true;
            case PatternNode.Choice choice:
                var each = choice.Pieces.Select(piece => TryAddLast(piece, last)).ToList();
                return each.Contains(null) ? null : each.Contains(true);
            case PatternNode.Repeat repeat:
                return TryAddLast(repeat.Piece, last) | (repeat.Least == 0);
            case PatternNode.Backreference:
                return null;
            default:
                return true;
        }
    }
}

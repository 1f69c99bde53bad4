namespace Dlp.Engine.Detection.Patterns;

/// <summary>How near the start of a match a digit 0 to 9 is sure to stand, in the match or in what it looks ahead to on its way.</summary>
internal static class DigitReach
{
    /// <summary>Characters from the start of a match on among which a digit stands; null when none is sure to.</summary>
    public static int? Of(PatternNode pattern) => Measure(pattern).Within;

    private static (int? Within, int? Most) Measure(PatternNode node) => node switch
    {
        PatternNode.One one => (one.Set.IsWithin(CharacterSet.Digits) ? 1 : null, 1),
        PatternNode.Sequence sequence => OfSequence(sequence.Pieces),
        PatternNode.Choice choice => OfChoice(choice.Pieces),
        PatternNode.Repeat repeat => OfRepeat(Measure(repeat.Piece), repeat.Least, repeat.Most),
        PatternNode.Condition { Ahead: { } ahead } => (Of(ahead), 0),
        PatternNode.Backreference => (null, null),
        _ => (null, 0),
    };

    private static (int? Within, int? Most) OfSequence(IReadOnlyList<PatternNode> pieces)
    {
        var (within, most) = ((int?)null, (int?)0);
        foreach (var piece in pieces)
        {
            var measured = Measure(piece);
            if (most + measured.Within is { } digit && !(within < digit))
                within = digit;
            most += measured.Most;
        }

        return (within, most);
    }

    private static (int? Within, int? Most) OfChoice(IReadOnlyList<PatternNode> pieces)
    {
        var (within, most) = ((int?)0, (int?)0);
        foreach (var piece in pieces)
        {
            var measured = Measure(piece);
            within = measured.Within is { } digit && within is { } far ? Math.Max(far, digit) : null;
            most = measured.Most is { } length && most is { } longest ? Math.Max(longest, length) : null;
        }

        return (within, most);
    }

    private static (int? Within, int? Most) OfRepeat((int? Within, int? Most) piece, int least, int? most) =>
        (least == 0 ? null : piece.Within, most is null && piece.Most != 0 ? null : most * piece.Most);
}

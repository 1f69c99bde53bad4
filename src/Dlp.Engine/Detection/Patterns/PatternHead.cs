using System.Buffers;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// The characters that may stand at each of the first places of a match: a few look-ups that refuse most starts before a pattern is
/// run. Never refuses a start at which the pattern matches.
/// </summary>
internal sealed class PatternHead
{
    /// <summary>Most characters that are looked at.</summary>
    public const int Longest = 8;

    private readonly CharacterSet[] _places;

    // The characters a match may start with, once they were asked for.
    private SearchValues<char>? _first;

    public PatternHead(CharacterSet[] places) => _places = places;

    /// <summary>For each of the first places of a match, the characters that may stand there.</summary>
    public IReadOnlyList<CharacterSet> Places => _places;

    /// <summary>The head of a pattern whose matches have at least so many characters.</summary>
    public static PatternHead Of(PatternNode node, int leastLength)
    {
        var places = new CharacterSet[Math.Min(Longest, leastLength)];
        for (var i = 0; i < places.Length; i++)
            places[i] = new CharacterSet();
        Walk(node, 1, places);
        return new PatternHead(places);
    }

    /// <summary>Whether no text begins with both heads.</summary>
    public bool IsApartFrom(PatternHead other)
    {
        for (var i = 0; i < _places.Length && i < other._places.Length; i++)
        {
            if (!_places[i].Overlaps(other._places[i]))
                return true;
        }

        return false;
    }

    /// <summary>The first place from an index on whose character a match may start with; -1 when there is none.</summary>
    public int NextStart(ReadOnlySpan<char> text, int from)
    {
        if (from >= text.Length)
            return -1;
        if (_places is not [{ MayHoldBeyondAscii: false } first, ..])
            return from;
        var skipped = text[from..].IndexOfAny(_first ??= SearchValues.Create([.. first.Named]));
        return skipped < 0 ? -1 : from + skipped;
    }

    // Offsets are the bits of a number: those at which the node may begin, and gives back those at which what follows may.
    private static int Walk(PatternNode node, int begins, CharacterSet[] places)
    {
        switch (node)
        {
            case PatternNode.One one:
                for (var offset = 0; offset < places.Length; offset++)
                {
                    if ((begins >> offset & 1) != 0)
                        places[offset].Add(one.Set);
                }

                return begins << 1 & ((1 << Longest) - 1);
            case PatternNode.Sequence sequence:
                return sequence.Pieces.Aggregate(begins, (offsets, piece) => Walk(piece, offsets, places));
            case PatternNode.Choice choice:
                return choice.Pieces.Aggregate(0, (offsets, piece) => offsets | Walk(piece, begins, places));
            case PatternNode.Repeat repeat:
                return WalkRepeat(repeat, begins, places);
            case PatternNode.Backreference:
                foreach (var place in places)
                    place.Add(CharacterSet.Any);
                return (1 << Longest) - 1;
            default:
                return begins;
        }
    }

    private static int WalkRepeat(PatternNode.Repeat repeat, int begins, CharacterSet[] places)
    {
        var after = repeat.Least == 0 ? begins : 0;
        var offsets = begins;
        for (var turn = 1; turn <= Math.Min(repeat.Most ?? int.MaxValue, Math.Max(repeat.Least, Longest)) && offsets != 0; turn++)
        {
            offsets = Walk(repeat.Piece, offsets, places);
            if (turn >= repeat.Least)
                after |= offsets;
        }

        return after;
    }
}

using System.Buffers;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Finds where patterns may match that hold a single rare sign, such as the one of an e-mail address: around it.</summary>
internal sealed class SignIndex
{
    private readonly SearchValues<byte> _signs;
    private readonly Signed[]?[] _bySign = new Signed[128][];

    /// <summary>An index over patterns that have a sign; of its literal the first character.</summary>
    public SignIndex(IEnumerable<RegexDetector> patterns)
    {
        var signs = new List<byte>();
        foreach (var signed in patterns.GroupBy(pattern => pattern.Literals[0][0]))
        {
            var sign = LiteralCodes.Of(signed.Key);
            _bySign[sign] = [.. signed.Select(pattern => new Signed(pattern, LiteralCodes.Of(pattern.Literals[0])))];
            signs.Add(sign);
        }

        _signs = SearchValues.Create([.. signs]);
    }

    /// <summary>Adds the place of every sign of a range near which a pattern has to be tried to the hits of a view.</summary>
    public void Find(WindowText text, TextView view, TextSpan range)
    {
        var codes = text.CodesIn(view);
        var hits = text.HitsIn(view);
        for (var at = NextSign(codes, range.Start, range.End); at < range.End; at = NextSign(codes, at + 1, range.End))
        {
            foreach (var signed in _bySign[codes[at]]!)
            {
                if ((signed.Pattern.View == view || text.Normalized.IsInPlace) && signed.MayStandAt(at, codes, text.SpanIn(signed.Pattern.View)))
                    hits.Add(signed.Pattern.Number, new TextSpan(at, at + signed.Literal.Length));
            }
        }
    }

    private int NextSign(ReadOnlySpan<byte> codes, int from, int end) => codes[from..end].IndexOfAny(_signs) is var skipped and >= 0 ? from + skipped : end;

    // A pattern that waits for a sign, and the literal that begins with it.
    private sealed record Signed(RegexDetector Pattern, byte[] Literal)
    {
        // Where it is sure how far before the sign a match starts, its first characters tell whether one may.
        public bool MayStandAt(int at, ReadOnlySpan<byte> codes, ReadOnlySpan<char> text) =>
            codes[at..].StartsWith(Literal)
            && (Pattern.Plan.MostBefore > Pattern.Plan.LeastBefore
                || (at - Pattern.Plan.LeastBefore is var start && start >= 0 && start < text.Length && Pattern.MayStartAt(text, start)));
    }
}

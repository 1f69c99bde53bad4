using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds where patterns made of digits may match. Digits that stand close together make a cluster, however they are grouped; a pattern
/// is considered only at a cluster that has digits enough, and there only where its head fits (<see cref="HeadIndex"/>).
/// </summary>
internal sealed class DigitIndex
{
    private readonly Waiting[] _patterns;
    private readonly HeadIndex _heads;

    // By number of digits of a cluster: how many patterns that is enough for, and how far before a digit these may start.
    private readonly (int Patterns, int MostBefore)[] _byDigits;

    /// <summary>An index over patterns of one view that have a <see cref="DigitChain"/>.</summary>
    public DigitIndex(IEnumerable<RegexDetector> patterns)
    {
        _patterns = [.. patterns.Select(pattern => new Waiting(pattern)).OrderBy(pattern => pattern.Chain.Digits)];
        _heads = new HeadIndex([.. _patterns.Select(pattern => (pattern.Pattern.Plan.Head, pattern.Pattern.Plan.NotAfter))]);
        _byDigits = new (int, int)[_patterns.Length == 0 ? 1 : _patterns[^1].Chain.Digits + 1];
        for (var digits = 0; digits < _byDigits.Length; digits++)
        {
            var enough = _patterns.TakeWhile(pattern => pattern.Chain.Digits <= digits).ToList();
            _byDigits[digits] = (enough.Count, enough.Select(pattern => pattern.Chain.MostBefore).DefaultIfEmpty().Max());
        }
    }

    /// <summary>Adds the places where each pattern has to be tried; a place may be added twice, the later time after others.</summary>
    /// <param name="text">A text, in the view of the patterns.</param>
    /// <param name="codes">The same as <see cref="LiteralCodes"/>.</param>
    /// <param name="starts">One list a detector.</param>
    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<byte> codes, PlaceLists starts)
    {
        if (_patterns.Length == 0)
            return;
        var (first, last, digits) = (-1, -1, 0);
        for (var digit = NextDigit(codes, 0); digit >= 0; digit = NextDigit(codes, digit + 1))
        {
            if (digits > 0 && digit - last - 1 > DigitChain.WidestGap)
            {
                FindAt(text, first, last, digits, starts);
                digits = 0;
            }

            if (digits++ == 0)
                first = digit;
            last = digit;
        }

        if (digits > 0)
            FindAt(text, first, last, digits, starts);
    }

    private void FindAt(ReadOnlySpan<char> text, int first, int last, int digits, PlaceLists starts)
    {
        var (patterns, mostBefore) = _byDigits[Math.Min(digits, _byDigits.Length - 1)];
        if (patterns == 0)
            return;
        for (var start = Math.Max(0, first - mostBefore); start <= last; start++)
        {
            for (var group = 0; group * HeadIndex.GroupSize < patterns; group++)
            {
                for (var found = _heads.At(group, text, start); found != 0; found &= found - 1)
                {
                    var index = group * HeadIndex.GroupSize + BitOperations.TrailingZeroCount(found);
                    if (index < patterns)
                        starts.Add(_patterns[index].Number, new TextSpan(start, start));
                }
            }
        }
    }

    private static int NextDigit(ReadOnlySpan<byte> codes, int from)
    {
        var found = codes[from..].IndexOfAnyInRange((byte)'0', (byte)'9');
        return found < 0 ? -1 : from + found;
    }

    private readonly struct Waiting(RegexDetector pattern)
    {
        public readonly int Number = pattern.Number;
        public readonly RegexDetector Pattern = pattern;
        public readonly DigitChain Chain = pattern.Digits!;
    }
}

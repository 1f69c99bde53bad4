using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds where patterns made of digits may match. Digits that stand close together make a cluster, however they are grouped; a pattern
/// is considered only at a cluster that has digits enough, and there only where its head fits (<see cref="HeadIndex"/>).
/// </summary>
internal sealed class DigitIndex
{
    // In order of the digits that they need.
    private readonly RegexDetector[] _patterns;
    private readonly int[] _mostBefore;
    private readonly HeadIndex _heads;

    // By number of digits of a cluster: how many patterns that is enough for, and how far before a digit these may start.
    private readonly (int Patterns, int MostBefore)[] _byDigits;

    /// <summary>An index over patterns of one view that have a <see cref="DigitChain"/>.</summary>
    public DigitIndex(IEnumerable<RegexDetector> patterns)
    {
        _patterns = [.. patterns.OrderBy(pattern => pattern.Digits!.Digits)];
        _mostBefore = new int[_patterns.Length];
        _heads = new HeadIndex([.. _patterns.Select(pattern => pattern.Plan)]);
        _byDigits = new (int, int)[_patterns.Length == 0 ? 1 : _patterns[^1].Digits!.Digits + 1];
        for (var (index, mostBefore) = (0, 0); index < _patterns.Length; index++)
        {
            var chain = _patterns[index].Digits!;
            _mostBefore[index] = chain.MostBefore;
            mostBefore = Math.Max(mostBefore, chain.MostBefore);
            for (var digits = chain.Digits; digits < _byDigits.Length; digits++)
                _byDigits[digits] = (index + 1, mostBefore);
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
        for (var at = 0; at < codes.Length; at += CodeMask.Length)
        {
            for (var mask = CodeMask.Digits(codes[at..]); mask != 0; mask &= mask - 1)
            {
                var digit = at + BitOperations.TrailingZeroCount(mask);
                if (digits > 0 && digit - last - 1 > DigitChain.WidestGap)
                {
                    FindAt(text, first, last, digits, starts);
                    digits = 0;
                }

                if (digits++ == 0)
                    first = digit;
                last = digit;
            }
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
                    if (index < patterns && first - start <= _mostBefore[index] && _patterns[index].MayStartAt(text, start))
                        starts.Add(_patterns[index].Number, new TextSpan(start, start));
                }
            }

            if (start >= first && char.IsAsciiDigit(text[start]))
                patterns = _byDigits[Math.Min(--digits, _byDigits.Length - 1)].Patterns;
        }
    }
}

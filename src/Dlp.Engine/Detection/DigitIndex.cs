using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds where patterns made of digits may match: only at a cluster that has digits enough for them, and there only where their head fits
/// (<see cref="HeadIndex"/>).
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

    /// <summary>Adds the places where each pattern has to be tried at a cluster; a place may be added twice, the later time after others.</summary>
    /// <param name="text">A text, in the view of the patterns.</param>
    /// <param name="cluster">Digits of it that stand close together.</param>
    /// <param name="starts">One list a detector.</param>
    public void FindAt(ReadOnlySpan<char> text, DigitCluster cluster, PlaceLists starts)
    {
        var (first, last, digits) = cluster;
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

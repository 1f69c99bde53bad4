using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds where patterns made of digits may match: only at a cluster that has digits enough for them, and there only where their head fits
/// (<see cref="HeadIndex"/>).
/// </summary>
internal sealed class DigitIndex
{
    private readonly int _firstGroup;

    // In order of the digits that they need.
    private readonly RegexDetector[] _patterns;
    private readonly int[] _mostBefore;
    private readonly HeadIndex _heads;
    private readonly HeadFilter _filter;

    // By number of digits of a cluster: how many patterns that is enough for, and how far before a digit these may start.
    private readonly (int Patterns, int MostBefore)[] _byDigits;

    /// <summary>An index over patterns of one view that have a <see cref="DigitChain"/>.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="firstGroup">Groups of 64 patterns of other indexes before it, for the numbering of those that are wanted.</param>
    public DigitIndex(IEnumerable<RegexDetector> patterns, int firstGroup)
    {
        _firstGroup = firstGroup;
        _patterns = [.. patterns.OrderBy(pattern => pattern.Digits!.Digits)];
        _mostBefore = new int[_patterns.Length];
        _heads = new HeadIndex([.. _patterns.Select(pattern => pattern.Plan)]);
        _filter = new HeadFilter([.. _patterns.Select(pattern => pattern.Plan)]);
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

    /// <summary>Groups of 64 patterns.</summary>
    public int Groups => (_patterns.Length + HeadIndex.GroupSize - 1) / HeadIndex.GroupSize;

    /// <summary>The patterns, each with its bit among those that are wanted.</summary>
    public IEnumerable<(RegexDetector Pattern, int Bit)> Bits => _patterns.Index().Select(pattern => (pattern.Item, _firstGroup * HeadIndex.GroupSize + pattern.Index));

    /// <summary>Adds the places where each pattern has to be tried at a cluster; a place may be added twice, the later time after others.</summary>
    /// <param name="text">A text, in the view of the patterns.</param>
    /// <param name="codes">The same as <see cref="LiteralCodes"/>.</param>
    /// <param name="cluster">Digits of it that stand close together.</param>
    /// <param name="wanted">A bit for each pattern that is; all are when it is empty.</param>
    /// <param name="starts">One list a detector.</param>
    public void FindAt(ReadOnlySpan<char> text, ReadOnlySpan<byte> codes, DigitCluster cluster, ReadOnlySpan<ulong> wanted, PlaceLists starts)
    {
        var (first, last, digits) = cluster;
        var (patterns, mostBefore) = _byDigits[Math.Min(digits, _byDigits.Length - 1)];
        if (patterns == 0)
            return;
        var passed = first;
        foreach (var start in _filter.In(codes, Math.Max(0, first - mostBefore), last))
        {
            for (; passed < start; passed++)
            {
                if (char.IsAsciiDigit((char)codes[passed]))
                    patterns = _byDigits[Math.Min(--digits, _byDigits.Length - 1)].Patterns;
            }

            AddAt(text, start, first - start, patterns, wanted, starts);
        }
    }

    private void AddAt(ReadOnlySpan<char> text, int start, int before, int patterns, ReadOnlySpan<ulong> wanted, PlaceLists starts)
    {
        for (var group = 0; group * HeadIndex.GroupSize < patterns; group++)
        {
            var asked = wanted.IsEmpty ? ulong.MaxValue : wanted[_firstGroup + group];
            if (asked == 0)
                continue;
            for (var found = _heads.At(group, text, start) & asked; found != 0; found &= found - 1)
            {
                var index = group * HeadIndex.GroupSize + BitOperations.TrailingZeroCount(found);
                if (index < patterns && before <= _mostBefore[index] && _patterns[index].MayStartAt(text, start))
                    starts.Add(_patterns[index].Number, new TextSpan(start, start));
            }
        }
    }
}

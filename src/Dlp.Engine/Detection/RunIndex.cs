using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>Finds where patterns that hold a long run of letters, digits and signs of base64 may match: near such a run, where their head fits.</summary>
internal sealed class RunIndex
{
    // In order of the symbols that they need.
    private readonly RegexDetector[] _patterns;
    private readonly HeadIndex _heads;
    private readonly HeadFilter _filter;

    // By length of a run: how many patterns that is enough for, and how far before it these may start.
    private readonly (int Patterns, int MostBefore)[] _byLength;

    // Fewest symbols that are enough for a pattern, with and without a digit among them.
    private readonly int _least = int.MaxValue;
    private readonly int _leastWithoutDigit = int.MaxValue;

    /// <summary>An index over patterns of one view that have a <see cref="SymbolRun"/>.</summary>
    public RunIndex(IEnumerable<RegexDetector> patterns)
    {
        _patterns = [.. patterns.OrderBy(pattern => pattern.Plan.Run!.Least)];
        _heads = new HeadIndex([.. _patterns.Select(pattern => pattern.Plan)]);
        _filter = new HeadFilter([.. _patterns.Select(pattern => pattern.Plan)]);
        _byLength = new (int, int)[_patterns.Length == 0 ? 1 : _patterns[^1].Plan.Run!.Least + 1];
        for (var (index, mostBefore) = (0, 0); index < _patterns.Length; index++)
        {
            var run = _patterns[index].Plan.Run!;
            mostBefore = Math.Max(mostBefore, run.MostBefore);
            _least = Math.Min(_least, run.Least);
            if (!run.HasDigit)
                _leastWithoutDigit = Math.Min(_leastWithoutDigit, run.Least);
            for (var length = run.Least; length < _byLength.Length; length++)
                _byLength[length] = (index + 1, mostBefore);
        }
    }

    /// <summary>Adds the places where each pattern has to be tried; a place may be added twice.</summary>
    /// <param name="text">A text, in the view of the patterns.</param>
    /// <param name="codes">The same as <see cref="LiteralCodes"/>.</param>
    /// <param name="runs">Its runs, or longer ones.</param>
    /// <param name="starts">One list a detector.</param>
    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<byte> codes, SymbolRuns runs, PlaceLists starts)
    {
        foreach (var run in runs.All)
        {
            if (run.Length < _least)
                continue;
            var hasDigit = text[run.Start..run.End].ContainsAnyInRange('0', '9');
            if (hasDigit || run.Length >= _leastWithoutDigit)
                FindIn(text, codes, run, hasDigit, starts);
        }
    }

    private void FindIn(ReadOnlySpan<char> text, ReadOnlySpan<byte> codes, TextSpan run, bool hasDigit, PlaceLists starts)
    {
        var (patterns, mostBefore) = _byLength[Math.Min(run.Length, _byLength.Length - 1)];
        var last = run.End - (hasDigit ? _least : _leastWithoutDigit);
        foreach (var start in _filter.In(codes, Math.Max(0, run.Start - mostBefore), last))
            FindAt(text, start, run.End, patterns, hasDigit, starts);
    }

    private void FindAt(ReadOnlySpan<char> text, int start, int end, int patterns, bool hasDigit, PlaceLists starts)
    {
        for (var group = 0; group * HeadIndex.GroupSize < patterns; group++)
        {
            for (var found = _heads.At(group, text, start); found != 0; found &= found - 1)
            {
                var index = group * HeadIndex.GroupSize + BitOperations.TrailingZeroCount(found);
                if (index >= patterns)
                    break;
                var run = _patterns[index].Plan.Run!;
                if (run.Least <= end - start && (hasDigit || !run.HasDigit) && _patterns[index].MayStartAt(text, start))
                    starts.Add(_patterns[index].Number, new TextSpan(start, start));
            }
        }
    }
}

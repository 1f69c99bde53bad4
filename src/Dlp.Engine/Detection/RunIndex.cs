using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>Finds where patterns that hold a long run of letters, digits and signs of base64 may match: near such a run, where their head fits.</summary>
internal sealed class RunIndex
{
    // In order of the symbols that they need.
    private readonly RegexDetector[] _patterns;
    private readonly HeadIndex _heads;

    // By length of a run: how many patterns that is enough for, and how far before it these may start.
    private readonly (int Patterns, int MostBefore)[] _byLength;

    /// <summary>An index over patterns of one view that have a <see cref="SymbolRun"/>.</summary>
    public RunIndex(IEnumerable<RegexDetector> patterns)
    {
        _patterns = [.. patterns.OrderBy(pattern => pattern.Plan.Run!.Least)];
        _heads = new HeadIndex([.. _patterns.Select(pattern => pattern.Plan)]);
        _byLength = new (int, int)[_patterns.Length == 0 ? 1 : _patterns[^1].Plan.Run!.Least + 1];
        for (var (index, mostBefore) = (0, 0); index < _patterns.Length; index++)
        {
            var run = _patterns[index].Plan.Run!;
            mostBefore = Math.Max(mostBefore, run.MostBefore);
            for (var length = run.Least; length < _byLength.Length; length++)
                _byLength[length] = (index + 1, mostBefore);
        }
    }

    /// <summary>Adds the places where each pattern has to be tried; a place may be added twice.</summary>
    /// <param name="text">A text, in the view of the patterns.</param>
    /// <param name="runs">Its runs, or longer ones.</param>
    /// <param name="starts">One list a detector.</param>
    public void Find(ReadOnlySpan<char> text, SymbolRuns runs, PlaceLists starts)
    {
        if (_patterns.Length == 0)
            return;
        var least = _patterns[0].Plan.Run!.Least;
        for (var run = runs.Next(0, least); run.Length > 0; run = runs.Next(run.End, least))
        {
            var (patterns, mostBefore) = _byLength[Math.Min(run.Length, _byLength.Length - 1)];
            var hasDigit = text[run.Start..run.End].ContainsAnyInRange('0', '9');
            for (var start = Math.Max(0, run.Start - mostBefore); start <= run.End - least; start++)
                FindAt(text, start, run.End, patterns, hasDigit, starts);
        }
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

using System.Text;

namespace Dlp.Cli.Measuring;

/// <summary>Adds up the scores of rows. Not thread-safe.</summary>
internal sealed class Measurement
{
    private readonly Dictionary<LabelKey, Tally> _labels = [];
    private readonly Dictionary<LabelKey, int> _unsupported = [];
    private readonly Dictionary<string, CleanTally> _clean = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Found, int Flagged)> _cleanInfoTypes = new(StringComparer.Ordinal);
    private readonly List<double> _milliseconds = [];
    private long _bytes;

    public void Add(RowScore score)
    {
        foreach (var (label, tally) in score.Tallies)
        {
            var key = new LabelKey(score.Row.Source, score.Row.Kind, label);
            _labels[key] = _labels.TryGetValue(key, out var sum) ? sum + tally : tally;
        }

        foreach (var label in score.Unsupported)
        {
            var key = new LabelKey(score.Row.Source, score.Row.Kind, label);
            _unsupported[key] = _unsupported.GetValueOrDefault(key) + 1;
        }

        if (score.Row.Kind == CorpusRow.Clean)
            AddClean(score);
        if (score.Elapsed is { } elapsed)
        {
            _milliseconds.Add(elapsed.TotalMilliseconds);
            _bytes += Encoding.UTF8.GetByteCount(score.Row.Text);
        }
    }

    public MeasuredCorpus Sum()
    {
        var labels = _labels.Select(pair => new MeasuredLabel(pair.Key, pair.Value)).OrderBy(label => label.Key, LabelKey.Alphabetical).ToList();
        var unsupported = _unsupported.Select(pair => new UnsupportedLabel(pair.Key, pair.Value)).OrderBy(label => label.Key, LabelKey.Alphabetical).ToList();
        return new MeasuredCorpus
        {
            Labels = labels,
            Unsupported = unsupported,
            Sources = [.. labels.Select(label => label.Key).Concat(unsupported.Select(label => label.Key)).Select(key => (key.Source, key.Kind)).Distinct().OrderBy(part => part.Source, StringComparer.Ordinal).ThenBy(part => part.Kind, StringComparer.Ordinal)
                .Select(part => MacroAverage.Of(part.Source, part.Kind, labels, unsupported))],
            Kinds = [.. labels.Select(label => label.Key.Kind).Concat(unsupported.Select(label => label.Key.Kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(kind => MacroAverage.Of(source: null, kind, labels, unsupported))],
            Clean = [.. _clean.Values.OrderBy(clean => clean.Source, StringComparer.Ordinal)],
            CleanInfoTypes = [.. _cleanInfoTypes.Select(pair => new CleanInfoType(pair.Key, pair.Value.Found, pair.Value.Flagged)).OrderByDescending(type => type.Texts).ThenBy(type => type.InfoType, StringComparer.Ordinal)],
            Time = ScanTime.Of(_milliseconds, _bytes),
        };
    }

    private void AddClean(RowScore score)
    {
        var sum = _clean.GetValueOrDefault(score.Row.Source) ?? new CleanTally(score.Row.Source, 0, 0, 0);
        _clean[score.Row.Source] = new CleanTally(sum.Source, sum.Texts + 1, sum.Flagged + (score.Flagged ? 1 : 0), sum.WithFinding + (score.InfoTypes.Count > 0 ? 1 : 0));
        foreach (var infoType in score.InfoTypes)
        {
            var (found, flagged) = _cleanInfoTypes.GetValueOrDefault(infoType);
            _cleanInfoTypes[infoType] = (found + 1, flagged + (score.Flagged ? 1 : 0));
        }
    }
}

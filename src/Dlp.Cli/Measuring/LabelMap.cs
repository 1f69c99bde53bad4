using System.Collections.Concurrent;
using System.Collections.Frozen;
using Dlp.Engine.Rules;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dlp.Cli.Measuring;

/// <summary>Which info types a corpus label stands for.</summary>
/// <remarks>
/// Without an entry in the map, a label that is an info type stands for itself (<c>in_.pan</c> is <c>in.pan</c>: Python's trailing underscores are taken off),
/// a label of kind <c>secret</c> for every secret, and <c>phone.FR</c> for <c>phone</c>. A key that ends in <c>*</c> stands for all labels that start so; the longest key that fits wins.
/// </remarks>
internal sealed class LabelMap
{
    private readonly FrozenSet<string> _loaded;
    private readonly IReadOnlyDictionary<string, string[]> _entries;
    private readonly ConcurrentDictionary<(string Kind, string Label), FrozenSet<string>> _known = new();

    /// <param name="ruleSet">The rules whose info types count.</param>
    /// <param name="withShadow">Whether those of shadow rules do.</param>
    /// <param name="entries">Label, or its beginning and <c>*</c>, to info types; an info type that ends in <c>*</c> stands for all that start so.</param>
    public LabelMap(RuleSet ruleSet, bool withShadow, IReadOnlyDictionary<string, string[]> entries)
    {
        _loaded = ruleSet.Rules
            .Where(rule => rule.Status == RuleStatus.Live || (withShadow && rule.Status == RuleStatus.Shadow))
            .Select(rule => rule.InfoType)
            .ToFrozenSet(StringComparer.Ordinal);
        _entries = entries;
    }

    /// <summary>Reads a map: a YAML mapping of labels to an info type or a list of them; an empty list says that none is meant.</summary>
    /// <returns>The entries, or what is wrong, as <c>file(line,column): what</c>.</returns>
    public static (IReadOnlyDictionary<string, string[]> Entries, IReadOnlyList<string> Faults) Read(string path, string displayName)
    {
        var entries = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var faults = new List<string>();
        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlException e)
        {
            return (entries, [$"{displayName}({e.Start.Line},{e.Start.Column}): {e.Message}"]);
        }

        if (yaml.Documents.Count != 1 || yaml.Documents[0].RootNode is not YamlMappingNode root)
            return (entries, [$"{displayName}(1,1): is no mapping; write lines like 'IBAN_CODE: iban'."]);
        foreach (var (key, value) in root.Children)
        {
            var types = value switch
            {
                YamlScalarNode { Value: { Length: > 0 } single } => [single],
                YamlSequenceNode list when list.All(item => item is YamlScalarNode { Value.Length: > 0 }) => list.Select(item => ((YamlScalarNode)item).Value!).ToArray(),
                _ => null,
            };
            if (key is YamlScalarNode { Value: { Length: > 0 } label } && types is not null)
                entries[label] = types;
            else
                faults.Add($"{displayName}({key.Start.Line},{key.Start.Column}): a label stands for an info type or a list of them; write 'IBAN_CODE: iban'.");
        }

        return (entries, faults);
    }

    /// <summary>The loaded info types that a label stands for; empty when no loaded rule finds any.</summary>
    public FrozenSet<string> InfoTypesOf(string kind, string label) =>
        _known.GetOrAdd((kind, label), key => Loaded(EntryOf(key.Label) ?? DefaultOf(key.Kind, key.Label)));

    private string[]? EntryOf(string label) => _entries.GetValueOrDefault(label) ?? _entries
        .Where(entry => entry.Key.EndsWith('*') && label.StartsWith(entry.Key[..^1], StringComparison.Ordinal))
        .OrderByDescending(entry => entry.Key.Length)
        .Select(entry => entry.Value)
        .FirstOrDefault();

    private string[] DefaultOf(string kind, string label)
    {
        var infoType = string.Join('.', label.Split('.').Select(piece => piece.TrimEnd('_')));
        if (_loaded.Contains(infoType))
            return [infoType];
        if (label.StartsWith("phone.", StringComparison.Ordinal))
            return ["phone"];
        return kind == "secret" ? ["secret.*"] : [];
    }

    private FrozenSet<string> Loaded(IEnumerable<string> infoTypes) => infoTypes
        .SelectMany(infoType => infoType.EndsWith('*')
            ? _loaded.Where(loaded => loaded.StartsWith(infoType[..^1], StringComparison.Ordinal))
            : _loaded.Where(loaded => loaded == infoType))
        .ToFrozenSet(StringComparer.Ordinal);
}

using System.Security.Cryptography;
using System.Text;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules.Compiled;
using Dlp.Engine.Rules.Fragments;
using Dlp.Engine.Rules.WordLists;

namespace Dlp.Engine.Rules;

/// <summary>Loads all files of a rules folder together, and reports every fault of every file.</summary>
/// <param name="files">The rules, the policy, and fragments of patterns.</param>
/// <param name="wordLists">The word lists, by path below the rules folder.</param>
/// <param name="compiled">Rules that need not be derived again; null when there are none.</param>
internal sealed class RuleSetLoader(IReadOnlyList<RuleFile> files, IReadOnlyDictionary<string, WordList> wordLists, CompiledRules? compiled)
{
    private readonly List<RuleFault> _faults = [];
    private readonly Lazy<SharedFragments> _fragments = new(() => SharedFragments.Of(files));

    public RuleSetLoad Load()
    {
        foreach (var list in wordLists.Values)
            _faults.AddRange(list.Faults);
        var policy = LoadPolicy();
        var loaded = LoadRules();
        _faults.AddRange(loaded.SelectMany(rule => rule.At.Faults));
        var rules = loaded.Where(rule => rule.Rule is not null).ToList();
        CheckTogether(rules);

        // Where a fault stands is known only of what was read.
        if (_faults.Count > 0 && compiled is not null)
            return new RuleSetLoader(files, wordLists, compiled: null).Load();
        return _faults.Count > 0
            ? new RuleSetLoad(null, [.. _faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)])
            : new RuleSetLoad(new RuleSet(files, wordLists, [.. rules.Select(rule => rule.Rule!).OrderBy(rule => rule.Id, StringComparer.Ordinal)], policy!, compiled?.HashOf(files, wordLists) ?? Hash(), compiled), []);
    }

    private static bool IsRule(RuleFile file) =>
        file.Path.EndsWith(RuleFolder.RuleExtension, StringComparison.Ordinal)
        && !file.Path.StartsWith("policies/", StringComparison.Ordinal)
        && !file.Path.StartsWith(RuleFolder.FragmentsFolder, StringComparison.Ordinal)
        && !file.Path.StartsWith("schema/", StringComparison.Ordinal);

    private LoadedRule[] LoadRules()
    {
        var fragments = files.Where(file => RuleFolder.IsFragments(file.Path)).ToList();
        if (fragments.Count > 0 && compiled?.HasFragments(fragments) != true)
            _faults.AddRange(_fragments.Value.Faults);
        RuleFile[] rules = [.. files.Where(IsRule).OrderBy(file => file.Path, StringComparer.Ordinal)];
        var loaded = new LoadedRule?[rules.Length];
        if (compiled is not null)
            loaded = [.. rules.Select(file => compiled.RuleOf(file, wordLists, fragments) is { } rule ? new LoadedRule(rule, new FaultList(file.Path)) : null)];
        // Each by itself, and on all cores: hundreds of rules are to be ready while somebody waits for the first answer.
        if (loaded.Contains(null))
            Parallel.For(0, rules.Length, number => loaded[number] ??= LoadRule(rules[number]));
        return loaded!;
    }

    private LoadedRule LoadRule(RuleFile file)
    {
        var faults = new FaultList(file.Path);
        if (new YamlBinder(faults).Bind<RuleDefinition>(file.Content) is not { } written)
            return new LoadedRule(null, faults);
        var definition = RulePatterns.WriteOut(written, _fragments.Value, faults);
        return new LoadedRule(new RuleCompiler(file, written, definition, wordLists, faults).Compile(), faults);
    }

    private Policy? LoadPolicy()
    {
        if (files.FirstOrDefault(file => file.Path == RuleFolder.PolicyPath) is not { } file)
        {
            _faults.Add(new RuleFault(RuleFolder.PolicyPath, 1, 1, "there is no policy; add this file with statements: and incomplete:"));
            return null;
        }

        if (compiled?.PolicyOf(file) is { } policy)
            return policy;
        var faults = new FaultList(file.Path);
        var definition = new YamlBinder(faults).Bind<PolicyDefinition>(file.Content);
        if (definition is not null)
            Policy.Check(definition, faults);
        _faults.AddRange(faults.Faults);
        return definition is null || faults.Faults.Count > 0 ? null : new Policy(definition);
    }

    private void CheckTogether(List<LoadedRule> rules)
    {
        foreach (var duplicates in rules.GroupBy(rule => rule.Rule!.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var (_, at) in duplicates.Skip(1))
                Report(at, "id", $"the id '{duplicates.Key}' is also that of {duplicates.First().At.File}; ids are unique");
        }

        var found = rules.Where(rule => rule.Rule!.FindsAlone).Select(rule => rule.Rule!.InfoType).ToHashSet(StringComparer.Ordinal);
        foreach (var (rule, at) in rules)
        {
            if (rule!.Composites.SelectMany(composite => composite.Composite.Sources).All(source => source.InfoType is not { } infoType || found.Contains(infoType)))
                continue;
            foreach (var (index, detect) in rule!.Definition.Detect.Index())
            {
                foreach (var (key, pieces) in new[] { ("allOf", detect.AllOf), ("noneOf", detect.NoneOf) })
                {
                    foreach (var (number, piece) in pieces.Index())
                    {
                        if (piece.InfoType is { } infoType && !found.Contains(infoType))
                            Report(at, $"detect[{index}].{key}[{number}].infoType", $"no rule without allOf finds '{infoType}'; give an info type that one finds");
                    }
                }
            }
        }
    }

    private void Report(FaultList at, string path, string message)
    {
        var before = at.Faults.Count;
        at.In(path, message);
        _faults.Add(at.Faults[before]);
    }

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var all = files.Select(file => (file.Path, ContentHash: (ReadOnlyMemory<byte>)SHA256.HashData(Encoding.UTF8.GetBytes(file.Content))))
            .Concat(wordLists.Values.Select(list => (list.Path, list.ContentHash)));
        foreach (var (path, contentHash) in all.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            // The length keeps two splits of the same bytes apart.
            var name = Encoding.UTF8.GetBytes(path);
            hash.AppendData(BitConverter.GetBytes(name.Length));
            hash.AppendData(name);
            hash.AppendData(contentHash.Span);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The rule is null when its file could not be read as one.
    private sealed record LoadedRule(Rule? Rule, FaultList At);
}

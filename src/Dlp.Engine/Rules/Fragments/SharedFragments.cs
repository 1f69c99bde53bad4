namespace Dlp.Engine.Rules.Fragments;

/// <summary>The fragments of all files below <c>fragments/</c>, to which the patterns of every rule may refer.</summary>
internal sealed class SharedFragments
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> None = new Dictionary<string, IReadOnlyList<string>>();

    private readonly Dictionary<string, FragmentScope> _scopes = new(StringComparer.Ordinal);
    private readonly List<FaultList> _faults = [];

    private SharedFragments(IEnumerable<RuleFile> files)
    {
        foreach (var file in files.Where(file => RuleFolder.IsFragments(file.Path)))
        {
            var faults = new FaultList(file.Path);
            var definition = new YamlBinder(faults).Bind<FragmentsDefinition>(file.Content);
            _faults.Add(faults);
            if (!_scopes.TryAdd(RuleFolder.IdOf(file.Path[RuleFolder.FragmentsFolder.Length..]), new FragmentScope(definition?.Fragments ?? None, this, faults)))
                faults.At(1, 1, "another file has the same path but for a dot in the place of a slash, so that a reference cannot tell them apart; rename one");
        }
    }

    /// <summary>What is wrong with the files, and with fragments that were referred to.</summary>
    public IReadOnlyList<RuleFault> Faults => [.. _faults.SelectMany(faults => faults.Faults)];

    /// <summary>The fragments of a rules folder, all of them written out; from then on they are only read.</summary>
    public static SharedFragments Of(IEnumerable<RuleFile> files)
    {
        var fragments = new SharedFragments(files);
        foreach (var scope in fragments._scopes.Values)
            scope.WriteOutAll();
        return fragments;
    }

    /// <summary>The fragments of a rules folder to which none of the rules refers.</summary>
    public static IReadOnlyList<RuleFault> UnusedBy(IEnumerable<Rule> rules, IEnumerable<RuleFile> files)
    {
        var fragments = new SharedFragments(files);
        foreach (var rule in rules)
            RulePatterns.WriteOut(rule.Definition, fragments, new FaultList(rule.File.Path));
        foreach (var scope in fragments._scopes.Values)
            scope.ReportUnused();
        return fragments.Faults;
    }

    /// <summary>The fragments of a file by its path with dots, <c>dates</c> for <c>fragments/dates.yaml</c>; null when there is no such file.</summary>
    public FragmentScope? ScopeOf(string id) => _scopes.GetValueOrDefault(id);
}

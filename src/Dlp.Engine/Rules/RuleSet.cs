using System.Text;
using Dlp.Engine.Detection;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules.Compiled;
using Dlp.Engine.Rules.Fragments;
using Dlp.Engine.Rules.WordLists;
using Dlp.Engine.Scanning;
using Dlp.Engine.Validation;

namespace Dlp.Engine.Rules;

/// <summary>All rules and the policy of a folder, loaded and compiled together; immutable and thread-safe. Load once, share, swap whole.</summary>
public sealed class RuleSet
{
    private readonly IReadOnlyList<RuleFile> _files;
    private readonly CompiledRules? _compiled;
    private readonly Lazy<IReadOnlyList<InfoType>> _infoTypes;
    private readonly Lazy<SharedFragments> _fragments;

    internal RuleSet(IReadOnlyList<RuleFile> files, IReadOnlyDictionary<string, WordList> wordLists, IReadOnlyList<Rule> rules, Policy policy, string hash, CompiledRules? compiled)
    {
        _files = files;
        _compiled = compiled;
        _fragments = new(() => SharedFragments.Of(files));
        WordLists = wordLists;
        Rules = rules;
        Running = [.. rules.Where(rule => rule.Runs)];
        Policy = policy;
        Detectors = DetectorDemand.IndexOf(rules, policy);
        Index = new RuleIndex(rules, Detectors);
        Hash = hash;
        _infoTypes = new(() =>
        [
            .. Running.GroupBy(rule => rule.InfoType, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new InfoType(group.Key, group.First().Category, group.First().Title, [.. group.Select(rule => rule.Id)])),
        ]);
    }

    /// <summary>All rules, retired and proposed ones included, in order of id.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The kinds of things that live and shadow rules find, in order of id.</summary>
    public IReadOnlyList<InfoType> InfoTypes => _infoTypes.Value;

    /// <summary><c>sha256:</c> and 64 hex digits over every file that was loaded; changes when any of them does.</summary>
    public string Hash { get; }

    /// <summary>Names that a rule's <c>validators</c> may hold.</summary>
    public static IReadOnlyList<string> ValidatorNames => Validators.Names;

    /// <summary>Live and shadow rules, in order of id.</summary>
    internal IReadOnlyList<Rule> Running { get; }

    /// <summary>The rules, the policy and fragments of patterns as files.</summary>
    internal IReadOnlyList<RuleFile> Files => _files;

    /// <summary>All word lists, by path.</summary>
    internal IReadOnlyDictionary<string, WordList> WordLists { get; }

    /// <summary>What all detectors wait for.</summary>
    internal DetectorIndex Detectors { get; }

    /// <summary>From what is found to the rules.</summary>
    internal RuleIndex Index { get; }

    /// <summary>The policy.</summary>
    internal Policy Policy { get; }

    /// <summary>Loads every file below a folder; of rules that were compiled (<see cref="Compile"/>) and have not changed, only what was derived.</summary>
    /// <param name="directory">The rules folder.</param>
    /// <param name="checkExamples">Whether the rules' examples are run, unless the folder was compiled as it is; one that does not hold is a fault.</param>
    /// <param name="previous">What the folder held before: word lists that have not changed since are taken from it, and examples of rules that have not are not run again.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleSetLoad Load(string directory, bool checkExamples = true, RuleSet? previous = null) =>
        Load(directory, checkExamples, previous, CompiledRules.For(directory));

    /// <summary>Loads every file below a folder, and runs the rules' examples, whatever was compiled.</summary>
    /// <param name="directory">The rules folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleSetLoad LoadAnew(string directory) => Load(directory, checkExamples: true, previous: null, compiled: null);

    /// <summary>Loads every file below a folder and, when there is no fault, writes what loading derives of them into a file beside it.</summary>
    /// <param name="directory">The rules folder.</param>
    /// <param name="path">The file: the folder's name and <c>.compiled</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static RuleSetLoad Compile(string directory, out string path)
    {
        path = CompiledRules.PathOf(directory);
        var load = LoadAnew(directory);
        if (load.RuleSet is { } ruleSet)
            CompiledRules.Write(ruleSet, ruleSet._files, path);
        return load;
    }

    /// <summary>Loads from files already read.</summary>
    /// <param name="files">All files of the rules folder.</param>
    /// <param name="checkExamples">Whether the rules' examples are run; one that does not hold is a fault.</param>
    public static RuleSetLoad Load(IReadOnlyList<RuleFile> files, bool checkExamples = true) =>
        Load([.. files.Where(file => !RuleFolder.IsWordList(file.Path))], WordListsOf(files), checkExamples, previous: null, compiled: null);

    /// <summary>How the detectors of live and shadow rules are run and what that costs, in order of rule.</summary>
    public IReadOnlyList<DetectorPlan> Plans()
    {
        var planner = new DetectorPlanner(this);
        return [.. Running.SelectMany(planner.PlansOf)];
    }

    /// <summary>The fragments of files to which no rule refers, each with its place.</summary>
    public IReadOnlyList<RuleFault> UnusedFragments() => SharedFragments.UnusedBy(Rules, _files);

    /// <summary>A rule of the set as written, with the fragments of its patterns in the place of their names.</summary>
    /// <param name="rule">The rule.</param>
    public RuleDefinition WrittenOut(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RulePatterns.WriteOut(rule.Definition, _fragments.Value, new FaultList(rule.File.Path));
    }

    /// <summary>A rule set in which <paramref name="file"/> takes the place of the one of the same path, or is added; for trying a rule before saving it.</summary>
    /// <param name="file">A rule, policy, word list or file of fragments.</param>
    /// <param name="checkExamples">Whether the rules' examples are run.</param>
    public RuleSetLoad With(RuleFile file, bool checkExamples = true)
    {
        IReadOnlyList<RuleFile> files = RuleFolder.IsWordList(file.Path) ? _files : [.. _files.Where(other => other.Path != file.Path), file];
        var wordLists = new Dictionary<string, WordList>(WordLists, StringComparer.Ordinal);
        foreach (var (path, list) in WordListsOf([file]))
            wordLists[path] = list;
        return Load(files, wordLists, checkExamples, this, _compiled);
    }

    private static RuleSetLoad Load(string directory, bool checkExamples, RuleSet? previous, CompiledRules? compiled)
    {
        var (files, wordLists, faults) = RuleFolder.Read(directory, previous?.WordLists);
        var load = Load(files, wordLists, checkExamples && faults.Count == 0, previous, compiled);
        return faults.Count == 0 ? load : new RuleSetLoad(null, [.. faults.Concat(load.Faults)]);
    }

    private static RuleSetLoad Load(IReadOnlyList<RuleFile> files, IReadOnlyDictionary<string, WordList> wordLists, bool checkExamples, RuleSet? previous, CompiledRules? compiled)
    {
        var load = new RuleSetLoader(files, wordLists, compiled).Load();
        if (load.RuleSet is not { } ruleSet || !checkExamples || ruleSet.Hash == compiled?.Hash)
            return load;
        var faults = RuleExamples.Faults(ruleSet, previous);
        return faults.Count == 0 ? load : new RuleSetLoad(null, faults);
    }

    /// <summary>Whether the word lists are those of another rule set, unchanged.</summary>
    internal bool HasWordListsOf(RuleSet other) => WordLists.Count == other.WordLists.Count
        && WordLists.All(list => other.WordLists.TryGetValue(list.Key, out var same) && ReferenceEquals(same, list.Value));

    /// <summary>Whether the files of fragments are those of another rule set, unchanged.</summary>
    internal bool HasFragmentsOf(RuleSet other) => FragmentFiles.SequenceEqual(other.FragmentFiles);

    private IEnumerable<RuleFile> FragmentFiles => _files.Where(file => RuleFolder.IsFragments(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal);

    private static Dictionary<string, WordList> WordListsOf(IEnumerable<RuleFile> files) =>
        files.Where(file => RuleFolder.IsWordList(file.Path))
            .ToDictionary(file => file.Path, file => WordList.Load(file.Path, Encoding.UTF8.GetBytes(file.Content)), StringComparer.Ordinal);
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dlp.Engine.Rules.Fragments;

/// <summary>The fragments that one file names; writes out what patterns of that file refer to, and reports what is wrong with that.</summary>
/// <param name="fragments">Alternatives by name.</param>
/// <param name="shared">The fragments of other files.</param>
/// <param name="faults">Takes the faults of the file.</param>
/// <param name="view">The text that all patterns of the file see; null when that is not known.</param>
internal sealed partial class FragmentScope(IReadOnlyDictionary<string, IReadOnlyList<string>> fragments, SharedFragments shared, FaultList faults, TextView? view = null)
{
    // Fragments of fragments of fragments could fill the memory.
    private const int MostCharacters = 1 << 20;

    // And so long a chain of them the stack.
    private const int DeepestNesting = 64;

    // Null stands for one that is faulty.
    private readonly Dictionary<string, string?> _writtenOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private int _characters;
    private int _depth;

    /// <summary>A pattern of the file with all that it refers to written out; null when that cannot be done, which has been reported.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="path">Its key.</param>
    public string? WriteOut(string pattern, string path)
    {
        var references = FragmentReference.In(pattern);
        if (references.Count == 0)
            return pattern;
        if (FreeSpacing().IsMatch(pattern))
            return Fault(path, "(?x) would leave out the blanks of the fragments that this refers to; write it without (?x)");

        var whole = new StringBuilder();
        var isSound = true;
        var end = 0;
        foreach (var reference in references)
        {
            var fragment = Find(reference.Name, path);
            isSound &= fragment is not null;
            whole.Append(pattern, end, reference.Start - end);
            whole.Append(fragment is not null && reference.NeedsGroupAround(fragment, pattern) ? $"(?:{fragment})" : fragment);
            end = reference.End;
            if (_characters + whole.Length > MostCharacters)
                return Fault(path, string.Create(CultureInfo.InvariantCulture, $"the patterns of this file have more than {MostCharacters} characters with their fragments written out; refer to fewer"));
        }

        whole.Append(pattern, end, pattern.Length - end);
        _characters += whole.Length;
        return isSound ? whole.ToString() : null;
    }

    /// <summary>Reports the fragments that no pattern has referred to so far.</summary>
    public void ReportUnused()
    {
        foreach (var name in fragments.Keys.Where(name => !_begun.Contains(name)))
            Fault($"fragments.{name}", $"no pattern refers to the fragment '{name}'; refer to it where it belongs, or remove it");
    }

    /// <summary>Writes out the fragments that no pattern has referred to as well, so that all their faults are reported.</summary>
    public void WriteOutAll()
    {
        foreach (var name in fragments.Keys)
            FragmentOf(name);
    }

    private string? Find(string reference, string path)
    {
        var dot = reference.LastIndexOf('.');
        var scope = dot < 0 ? this : shared.ScopeOf(reference[..dot]);
        var name = reference[(dot + 1)..];
        if (scope is null)
            return Fault(path, $"there is no file {RuleFolder.FragmentsFolder}{reference[..dot].Replace('.', '/')}.yaml with a fragment '{name}'; add it, or write \\{{ for a brace");
        return scope.Has(name) ? scope.FragmentOf(name) : Fault(path, $"there is no fragment '{reference}'; {scope.Advice(reference[..(dot + 1)])}");
    }

    private bool Has(string name) => fragments.ContainsKey(name);

    private string Advice(string prefix) => fragments.Count == 0
        ? "add it under fragments:, or write \\{ for a brace"
        : $"use one of {string.Join(", ", fragments.Keys.Select(name => prefix + name))}, or write \\{{ for a brace";

    private string? FragmentOf(string name)
    {
        if (_writtenOut.TryGetValue(name, out var known))
            return known;
        var path = $"fragments.{name}";
        if (!_begun.Add(name))
            return Fault(path, $"the fragment '{name}' refers to itself, by way of others or not; write out what is meant");
        if (!NameForm().IsMatch(name))
            Fault(path, $"'{name}' is no name of a fragment; use small letters, digits and hyphens, a letter first: kind-of-way");
        if (fragments[name].Count == 0)
            Fault(path, $"the fragment '{name}' has no alternative; write at least one");
        if (_depth == DeepestNesting)
            return _writtenOut[name] = Fault(path, string.Create(CultureInfo.InvariantCulture, $"more than {DeepestNesting} fragments refer to one another in a chain that ends here; write some of them out"));

        _depth++;
        var alternatives = fragments[name].Index().Select(alternative => Alternative(alternative.Item, $"{path}[{alternative.Index}]")).ToList();
        _depth--;
        return _writtenOut[name] = alternatives.Count == 0 || alternatives.Contains(null) ? null : string.Join('|', alternatives);
    }

    private string? Alternative(string written, string path) =>
        WriteOut(written, path) is not { } alternative ? null
        : PatternInspection.FaultOfFragment(alternative, view) is { } fault ? Fault(path, fault)
        : alternative;

    private string? Fault(string path, string message)
    {
        faults.In(path, message);
        return null;
    }

    [GeneratedRegex(@"(?<!\\)\(\?[imns]*x")]
    private static partial Regex FreeSpacing();

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex NameForm();
}

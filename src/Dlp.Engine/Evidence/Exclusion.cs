using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Values that are never a finding, as run.</summary>
internal sealed class Exclusion(ExclusionDefinition definition)
{
    private readonly FrozenSet<string> _values = definition.Values.Select(Bare).ToFrozenSet(StringComparer.Ordinal);
    private readonly Lazy<Regex>? _regex = definition.Regex is { } pattern
        ? new(() => new Regex(pattern, RegexOptions.CultureInvariant))
        : null;

    public LoweredConfidence LowersTo => definition.LowersTo;

    public string Because => definition.Because;

    /// <summary>Whether a value, in the rule's view, is one of them.</summary>
    public bool Covers(string value) => _values.Contains(Bare(value)) || _regex?.Value.IsMatch(value) == true;

    private static string Bare(string value) => CanonicalValue.Of(value).ToLowerInvariant();
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Evidence;

/// <summary>Values that are never a finding, as run.</summary>
internal sealed class Exclusion(ExclusionDefinition definition)
{
    private readonly FrozenSet<string> _values = definition.Values.Select(Bare).ToFrozenSet(StringComparer.Ordinal);
    private readonly Lazy<Regex>? _regex = definition.Regex is { } pattern
        ? new(() => new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        : null;

    public LoweredConfidence LowersTo => definition.LowersTo;

    public string Because => definition.Because;

    /// <summary>Whether a value, in the rule's view, is one of them.</summary>
    public bool Covers(string value) => _values.Contains(Bare(value)) || Fits(value);

    // Only a text made for it takes so long; it does not earn itself an exclusion by that.
    private bool Fits(string value)
    {
        try
        {
            return _regex?.Value.IsMatch(value) == true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Bare(string value) => CanonicalValue.Of(value).ToLowerInvariant();
}

using Dlp.Engine.Rules;

namespace Dlp.Engine;

/// <summary>Scans drafts with one rule set. Immutable, thread-safe and reentrant: make one per rule set and share it.</summary>
/// <param name="ruleSet">The rules and the policy.</param>
public sealed class DraftScanner(RuleSet ruleSet)
{
    /// <summary>The rules and the policy it scans with.</summary>
    public RuleSet RuleSet { get; } = ruleSet;

    /// <summary>From draft to decision.</summary>
    /// <param name="draft">Any draft; no text, however hostile, makes it throw.</param>
    /// <param name="options">What is taken into account besides the draft.</param>
    public ScanResult Scan(Draft draft, ScanOptions options) => throw new NotSupportedException();

    /// <summary>Loads what is loaded lazily (patterns, the models of Microsoft.Recognizers), so that the first author does not wait for it.</summary>
    public void Warm() => throw new NotSupportedException();
}

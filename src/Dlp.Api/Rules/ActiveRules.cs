using Dlp.Engine.Rules;

namespace Dlp.Api.Rules;

/// <summary>The rule set in force. Swapped whole: a request that has taken it works with it to its end.</summary>
internal sealed class ActiveRules
{
    private volatile LoadedRules? _loaded;
    private volatile FailedReload? _failure;

    /// <summary>The rules in force.</summary>
    /// <exception cref="InvalidOperationException">None are loaded; the program does not listen before they are.</exception>
    public LoadedRules Current => _loaded ?? throw new InvalidOperationException("No rules are loaded yet.");

    /// <summary>Whether patterns and models are loaded, so that no author waits for them.</summary>
    public bool IsWarm => _loaded is { IsWarm: true };

    /// <summary>The faults of the last reload, while the rule set before it goes on serving; null when the last load was good.</summary>
    public FailedReload? Failure => _failure;

    public void Swap(LoadedRules rules)
    {
        _loaded = rules;
        _failure = null;
    }

    public void KeepDespite(FailedReload failure) => _failure = failure;
}

/// <summary>A rule set and the scanner that runs it.</summary>
internal sealed class LoadedRules(RuleSet ruleSet, DateTimeOffset at)
{
    private volatile bool _warm;

    public DraftScanner Scanner { get; } = new(ruleSet);

    public RuleSet RuleSet => Scanner.RuleSet;

    public DateTimeOffset At { get; } = at;

    public bool IsWarm => _warm;

    public void Warm()
    {
        Scanner.Warm();
        _warm = true;
    }
}

/// <summary>A reload that was refused.</summary>
internal sealed record FailedReload(DateTimeOffset At, IReadOnlyList<RuleFault> Faults);

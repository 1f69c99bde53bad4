using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests;

/// <summary>The rules that travel with the engine, loaded once.</summary>
internal static class ShippedRules
{
    private static readonly Lazy<RuleSetLoad> Loaded = new(() => RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "rules")));

    /// <summary>What loading them gave, their examples run.</summary>
    public static RuleSetLoad Load => Loaded.Value;

    public static RuleSet RuleSet => Load.RuleSet ?? throw new InvalidOperationException(string.Join('\n', Load.Faults));
}

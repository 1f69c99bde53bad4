using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Texts;

/// <summary>The rules that lie beside the program.</summary>
internal static class ShippedRules
{
    /// <summary>The rules folder.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>Its files, as rule sets are made of.</summary>
    public static IReadOnlyList<RuleFile> Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(Folder, path).Replace('\\', '/')))
            .Where(file => file.Name.EndsWith(".yaml", StringComparison.Ordinal) || file.Name.StartsWith("words/", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new RuleFile(file.Name, File.ReadAllText(file.Path))),
    ];

    /// <summary>Loads files that are known to be sound.</summary>
    /// <exception cref="WrongAnswerException">They are not.</exception>
    public static RuleSet Load(IEnumerable<RuleFile> files)
    {
        var load = RuleSet.Load([.. files], checkExamples: false);
        return load.RuleSet ?? throw new WrongAnswerException($"The rules do not load: {string.Join('\n', load.Faults.Take(5))}");
    }

    /// <summary>The shipped rules, and made ones up to a number.</summary>
    public static (IReadOnlyList<RuleFile> Files, IReadOnlyList<MadeRule> Made) UpTo(int rules, int seed)
    {
        var shipped = Files();
        var count = shipped.Count(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal) && !file.Path.StartsWith("policies/", StringComparison.Ordinal));
        var made = new MadeRules(seed).Make(Math.Max(0, rules - count));
        return ([.. shipped, .. made.Select(rule => rule.File)], made);
    }
}

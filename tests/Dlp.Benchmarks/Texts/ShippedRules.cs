using System.Security.Cryptography;
using System.Text;
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

    /// <summary>So many rules: a sample of the shipped ones, or all of them and made ones.</summary>
    public static (IReadOnlyList<RuleFile> Files, IReadOnlyList<MadeRule> Made) UpTo(int rules, int seed)
    {
        var shipped = Files().ToLookup(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal) && !file.Path.StartsWith("policies/", StringComparison.Ordinal) && !file.Path.StartsWith("fragments/", StringComparison.Ordinal));
        var made = new MadeRules(seed).Make(Math.Max(0, rules - shipped[true].Count()));
        return ([.. shipped[false], .. Sample([.. shipped[true]], rules), .. made.Select(rule => rule.File)], made);
    }

    // Those that find what leaks in the texts, and others in an order of their own, so that a new rule changes one of the sample at most. One that asks for
    // what another finds may not stand without it.
    private static RuleFile[] Sample(RuleFile[] shipped, int count)
    {
        if (count >= shipped.Length)
            return shipped;
        var needed = shipped.Where(file => Leaks.Rules.Any(rule => file.Path == $"{rule}.yaml")).ToList();
        var others = shipped.Except(needed).Where(file => !file.Content.Contains("{infoType: ", StringComparison.Ordinal)).ToList();
        return [.. needed, .. others.OrderBy(file => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.Path))), StringComparer.Ordinal).Take(count - needed.Count)];
    }
}

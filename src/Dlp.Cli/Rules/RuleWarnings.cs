using System.Globalization;
using Dlp.Engine;
using Dlp.Engine.Rules;

namespace Dlp.Cli.Rules;

/// <summary>What is doubtful in a rule set that loads: nothing that is wrong for certain.</summary>
internal sealed class RuleWarnings
{
    /// <summary>Longer messages are not read by somebody about to publish.</summary>
    private const int LongestMessage = 300;

    private readonly RuleSet _ruleSet;
    private readonly string _directory;
    private readonly DraftScanner _scanner;
    private readonly List<RuleFault> _warnings = [];

    private RuleWarnings(RuleSet ruleSet, string directory)
    {
        _ruleSet = ruleSet;
        _directory = directory;
        _scanner = new DraftScanner(ruleSet);
    }

    /// <summary>All warnings, by file and line.</summary>
    public static IReadOnlyList<RuleFault> Of(RuleSet ruleSet, string directory)
    {
        var warnings = new RuleWarnings(ruleSet, directory);
        foreach (var rule in ruleSet.Rules)
            warnings.Check(rule.Definition);
        warnings.CheckTermFiles();
        warnings._warnings.AddRange(ruleSet.UnusedFragments());
        warnings.CheckCost();
        return [.. warnings._warnings.OrderBy(warning => warning.File, StringComparer.Ordinal).ThenBy(warning => warning.Line)];
    }

    private void Check(RuleDefinition rule)
    {
        if (rule.Version < 1)
            Warn(rule, "version", $"the version is {rule.Version}; start at 1");
        if (rule.Examples.NoMatch.Count < 2)
            Warn(rule, "examples", $"examples that must not match: {rule.Examples.NoMatch.Count}; give 2 or more, among them what comes closest to a false alarm");
        if (rule.Status == RuleStatus.Live && rule.References.Count == 0)
            Warn(rule, "references", "a live rule without references; say where the format is documented");
        if (rule.Title.En == rule.Title.Fr)
            Warn(rule, "title", "the title is the same in English and French; translate it");
        if (rule.Message.En == rule.Message.Fr)
            Warn(rule, "message", "the message is the same in English and French; translate it");
        CheckLength(rule, "English", rule.Message.En);
        CheckLength(rule, "French", rule.Message.Fr);
        CheckReplacement(rule, Language.En);
        CheckReplacement(rule, Language.Fr);
    }

    private void CheckLength(RuleDefinition rule, string language, string message)
    {
        if (message.Length > LongestMessage)
            Warn(rule, "message", string.Create(CultureInfo.InvariantCulture, $"the {language} message has {message.Length} characters; shorten it to {LongestMessage} at most"));
    }

    private void CheckReplacement(RuleDefinition rule, Language language)
    {
        // Any instant does: a replacement names no period.
        var options = new ScanOptions { PublishAt = DateTimeOffset.UnixEpoch, MinimumConfidence = Confidence.Low, Redact = false };
        var found = _scanner.Scan(Draft.FromText(rule.Replacement.In(language)), options);
        foreach (var finding in found.Findings.Concat(found.ShadowFindings).DistinctBy(finding => finding.Rule.Id))
            Warn(rule, "replacement", $"the replacement ({Wire.Name(language)}) is itself found by {finding.Rule.Id}; word it otherwise");
    }

    private void CheckTermFiles()
    {
        var words = Path.Combine(_directory, "words");
        if (!Directory.Exists(words))
            return;
        var used = _ruleSet.Rules.SelectMany(rule => rule.Definition.Detect).SelectMany(TermsFiles).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(words, "*", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(_directory, path).Replace('\\', '/');
            if (!used.Contains(file) && !Path.GetFileName(file).StartsWith('.'))
                _warnings.Add(new RuleFault(file, 1, 1, "no rule uses these terms; name the file in a termsFile, or delete it"));
        }
    }

    private void CheckCost()
    {
        foreach (var plan in _ruleSet.Plans().Where(plan => plan.Advice is not null))
            Warn(_ruleSet.Rules.First(rule => rule.Id == plan.RuleId).Definition, "detect", $"{plan.Path} {plan.Advice}");
    }

    private static IEnumerable<string?> TermsFiles(DetectDefinition detect) =>
        [detect.TermsFile, .. detect.AllOf.Concat(detect.NoneOf).Select(evidence => evidence.TermsFile)];

    private void Warn(RuleDefinition rule, string key, string message)
    {
        var file = $"{rule.Id.Replace('.', '/')}.yaml";
        _warnings.Add(new RuleFault(file, LineOf(file, key), 1, message));
    }

    /// <summary>1-based line of a top-level key; 1 when the file does not have it.</summary>
    private int LineOf(string file, string key)
    {
        var path = Path.Combine(_directory, file);
        if (!File.Exists(path))
            return 1;
        var index = Array.FindIndex(File.ReadAllLines(path), line => line.StartsWith($"{key}:", StringComparison.Ordinal));
        return Math.Max(0, index) + 1;
    }
}

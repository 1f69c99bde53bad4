using Dlp.Engine.Rules;

namespace Dlp.Engine.Policies;

/// <summary>A policy as run: what may be done with a draft in which something was found, or of which something was not read.</summary>
internal sealed class Policy(PolicyDefinition definition)
{
    /// <summary>The policy as written.</summary>
    public PolicyDefinition Definition { get; } = definition;

    /// <summary>Reports what is wrong with a policy as written.</summary>
    public static void Check(PolicyDefinition definition, FaultList faults)
    {
        foreach (var (index, statement) in definition.Statements.Index())
        {
            if (statement.When.MinimumCount is < 1)
                faults.In($"statements[{index}].when.minimumCount", "minimumCount must be 1 or more");
        }
    }

    /// <summary>The findings with the verdict of each: that of the first statement that fits it, <c>allow</c> when none does.</summary>
    public List<Finding> Judge(IReadOnlyList<Finding> findings, ScanOptions options)
    {
        var statements = Definition.Statements
            .Where(statement => FitsDestination(statement.When, options) && HasCount(statement.When, findings))
            .ToList();
        return [.. findings.Select(finding => finding with { Verdict = VerdictOf(finding, statements) })];
    }

    /// <summary>The verdict for a part in a state.</summary>
    public Verdict VerdictOf(PartStatus status, UnreadCause cause) => (status, cause) switch
    {
        (PartStatus.Scanned, _) => Verdict.Allow,
        (_, UnreadCause.NoOcr) => Definition.Incomplete.NoOcr,
        (_, UnreadCause.AudioOrVideo) => Definition.Incomplete.AudioOrVideo,
        (PartStatus.Partial, _) => Definition.Incomplete.Partial,
        (PartStatus.Unreadable, _) => Definition.Incomplete.Unreadable,
        (PartStatus.Encrypted, _) => Definition.Incomplete.Encrypted,
        (PartStatus.TooLarge, _) => Definition.Incomplete.TooLarge,
        _ => Definition.Incomplete.Unsupported,
    };

    private static Verdict VerdictOf(Finding finding, List<PolicyStatement> statements) =>
        statements.Find(statement => Fits(statement.When, finding))?.Verdict ?? Verdict.Allow;

    private static bool Fits(PolicyCondition when, Finding finding) =>
        (when.Categories.Count == 0 || when.Categories.Contains(finding.Rule.Category))
        && (when.InfoTypes.Count == 0 || when.InfoTypes.Contains(finding.Rule.InfoType))
        && (when.Severities.Count == 0 || when.Severities.Contains(finding.Rule.Severity))
        && (when.MinimumConfidence is not { } minimum || finding.Confidence >= minimum);

    private static bool FitsDestination(PolicyCondition when, ScanOptions options) =>
        (when.Audiences.Count == 0 || when.Audiences.Contains(options.Destination.Audience))
        && (when.Groups.Count == 0 || when.Groups.Intersect(options.Groups, StringComparer.OrdinalIgnoreCase).Any())
        && (when.Sites.Count == 0 || (options.Destination.Site is { } site && when.Sites.Any(named => IsBelow(site, named))));

    private static bool IsBelow(string site, string named) =>
        site.Equals(named, StringComparison.OrdinalIgnoreCase)
        || site.EndsWith("." + named, StringComparison.OrdinalIgnoreCase);

    private static bool HasCount(PolicyCondition when, IReadOnlyList<Finding> all) =>
        when.MinimumCount is not { } minimum
        || all.Where(finding => Fits(when, finding)).Select(finding => (finding.Rule.InfoType, finding.NormalizedValue)).Distinct().Count() >= minimum;
}

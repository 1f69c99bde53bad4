using Dlp.Engine.Rules;

namespace Dlp.Engine.Policies;

/// <summary>A policy as run: what may be done with a draft in which something was found, or of which something was not read.</summary>
internal sealed class Policy(PolicyDefinition definition)
{
    // By the digits of its id, which is how the id stands in a finding's normalised value.
    private readonly (string Digits, PolicyLabel Label)[] _labels = [.. definition.Labels.Select(label => (Guid.Parse(label.Id).ToString("N"), label))];

    /// <summary>The policy as written.</summary>
    public PolicyDefinition Definition { get; } = definition;

    /// <summary>
    /// The lowest confidence with which a finding can have another verdict than <c>allow</c>, or be counted by a statement; one that shows
    /// a sensitivity label can with any.
    /// </summary>
    public Confidence LowestThatCounts { get; } = definition.Statements
        .Where(statement => statement.Verdict != Verdict.Allow || statement.When.MinimumCount is not null)
        .Select(statement => statement.When.MinimumConfidence ?? Confidence.Low)
        .DefaultIfEmpty(Confidence.High)
        .Min();

    /// <summary>Reports what is wrong with a policy as written.</summary>
    public static void Check(PolicyDefinition definition, FaultList faults)
    {
        foreach (var (index, statement) in definition.Statements.Index())
        {
            if (statement.When.MinimumCount is < 1)
                faults.In($"statements[{index}].when.minimumCount", "minimumCount must be 1 or more");
            foreach (var (number, site) in statement.When.Sites.Index().Where(site => !Destination.IsSite(site.Item)))
                faults.In($"statements[{index}].when.sites[{number}]", $"'{site}' is no host name; write it without scheme, port or path, such as linkedin.com");
        }

        CheckLabels(definition.Labels, faults);
    }

    private static void CheckLabels(IReadOnlyList<PolicyLabel> labels, FaultList faults)
    {
        var known = new Dictionary<Guid, int>();
        foreach (var (index, label) in labels.Index())
        {
            if (!Guid.TryParse(label.Id, out var id) || id == Guid.Empty)
                faults.In($"labels[{index}].id", $"'{label.Id}' is no label's id; write the GUID that Purview shows, such as 2096f6a2-d2f7-48be-b329-b73aaa526e5d");
            else if (!known.TryAdd(id, index))
                faults.In($"labels[{index}].id", $"labels[{known[id]}] has the same id; remove one of them");
            if (string.IsNullOrWhiteSpace(label.Name))
                faults.In($"labels[{index}].name", "the label has no name; write the one that authors see");
        }
    }

    /// <summary>
    /// The findings with the verdict of each: that of the sensitivity label that it shows, else of the first statement that fits it, <c>allow</c> when none does.
    /// </summary>
    public List<Finding> Judge(IReadOnlyList<Finding> findings, ScanOptions options)
    {
        var statements = Definition.Statements
            .Where(statement => FitsDestination(statement.When, options) && HasCount(statement.When, findings))
            .ToList();
        return [.. findings.Select(finding => LabelOf(finding) is { } label
            ? finding with { Verdict = label.Verdict, Label = label.Name }
            : finding with { Verdict = VerdictOf(finding, statements) })];
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

    private PolicyLabel? LabelOf(Finding finding)
    {
        if (finding.Rule.Category != Category.Marking)
            return null;
        foreach (var (digits, label) in _labels)
        {
            if (finding.NormalizedValue.Contains(digits, StringComparison.OrdinalIgnoreCase))
                return label;
        }

        return null;
    }

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

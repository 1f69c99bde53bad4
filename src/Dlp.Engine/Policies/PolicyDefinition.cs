using System.ComponentModel;

namespace Dlp.Engine.Policies;

/// <summary>A policy as written: findings, destination, audience and author's groups to a verdict.</summary>
[Description("A policy: findings, destination, audience and author's groups to a verdict.")]
public sealed record PolicyDefinition
{
    /// <summary>For each finding the first statement that fits gives its verdict; none fits: allow. The strictest verdict of all findings is the decision.</summary>
    [Description("For each finding, the first statement that fits gives its verdict; when none fits, allow. The strictest verdict is the decision.")]
    public required IReadOnlyList<PolicyStatement> Statements { get; init; }

    /// <summary>What sensitivity labels of the company mean. Where a document bears one of these, its verdict is that of the label, whatever the statements say of the finding.</summary>
    [Description("Sensitivity labels (Microsoft Purview) by id. A finding of one of these has the label's verdict, whatever the statements say of it.")]
    public IReadOnlyList<PolicyLabel> Labels { get; init; } = [];

    /// <summary>Verdicts for parts that were not wholly scanned.</summary>
    [Description("Verdicts for parts that were not wholly scanned.")]
    public required IncompleteVerdicts Incomplete { get; init; }
}

/// <summary>A sensitivity label, and what it means.</summary>
[Description("A sensitivity label, and what it means.")]
public sealed record PolicyLabel
{
    /// <summary>Its id, which documents bear: a GUID.</summary>
    [Description("The label's id, a GUID: 2096f6a2-d2f7-48be-b329-b73aaa526e5d. `Get-Label | Format-Table -Property DisplayName, Guid` lists those of a company.")]
    public required string Id { get; init; }

    /// <summary>Its name, as the author knows it.</summary>
    [Description("The label's name, as the author knows it.")]
    public required string Name { get; init; }

    /// <summary>The verdict for what bears it.</summary>
    [Description("The verdict for what bears it.")]
    public required Verdict Verdict { get; init; }
}

/// <summary>One line of a policy.</summary>
[Description("One line of a policy.")]
public sealed record PolicyStatement
{
    /// <summary>What a finding must be for this statement to speak of it; everything that is given must hold.</summary>
    [Description("What a finding must be; everything that is given must hold. Absent: any finding.")]
    public PolicyCondition When { get; init; } = new();

    /// <summary>The verdict it gives.</summary>
    [Description("The verdict.")]
    public required Verdict Verdict { get; init; }
}

/// <summary>What a finding must be for a statement to speak of it.</summary>
[Description("Conditions; everything that is given must hold.")]
public sealed record PolicyCondition
{
    /// <summary>One of these categories.</summary>
    [Description("The finding's category is one of these.")]
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>One of these info types.</summary>
    [Description("The finding's info type is one of these.")]
    public IReadOnlyList<string> InfoTypes { get; init; } = [];

    /// <summary>One of these severities.</summary>
    [Description("The finding's severity is one of these.")]
    public IReadOnlyList<Severity> Severities { get; init; } = [];

    /// <summary>This confidence or more.</summary>
    [Description("The finding's confidence is this or higher.")]
    public Confidence? MinimumConfidence { get; init; }

    /// <summary>So many distinct values, at least, among the findings that meet the other conditions.</summary>
    [Description("At least so many distinct values among the findings that meet the other conditions.")]
    public int? MinimumCount { get; init; }

    /// <summary>The destination is one of these sites or below one.</summary>
    [Description("The destination is one of these host names, or a subdomain of one.")]
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>One of these audiences.</summary>
    [Description("The audience is one of these.")]
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>The author belongs to one of these groups.</summary>
    [Description("The author belongs to one of these groups.")]
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>Verdicts for parts that were not wholly scanned.</summary>
[Description("Verdicts for parts that were not wholly scanned.")]
public sealed record IncompleteVerdicts
{
    /// <summary>Some of it was not read.</summary>
    [Description("Some of the part was not read.")]
    public required Verdict Partial { get; init; }

    /// <summary>It could not be read.</summary>
    [Description("The part could not be read.")]
    public required Verdict Unreadable { get; init; }

    /// <summary>It needs a password.</summary>
    [Description("The part needs a password.")]
    public required Verdict Encrypted { get; init; }

    /// <summary>It is over a limit.</summary>
    [Description("The part is over a limit.")]
    public required Verdict TooLarge { get; init; }

    /// <summary>No reader for this kind of file.</summary>
    [Description("There is no reader for this kind of file.")]
    public required Verdict Unsupported { get; init; }

    /// <summary>Only images were not read, because no text recognition is installed.</summary>
    [Description("Only images were not read, because no text recognition (OCR) is installed.")]
    public required Verdict NoOcr { get; init; }

    /// <summary>Sound or film.</summary>
    [Description("The part is sound or film.")]
    public required Verdict AudioOrVideo { get; init; }
}

namespace Dlp.Engine.Rules;

/// <summary>A rule as run: compiled once, immutable and thread-safe. <see cref="RuleDefinition"/> is the rule as written.</summary>
public sealed class Rule
{
    internal Rule(RuleDefinition definition, Category category)
    {
        Definition = definition;
        Category = category;
    }

    /// <summary>The rule as written.</summary>
    public RuleDefinition Definition { get; }

    /// <summary>The rule's id.</summary>
    public string Id => Definition.Id;

    /// <summary>The kind of thing it finds.</summary>
    public string InfoType => Definition.InfoType;

    /// <summary>The rule's first folder.</summary>
    public Category Category { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} version {Definition.Version}";
}

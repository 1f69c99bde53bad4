namespace Dlp.Engine.Rules.Fragments;

/// <summary>Writes out the patterns of a rule: every fragment stands in the place of its name.</summary>
internal sealed class RulePatterns
{
    // In the place of a pattern that cannot be written out, which has been reported: nothing else is to be said of it.
    private const string Sound = "x";

    private readonly FragmentScope _scope;

    private bool _isSound = true;

    private RulePatterns(FragmentScope scope) => _scope = scope;

    /// <summary>The rule with its patterns written out.</summary>
    /// <param name="written">The rule as written.</param>
    /// <param name="shared">The fragments of files.</param>
    /// <param name="faults">Takes the faults of the rule's file.</param>
    public static RuleDefinition WriteOut(RuleDefinition written, SharedFragments shared, FaultList faults)
    {
        var scope = new FragmentScope(written.Fragments, shared, faults, written.View);
        var patterns = new RulePatterns(scope);
        var whole = written with
        {
            Detect = [.. written.Detect.Index().Select(detect => patterns.WriteOut(detect.Item, $"detect[{detect.Index}]"))],
            Exclusions = [.. written.Exclusions.Index().Select(exclusion => exclusion.Item with { Regex = patterns.WriteOut(exclusion.Item.Regex, $"exclusions[{exclusion.Index}]") })],
        };
        // What is misspelt elsewhere is not unused.
        if (patterns._isSound)
            scope.ReportUnused();
        scope.WriteOutAll();
        return whole;
    }

    /// <summary>Whether a pattern of a rule, or a fragment of it, refers to fragments of files.</summary>
    public static bool ReferToFiles(RuleDefinition written) =>
        written.Detect.SelectMany(detect => detect.AllOf.Concat(detect.NoneOf).Select(piece => piece.Regex).Prepend(detect.Regex))
            .Concat(written.Exclusions.Select(exclusion => exclusion.Regex))
            .Concat(written.Fragments.Values.SelectMany(alternatives => alternatives))
            .OfType<string>()
            .Any(pattern => FragmentReference.In(pattern).Any(reference => reference.Name.Contains('.')));

    private DetectDefinition WriteOut(DetectDefinition detect, string path) => detect with
    {
        Regex = WriteOut(detect.Regex, path),
        AllOf = WriteOut(detect.AllOf, $"{path}.allOf"),
        NoneOf = WriteOut(detect.NoneOf, $"{path}.noneOf"),
    };

    private EvidenceDefinition[] WriteOut(IReadOnlyList<EvidenceDefinition> pieces, string path) =>
        [.. pieces.Index().Select(piece => piece.Item with { Regex = WriteOut(piece.Item.Regex, $"{path}[{piece.Index}]") })];

    private string? WriteOut(string? pattern, string path)
    {
        if (pattern is null)
            return null;
        var whole = _scope.WriteOut(pattern, $"{path}.regex");
        _isSound &= whole is not null;
        return whole ?? Sound;
    }
}

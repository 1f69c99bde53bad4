using System.Text.RegularExpressions;
using Dlp.Api.Requests;
using Dlp.Engine.Rules;

namespace Dlp.Api.Checks;

/// <summary>What is wrong with a check that is well-formed JSON of the right types.</summary>
internal static partial class CheckFaults
{
    public static IReadOnlyList<Fault> Of(SubmittedCheck check, RuleSet ruleSet)
    {
        var faults = new List<Fault>();
        if (check is { Request: { Text: null, Parts: null or [] }, Files: [] })
            faults.Add(new("$", "holds no draft; give at least one of `text`, `parts` and `attachments`. A text may be empty."));
        if (check.Request.Parts is { } parts)
            faults.AddRange(OfParts(check, parts).Take(Problems.MostFaults + 1));
        if (check.Files.Count > 0)
            faults.AddRange(OfFiles(check));
        if (check.Request.Destination?.Site is { } site && !Destination.IsSite(site))
            faults.Add(new("$.destination.site", "must be a host name, such as linkedin.com, without scheme, port or path."));
        if (check.Request.Include?.InfoTypes is { } infoTypes)
            faults.AddRange(OfInfoTypes(infoTypes, ruleSet).Take(Problems.MostFaults + 1));
        return faults;
    }

    private static IEnumerable<Fault> OfParts(SubmittedCheck check, IReadOnlyList<PartRequest> parts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (check.Request.Text is not null)
            names.Add(PartNames.Body);
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            if (NameFault(part.Name) is { } fault)
                yield return new($"$.parts[{index}].name", fault);
            else if (!names.Add(part.Name))
                yield return new($"$.parts[{index}].name", "is the name of another part (`text` is named text); give each part a name of its own.");
        }
    }

    private static IEnumerable<Fault> OfFiles(SubmittedCheck check) => check.Files
        .Select((file, index) => NameFault(file.Name) is { } fault ? new Fault($"$.attachments[{index}].name", fault) : null)
        .OfType<Fault>();

    private static string? NameFault(string name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "is empty; give it a name.",
        { Length: > PartNames.MaximumLength } => $"is longer than {PartNames.MaximumLength} characters; shorten it.",
        _ => null,
    };

    private static IEnumerable<Fault> OfInfoTypes(IReadOnlyList<string> asked, RuleSet ruleSet)
    {
        if (asked.Count == 0)
            yield return new("$.include.infoTypes", "is empty, so that nothing would be found; name info types, or leave it out to look for all.");
        var known = ruleSet.InfoTypes.Select(type => type.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, index) in asked.Select((id, index) => (id, index)))
        {
            if (known.Contains(id))
                continue;
            var named = IdPattern().IsMatch(id) ? $"'{id}' " : "";
            yield return new($"$.include.infoTypes[{index}]", $"{named}is no info type that the loaded rules find. GET /v1/info-types lists them.");
        }
    }

    /// <summary>An unknown id is named only when it looks like one: anything else may be text of the author.</summary>
    [GeneratedRegex("^[a-z0-9._-]{1,64}$")]
    private static partial Regex IdPattern();
}

using System.Text.RegularExpressions;
using Dlp.Api.Requests;
using Dlp.Engine.Rules;

namespace Dlp.Api.Checks;

/// <summary>What is wrong with a check that is well-formed JSON of the right types.</summary>
internal static partial class CheckFaults
{
    public static IReadOnlyList<Fault> Of(SubmittedCheck check, RuleSet ruleSet) =>
    [
        .. OfPresence(check)
            .Concat(OfParts(check))
            .Concat(OfFiles(check))
            .Concat(OfSite(check.Request.Destination?.Site))
            .Concat(OfInfoTypes(check.Request.Include?.InfoTypes, ruleSet))
            .Take(Problems.MostFaults + 1),
    ];

    private static IEnumerable<Fault> OfPresence(SubmittedCheck check)
    {
        if (check is { Request: { Text: null, Parts: null or [] }, Files: [] })
            yield return new("$", "holds no draft; give at least one of `text`, `parts` and `attachments`. A text may be empty.");
    }

    private static IEnumerable<Fault> OfParts(SubmittedCheck check)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (check.Request.Text is not null)
            names.Add(PartNames.Body);
        foreach (var (part, index) in (check.Request.Parts ?? []).Select((part, index) => (part, index)))
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

    private static IEnumerable<Fault> OfSite(string? site)
    {
        if (site is not null && (site.Length > 253 || Uri.CheckHostName(site) == UriHostNameType.Unknown))
            yield return new("$.destination.site", "must be a host name, such as linkedin.com, without scheme, port or path.");
    }

    private static IEnumerable<Fault> OfInfoTypes(IReadOnlyList<string>? asked, RuleSet ruleSet)
    {
        if (asked is null)
            yield break;
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

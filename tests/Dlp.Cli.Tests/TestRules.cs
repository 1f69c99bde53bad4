namespace Dlp.Cli.Tests;

/// <summary>A small set of rules whose answers are known: made for these tests, so that they do not change with the shipped rules.</summary>
internal static class TestRules
{
    /// <summary>Found with high confidence and blocked; must never be printed.</summary>
    public const string Canary = "kanari-7f3a9c51d2e8";

    public const string Policy = """
        statements:
          - when: {categories: [credentials], minimumConfidence: medium}
            verdict: block
          - when: {infoTypes: [ticket], audiences: [public]}
            verdict: warn
          - when: {infoTypes: [badge], audiences: [public, internal]}
            verdict: justify
        incomplete: {partial: warn, unreadable: warn, encrypted: warn, tooLarge: warn, unsupported: warn, noOcr: allow, audioOrVideo: allow}
        """;

    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["policies/default.yaml"] = Policy,
        ["credentials/kanari.yaml"] = Rule("credentials.kanari", "secret.kanari", "critical", "Kanari key", "Clé Kanari", @"\bkanari-(?<value>[0-9a-f]{12})\b", "high", "[key]", "[clé]", "kanari-⟦0123456789ab⟧"),
        ["identity/ticket.yaml"] = Rule("identity.ticket", "ticket", "medium", "Ticket number", "Numéro de ticket", @"\btk[0-9]{6}\b", "medium", "[ticket]", "[billet]", "⟦TK123456⟧"),
        ["identity/badge.yaml"] = Rule("identity.badge", "badge", "high", "Badge number", "Numéro de badge", @"\bbd[0-9]{4}\b", "medium", "[badge number]", "[numéro de badge]", "⟦BD1234⟧"),
        ["contact/extension.yaml"] = Rule("contact.extension", "extension", "low", "Desk extension", "Poste interne", @"\bext[0-9]{4}\b", "low", "[extension]", "[poste]", "⟦EXT1234⟧"),
        ["contact/pager.yaml"] = Rule("contact.pager", "pager", "low", "Pager number", "Numéro de bip", @"\bpg[0-9]{4}\b", "medium", "[pager]", "[bip]", "⟦PG1234⟧", "shadow"),
    };

    public static string Rule(
        string id, string infoType, string severity, string title, string titre, string regex, string confidence, string replacement, string remplacement, string match, string status = "live") => $$"""
        id: {{id}}
        version: 1
        status: {{status}}
        title: {en: {{title}}, fr: {{titre}}}
        infoType: {{infoType}}
        severity: {{severity}}
        message: {en: "This is a {{title}}. Leave it out.", fr: "Ceci est : {{titre}}. Retirez-le."}
        replacement: {en: "{{replacement}}", fr: "{{remplacement}}"}
        detect:
          - {regex: '{{regex}}', confidence: {{confidence}}}
        examples:
          match:
            - {text: "{{match}}"}
          noMatch:
            - {text: "nothing here", because: no number}
            - {text: "nor here", because: no number}
        falsePositives: [order numbers of the same form]
        references: ["https://example.org/format"]
        """;
}

namespace Dlp.Api.Tests.Hosting;

/// <summary>A small rules folder: one rule of each kind of verdict, so that the tests do not depend on the shipped rules.</summary>
internal static class TestRules
{
    public const string Policy = """
        statements:
          - when: {categories: [credentials], minimumConfidence: medium}
            verdict: block
          - when: {categories: [business], groups: [press]}
            verdict: allow
          - when: {categories: [business]}
            verdict: warn
          - when: {categories: [identity], minimumConfidence: high}
            verdict: justify
        incomplete: {partial: warn, unreadable: warn, encrypted: warn, tooLarge: warn, unsupported: warn, noOcr: allow, audioOrVideo: allow}
        """;

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["policies/default.yaml"] = Policy,
        ["credentials/test-key.yaml"] = Rule("credentials.test-key", "secret.test-key", "- {regex: '\\bdlpkey_[A-Za-z0-9]{20}\\b', confidence: high}", "key ⟦dlpkey_abcdefghij0123456789⟧", view: "original"),
        ["business/code-name.yaml"] = Rule("business.code-name", "business.code-name", "- {terms: [project orion, projet orion], confidence: medium}", "the ⟦Project Orion⟧ team"),
        ["identity/member.yaml"] = Rule("identity.member", "member-number", "- {regex: '\\bm-[0-9]{6}\\b', confidence: medium}", "I am ⟦M-123456⟧", more: """
            aliases: {presidio: MEMBER_NUMBER}
            hotwords:
              - {words: {en: [member], fr: [membre]}, before: 30, after: 0, raisesTo: high}
            exclusions:
              - {values: ['m-000000'], because: printed on specimens}
            """),
        ["identity/badge.yaml"] = Rule("identity.badge", "badge", "- {regex: '\\bbadge (?<value>[0-9]{5})\\b', confidence: high}", "my badge ⟦12345⟧", status: "shadow"),
        ["contact/room.yaml"] = Rule("contact.room", "room", "- {regex: '\\broom [0-9]{3}\\b', confidence: low}", "in ⟦room 204⟧"),
    };

    public static string Rule(string id, string infoType, string detect, string match, string status = "live", string view = "normalized", string more = "") => $$$"""
        id: {{{id}}}
        version: 3
        status: {{{status}}}
        title: {en: 'A {{{infoType}}}', fr: 'Un {{{infoType}}}'}
        infoType: {{{infoType}}}
        severity: high
        message: {en: Leave it out., fr: Retirez-le.}
        replacement: {en: '[left out]', fr: '[retiré]'}
        view: {{{view}}}
        detect:
          {{{detect}}}
        {{{more}}}
        examples:
          match:
            - {text: '{{{match}}}'}
          noMatch:
            - {text: 'Nothing of the kind.', because: it is not there}
        falsePositives: [none known]
        references: ['https://example.org/']
        """;

    public static void Write(string directory)
    {
        foreach (var (path, content) in Files)
            Write(directory, path, content);
    }

    public static void Write(string directory, string path, string content)
    {
        var file = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}

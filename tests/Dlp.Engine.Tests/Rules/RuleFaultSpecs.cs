using Dlp.Engine.Rules;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Rules;

public class RuleFaultSpecs
{
    /// <summary>Each fault: what is changed in a good rule, where it is reported, and words of what is said.</summary>
    public static TheoryData<string, string, int, int, string> Faults => new()
    {
        { "version: 1", "version: one", 2, 10, "'version' must be a whole number" },
        { "version: 1", "version: 0", 2, 10, "versions start at 1" },
        { "status: live", "status: running", 3, 9, "use one of proposed, shadow, live, retired" },
        { "status: live", "statuss: live", 3, 1, "unknown key 'statuss'; use one of" },
        { "status: live", "#", 1, 1, "the key 'status' is missing; add it" },
        { "title: {en: Thing, fr: Chose}", "title: Thing", 4, 8, "'title' must be a mapping" },
        { "title: {en: Thing, fr: Chose}", "title: {en: Thing}", 4, 8, "the key 'title.fr' is missing; add it" },
        { "infoType: badge", "infoType: Badge Number", 5, 11, "is not an info type id; use small letters" },
        { "severity: medium", "severity: [low]", 6, 11, "'severity' must have a single value" },
        { "id: identity.badge", "id: identity.bage", 1, 5, "the id is 'identity.bage' but the file's path says 'identity.badge" },
        { "detect: ", "detect: []\n#", 9, 9, "nothing proposes a candidate; add" },
        { "detect: ", "detect: badge\n#", 9, 9, "'detect' must be a list; write [a, b]" },
        { "detect: ", "detect: [{regex: '(a+)+', confidence: low}]\n#", 9, 18, "an unbounded repetition inside an unbounded repetition" },
        { "detect: ", "detect: [{regex: '(?:(?:ab)*c?){2,}d', confidence: low}]\n#", 9, 18, "bound the inner one" },
        { "detect: ", "detect: [{regex: '[ab]*[ac]*[ad]*[x-z]', confidence: low}]\n#", 9, 18, "a hostile text could make one try of this take very long; bound its repetitions" },
        { "detect: ", "detect: [{regex: '(?:a|ab|b){1,40}c', confidence: low}]\n#", 9, 18, "a hostile text could make one try of this take very long" },
        { "detect: ", "detect: [{regex: '(a)\\1', confidence: low}]\n#", 9, 18, "a backreference has no bounded cost; write the alternatives out" },
        { "detect: ", "detect: [{regex: '(?<q>a)\\k<q>', confidence: low}]\n#", 9, 18, "a backreference has no bounded cost" },
        { "detect: ", "detect: [{regex: 'a{2', confidence: low}, {regex: '(a', confidence: low}]\n#", 9, 51, "this is not a regular expression" },
        { "detect: ", "detect: [{regex: 'a*', confidence: low}]\n#", 9, 18, "this matches the empty text; make a part of it obligatory" },
        { "detect: ", "detect: [{regex: 'Badge', confidence: low}]\n#", 9, 18, "'B' never stands in normalised text; write 'b', or use view: original" },
        { "detect: ", "detect: [{regex: 'clé', confidence: low}]\n#", 9, 18, "'é' never stands in normalised text; write 'e'" },
        { "detect: ", "detect: [{terms: ['…'], confidence: low}]\n#", 9, 18, "has no letter and no digit" },
        { "detect: ", "detect: [{termsFile: words/none.txt, confidence: low}]\n#", 9, 22, "there is no word list 'words/none.txt'; give a path below the rules folder" },
        { "detect: ", "detect: [{terms: [a], regex: b, confidence: low}]\n#", 9, 10, "give exactly one of regex, terms" },
        { "detect: ", "detect: [{signal: renamed, confidence: low}]\n#", 9, 19, "'detect[0].signal' cannot be 'renamed'; use one of otherKind, turnedName" },
        { "detect: ", "detect: [{signal: otherKind, terms: [a], confidence: low}]\n#", 9, 10, "give exactly one of regex, terms" },
        { "detect: ", "detect: [{terms: [a]}]\n#", 9, 10, "the key 'detect[0].confidence' is missing; add it" },
        { "detect: ", "detect: [{terms: [a], within: 9, confidence: low}]\n#", 9, 10, "within and noneOf go with allOf" },
        { "detect: ", "detect: [{allOf: [{terms: [a]}, {terms: [b]}], confidence: low}]\n#", 9, 10, "allOf needs a distance; add within" },
        { "detect: ", "detect: [{allOf: [{terms: [a]}, {terms: [b]}], within: 2001, confidence: low}]\n#", 9, 56, "'within' must be 1 to 2000 characters" },
        { "detect: ", "detect: [{allOf: [{terms: [a]}], within: 9, confidence: low}]\n#", 9, 18, "give at least two" },
        { "detect: ", "detect: [{allOf: [{terms: [a]}, {value: true}], within: 9, confidence: low}]\n#", 9, 33, "this piece of evidence says nothing; give infoType" },
        { "detect: ", "detect: [{allOf: [{terms: [a], value: true}, {terms: [b], value: true}], within: 9, confidence: low}]\n#", 9, 18, "only one piece can be the value" },
        { "detect: ", "detect: [{allOf: [{terms: [a]}, {infoType: fr.nothing}], within: 9, confidence: low}]\n#", 9, 44, "no rule without allOf finds 'fr.nothing'" },
        { "references: []", "references: []\nvalidators: [unheard-of]", 15, 14, "there is no validator 'unheard-of'; `dlp rules validators` lists" },
        { "references: []", "references: []\nonValid: high", 15, 10, "onValid needs validators" },
        { "references: []", "references: []\nvalidFrom: 2026-12-01T09:00:00", 15, 12, "must be an instant with its offset; write it as 2026-12-01T09:00:00+01:00" },
        { "references: []", "references: []\nvalidFrom: 2026-12-01T09:00:00Z\nvalidUntil: 2026-12-01T10:00:00+01:00", 16, 13, "validUntil is not after validFrom" },
        { "references: []", "references: []\nhotwords: [{words: {en: [a]}, before: 501, after: -1, raisesTo: low}]", 15, 39, "'before' must be 0 to 500 characters" },
        { "references: []", "references: []\nhotwords: [{words: {en: [a]}, before: 1, after: -1, raisesTo: low}]", 15, 49, "'after' must be 0 to 500 characters" },
        { "references: []", "references: []\nhotwords: [{words: {en: [a]}, before: 1, after: 1}]", 15, 12, "give exactly one of raisesTo and lowersTo" },
        { "references: []", "references: []\nhotwords: [{words: {}, before: 1, after: 1, raisesTo: low}]", 15, 20, "there are no words; add at least one" },
        { "references: []", "references: []\nexclusions: [{because: none}]", 15, 14, "give exactly one of values and regex" },
        { "match: [{text: badge ⟦1234⟧}]", "match: []", 11, 10, "there is no example of what the rule finds; add one" },
        { "match: [{text: badge ⟦1234⟧}]", "match: [{text: badge ⟦1234}]", 11, 18, "put what must be found between ⟦ and ⟧" },
        { "match: [{text: badge ⟦1234⟧}]", "match: [{text: ⟦badge⟧ 1234}]", 11, 18, "[0, 5) is marked but not found; found [6, 10); mend the rule or the marks" },
        { "match: [{text: badge ⟦1234⟧}]", "match: [{text: badge ⟦1234⟧, confidence: high}]", 11, 44, "[6, 10) has confidence medium; mend the rule or the example" },
        { "noMatch: [{text: y, because: z}]", "noMatch: [{text: badge 1234, because: z}]", 12, 20, "[6, 10) is found with confidence medium" },
        { "replacement: {en: '[removed]'", "replacement: {en: 'badge 0000'", 8, 19, "the replacement is itself found by the rule; choose another wording" },
        { "falsePositives: []", "falsePositives: [", 13, 17, "this is not valid YAML (a list or a mapping is not closed); mend the syntax here" },
    };

    private const string Good = """
        id: identity.badge
        version: 1
        status: live
        title: {en: Thing, fr: Chose}
        infoType: badge
        severity: medium
        message: {en: Leave it out., fr: Retirez-le.}
        replacement: {en: '[removed]', fr: '[retiré]'}
        detect: [{regex: '\bbadge (?<value>[0-9]{4})\b', confidence: medium}]
        examples:
          match: [{text: badge ⟦1234⟧}]
          noMatch: [{text: y, because: z}]
        falsePositives: []
        references: []

        """;

    [Fact]
    public void A_good_rule_has_no_fault() => RuleSet.Load([TestRules.Policy, new RuleFile("identity/badge.yaml", Good)]).Faults.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_reported_where_it_stands_with_what_to_do(string good, string bad, int line, int column, string said)
    {
        Good.Should().Contain(good);
        var load = RuleSet.Load([TestRules.Policy, new RuleFile("identity/badge.yaml", Good.Replace(good, bad))]);
        load.RuleSet.Should().BeNull();
        load.Faults.Select(fault => fault.ToString()).Should().Contain(fault => fault.StartsWith($"identity/badge.yaml({line},{column}): ") && fault.Contains(said));
    }

    [Fact]
    public void A_folder_with_faults_in_many_files_reports_them_all_in_order()
    {
        var files = Faults.Select((row, index) => (row.Data, File: new RuleFile($"identity/badge{index}.yaml",
            Good.Replace("id: identity.badge", $"id: identity.badge{index}").Replace(row.Data.Item1.Replace("id: identity.badge", $"id: identity.badge{index}"), row.Data.Item2)))).ToList();
        var load = RuleSet.Load([.. files.Select(file => file.File)]);

        using var scope = new AssertionScope();
        load.RuleSet.Should().BeNull();
        load.Faults.Should().Contain(fault => fault.File == "policies/default.yaml" && fault.Message.StartsWith("there is no policy; add"));
        // The examples are run only once all else is well.
        foreach (var (data, file) in files.Where(file => !file.Data.Item5.StartsWith('[') && !file.Data.Item5.Contains("replacement")))
            load.Faults.Where(fault => fault.File == file.Path).Select(fault => fault.Message).Should().Contain(message => message.Contains(data.Item5), file.Path);
        load.Faults.Select(fault => fault.ToString()).Should().Equal(load.Faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column).Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("just words")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("\t")]
    [InlineData("a: &x [*x, *y]")]
    [InlineData("a: 1\na: 2")]
    public void What_is_no_rule_at_all_is_a_fault(string content) =>
        RuleSet.Load([TestRules.Policy, new RuleFile("identity/badge.yaml", content)]).Faults.Should().NotBeEmpty()
            .And.OnlyContain(fault => fault.File == "identity/badge.yaml" && fault.Line >= 1 && fault.Column >= 1);

    [Fact]
    public void A_file_that_nests_without_end_is_a_fault() =>
        RuleSet.Load([TestRules.Policy, new RuleFile("identity/badge.yaml", "a: " + new string('[', 100_000))]).Faults.Should().NotBeEmpty();

    [Fact]
    public void A_pattern_that_nests_without_end_is_a_fault() =>
        RuleSet.Load([TestRules.Policy, TestRules.Rule("identity/badge.yaml", $"[{{regex: '{new string('(', 50_000)}a{new string(')', 50_000)}', confidence: low}}]")])
            .Faults.Should().Contain(fault => fault.Message.Contains("this is not a regular expression that can be run"));

    [Theory]
    [InlineData("other/badge.yaml", "other.badge", "'other' is not a category; put the file into one of")]
    [InlineData("badge.yaml", "badge", "is not a category")]
    [InlineData("3/badge.yaml", "3.badge", "'3' is not a category")]
    [InlineData("Identity/badge.yaml", "Identity.badge", "'Identity' is not a category")]
    public void A_rule_stands_in_the_folder_of_a_category(string path, string id, string said) =>
        RuleSet.Load([TestRules.Policy, new RuleFile(path, Good.Replace("identity.badge", id))]).Faults.Should().Contain(fault => fault.File == path && fault.Message.Contains(said));

    [Fact]
    public void Ids_are_unique()
    {
        var load = RuleSet.Load([TestRules.Policy, new RuleFile("identity/a.b.yaml", Good.Replace("identity.badge", "identity.a.b")), new RuleFile("identity/a/b.yaml", Good.Replace("identity.badge", "identity.a.b"))]);
        load.Faults.Should().ContainSingle().Which.Message.Should().Be("the id 'identity.a.b' is also that of identity/a.b.yaml; ids are unique");
    }

    [Fact]
    public void A_file_whose_name_has_a_dot_is_loaded_with_its_examples() =>
        RuleSet.Load([TestRules.Policy, new RuleFile("identity/a.b.yaml", Good.Replace("identity.badge", "identity.a.b"))]).Faults.Should().BeEmpty();

    [Fact]
    public void A_policy_may_have_faults_too()
    {
        var load = RuleSet.Load([new RuleFile("policies/default.yaml", """
            statements:
              - {when: {minimumCount: 0}, verdict: warn}
              - {when: {audience: [public]}, verdict: refuse}
            incomplete: {partial: warn}
            """)], checkExamples: false);
        load.Faults.Select(fault => fault.Message).Should().Contain(message => message.StartsWith("minimumCount must be 1 or more"))
            .And.Contain(message => message.StartsWith("unknown key 'audience'")).And.Contain(message => message.Contains("cannot be 'refuse'; use one of allow, warn, justify, block"))
            .And.Contain("the key 'incomplete.encrypted' is missing; add it");
    }
}

using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules.Fragments;

/// <summary>A fragment stands in a pattern in the place of its name; what is wrong with it is told where it is written.</summary>
public class FragmentSpecs
{
    private static readonly RuleFile Dates = new("fragments/dates.yaml", """
        fragments:
          year: (?:19|20)[0-9]{2}
          month: [jan, feb]
          date: '{month} {year}'
        """);

    private static readonly RuleFile French = new("fragments/fr/dates.yaml", """
        fragments:
          date: 'le {dates.month}'
        """);

    [Theory]
    [InlineData("day: '[0-9]{2}'", "on {day}", "on [0-9]{2}")]
    [InlineData("day: '[0-9]'", "on {day}{2}", "on (?:[0-9]){2}")]
    [InlineData("day: '[0-9]'", "on {day}?th", "on (?:[0-9])?th")]
    [InlineData("day: one|two", "on {day}", "on (?:one|two)")]
    [InlineData("day: [one, two]", "on {day}", "on (?:one|two)")]
    [InlineData("day: [one, '[|)]', (?:a|b)]", "on {day}", "on (?:one|[|)]|(?:a|b))")]
    [InlineData("day: (?:one|two)", "on {day}", "on (?:one|two)")]
    [InlineData(@"day: one\|two", "on {day}", @"on one\|two")]
    [InlineData("day: [one, two]", "{day}", "one|two")]
    [InlineData("day: [one, two]", "on (?:{day}|three)", "on (?:one|two|three)")]
    [InlineData("day: [one, two]", "on (?<value>{day})(?={day})(?<!{day})(?>{day}|x)", "on (?<value>one|two)(?=one|two)(?<!one|two)(?>one|two|x)")]
    [InlineData("day: [one, two]", "on (?:three|{day} o)", "on (?:three|(?:one|two) o)")]
    [InlineData("day: [one, two]", @"on \({day}\)", @"on \((?:one|two)\)")]
    [InlineData("day: [one, two]", @"on \|{day}", @"on \|(?:one|two)")]
    [InlineData("{day: '{digit}{2}', digit: '[0-9]'}", "on {day}", "on (?:[0-9]){2}")]
    [InlineData("{day: ['{one}', two], one: [a, b]}", "on {day}", "on (?:a|b|two)")]
    [InlineData("day: x", @"\{day} [{day}] [^]{day}] [a-z-[{day}]] \p{L} a{2} {day}", @"\{day} [{day}] [^]{day}] [a-z-[{day}]] \p{L} a{2} x")]
    [InlineData("kind-of-day2: x", "{kind-of-day2}", "x")]
    [InlineData(null, "in {dates.date}", "in (?:jan|feb) (?:19|20)[0-9]{2}")]
    [InlineData(null, "in {fr.dates.date}", "in le (?:jan|feb)")]
    [InlineData("date: '{dates.year}'", "in {date}", "in (?:19|20)[0-9]{2}")]
    public void A_fragment_stands_in_the_place_of_its_name(string? fragments, string pattern, string writtenOut)
    {
        var more = fragments is null ? "" : fragments.StartsWith('{') ? $"fragments: {fragments}" : $"fragments: {{{fragments}}}";
        var ruleSet = TestRules.Load(Dates, French, TestRules.Rule("identity/a.yaml", $"[{{regex: '{pattern}', confidence: low}}]", more + "\nview: original"));
        ruleSet.WrittenOut(ruleSet.Rules[0]).Detect[0].Regex.Should().Be(writtenOut);
        ruleSet.Rules[0].Definition.Detect[0].Regex.Should().Be(pattern, "that is what is written");
    }

    [Fact]
    public void Every_pattern_of_a_rule_may_refer_to_fragments()
    {
        var ruleSet = TestRules.Load(TestRules.Rule(
            "identity/a.yaml",
            "[{regex: 'badge {number}', confidence: medium}, {allOf: [{regex: 'card {number}', value: true}, {terms: [mine]}], noneOf: [{regex: 'not {number}'}], within: 50, confidence: medium}]",
            """
            fragments: {number: '[0-9]{4}', zero: '0'}
            exclusions: [{regex: 'badge {zero}{4}', because: specimen}]
            """));
        ruleSet.Found("badge 1234, badge 0000").Should().Equal("badge 1234");
        ruleSet.Found("card 1234 is mine").Should().Equal("card 1234");
        ruleSet.Found("card 1234 is mine, not 5678").Should().BeEmpty();
    }

    [Fact]
    public void A_secret_behind_a_name_may_refer_to_fragments() =>
        TestRules.Load(TestRules.Rule("credentials/a.yaml", "[{assignedTo: [api key], regex: '{hex}{8}', confidence: high}]", "view: original\nfragments: {hex: '[0-9a-f]'}"))
            .Found("api_key = 0a1b2c3d").Should().Equal("0a1b2c3d");

    [Theory]
    [InlineData("{regex: 'on {dya}'", "{day: '[0-9]'}", "(9,18): there is no fragment 'dya'; use one of day, or write \\{ for a brace")]
    [InlineData("{regex: 'on {Day}'", "{day: '[0-9]'}", "(9,18): there is no fragment 'Day'; use one of day")]
    [InlineData("{regex: 'on {day}'", "{}", "(9,18): there is no fragment 'day'; add it under fragments:, or write \\{ for a brace")]
    [InlineData("{regex: 'on {dates.day}'", "{}", "(9,18): there is no fragment 'dates.day'; use one of dates.year, dates.month, dates.date")]
    [InlineData("{regex: 'on {date.year}'", "{}", "(9,18): there is no file fragments/date.yaml with a fragment 'year'; add it")]
    [InlineData("{regex: 'on {fr.date.year}'", "{}", "(9,18): there is no file fragments/fr/date.yaml with a fragment 'year'")]
    [InlineData("{regex: '(?x) on {day}'", "{day: a b}", "(9,18): (?x) would leave out the blanks of the fragments that this refers to; write it without (?x)")]
    [InlineData("{regex: 'on {day}'", "{day: a, month: b}", "(15,28): no pattern refers to the fragment 'month'; refer to it where it belongs, or remove it")]
    [InlineData("{regex: 'on {day}'", "{day: a, month: '{day}'}", "(15,28): no pattern refers to the fragment 'month'")]
    [InlineData("{regex: 'on {day}'", "{day: 'a {day}'}", "(15,18): the fragment 'day' refers to itself, by way of others or not; write out what is meant")]
    [InlineData("{regex: 'on {day}'", "{day: '{month}', month: [x, '{day}']}", "(15,18): the fragment 'day' refers to itself")]
    [InlineData("{regex: 'on {day}'", "{day: '{month}'}", "(15,18): there is no fragment 'month'; use one of day")]
    [InlineData("{regex: 'on {day}'", "{day: [a, 'b(', c]}", "(15,22): this is not a whole regular expression")]
    [InlineData("{regex: 'on {day}'", "{day: '?a'}", "(15,18): this is not a whole regular expression")]
    [InlineData("{regex: 'on {day}'", "{day: '(?i)a'}", "(15,18): '(?i)' would hold beyond the fragment; write (?i:…) around what it is for")]
    [InlineData("{regex: 'on {day}'", "{day: [a, août]}", "(15,22): 'û' never stands in normalised text; write 'u', or use view: original")]
    [InlineData("{regex: 'on {day}'", "{day: []}", "(15,18): the fragment 'day' has no alternative; write at least one")]
    [InlineData("{regex: 'on {Day}'", "{Day: a}", "(15,18): 'Day' is no name of a fragment; use small letters, digits and hyphens, a letter first: kind-of-way")]
    [InlineData("{regex: 'on {day}'", "{day: {a: b}}", "(15,18): 'fragments.day' must be a list")]
    [InlineData("{regex: 'on {day}'", "{day: ''}", "(15,18): 'fragments.day[0]' must have a single value")]
    [InlineData("{regex: 'on {day}'", "[a, b]", "(15,12): 'fragments' must be a mapping")]
    public void A_fault_is_told_where_it_stands_and_once(string detect, string fragments, string told)
    {
        var load = Load(Dates, TestRules.Rule("identity/a.yaml", $"[{detect}, confidence: low}}]", $"fragments: {fragments}"));
        load.Faults.Select(fault => fault.ToString()).Should().Contain(fault => fault.StartsWith("identity/a.yaml" + told));
        if (!fragments.StartsWith('[') && !fragments.Contains("{a:") && !fragments.Contains("''"))
            load.Faults.Should().ContainSingle();
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var load = Load(
            Dates with { Content = "fragments: {year: '{yaer}', day: '('}" },
            French with { Content = "fragments:\n- a" },
            TestRules.Rule("identity/a.yaml", "[{regex: 'on {dates.year} {month}', confidence: low}, {regex: '(b', confidence: low}]", "fragments: {day: 'a)'}"));
        load.Faults.Select(fault => fault.ToString().Split(';')[0].Split(" (")[0]).Should().Equal(
            "fragments/dates.yaml(1,19): there is no fragment 'yaer'",
            "fragments/dates.yaml(1,34): this is not a whole regular expression",
            "fragments/fr/dates.yaml(2,1): 'fragments' must be a mapping",
            "identity/a.yaml(9,18): there is no fragment 'month'",
            "identity/a.yaml(9,71): this is not a regular expression that can be run",
            "identity/a.yaml(15,18): this is not a whole regular expression");
    }

    [Fact]
    public void Fragments_of_two_files_may_not_refer_to_each_other() =>
        Load(Dates with { Content = "fragments: {year: '{fr.dates.date}'}" }, French with { Content = "fragments: {date: '{dates.year}'}" })
            .Faults.Should().ContainSingle().Which.ToString().Should().StartWith("fragments/dates.yaml(1,19): the fragment 'year' refers to itself");

    [Fact]
    public void Fragments_that_would_fill_the_memory_are_a_fault()
    {
        var doubling = string.Join(", ", Enumerable.Range(1, 60).Select(number => $"a{number}: '{{a{number - 1}}}{{a{number - 1}}}'"));
        Load(TestRules.Rule("identity/a.yaml", "[{regex: 'on {a60}', confidence: low}]", $"fragments: {{a0: abcdefgh, {doubling}}}"))
            .Faults.Should().ContainSingle().Which.Message.Should().Contain("characters with their fragments written out; refer to fewer");
    }

    [Fact]
    public void A_chain_of_fragments_that_would_fill_the_stack_is_a_fault()
    {
        var chain = string.Join(", ", Enumerable.Range(1, 20_000).Select(number => $"a{number}: '{{a{number - 1}}}'"));
        Load(TestRules.Rule("identity/a.yaml", "[{regex: 'on {a20000}', confidence: low}]", $"fragments: {{a0: abc, {chain}}}"))
            .Faults.Should().Contain(fault => fault.Message.StartsWith("more than 64 fragments refer to one another in a chain"));
    }

    [Fact]
    public void Files_that_references_cannot_tell_apart_are_a_fault() =>
        Load(French, French with { Path = "fragments/fr.dates.yaml" }, Dates).Faults.Should().ContainSingle().Which.Message.Should().Contain("rename one");

    [Fact]
    public void A_fragment_of_a_file_that_no_rule_needs_is_no_fault_but_told()
    {
        var ruleSet = TestRules.Load(Dates, TestRules.Rule("identity/a.yaml", "[{regex: 'in {dates.date}', confidence: low}]"));
        ruleSet.UnusedFragments().Should().BeEmpty();
        ruleSet = TestRules.Load(Dates, French, TestRules.Rule("identity/a.yaml", "[{regex: 'in {dates.year}', confidence: low}]"));
        ruleSet.UnusedFragments().Select(fault => fault.ToString()).Should().Equal(
            "fragments/dates.yaml(3,10): no pattern refers to the fragment 'month'; refer to it where it belongs, or remove it",
            "fragments/dates.yaml(4,9): no pattern refers to the fragment 'date'; refer to it where it belongs, or remove it",
            "fragments/fr/dates.yaml(2,9): no pattern refers to the fragment 'date'; refer to it where it belongs, or remove it");
    }

    [Fact]
    public void A_file_of_fragments_may_be_tried_before_it_is_saved_and_the_examples_of_rules_are_run_again()
    {
        var rule = TestRules.Rule("identity/a.yaml", "[{regex: '{letters.sought}', confidence: medium}]");
        var letters = new RuleFile("fragments/letters.yaml", "fragments: {sought: x}");
        var ruleSet = RuleSet.Load([TestRules.Policy, rule, letters]).RuleSet!;
        ruleSet.With(letters with { Content = "fragments: {sought: [x, z]}" }).RuleSet!.Found("z").Should().Equal("z");
        ruleSet.With(letters with { Content = "fragments: {sought: z}" }).Faults.Should().ContainSingle().Which.Message.Should().Contain("is marked but not found");
        ruleSet.With(letters with { Content = "fragments: {other: x}" }).Faults.Should().ContainSingle().Which.Message.Should().Contain("there is no fragment 'letters.sought'");
    }

    [Fact]
    public void The_hash_of_a_rule_set_changes_with_its_fragments()
    {
        var rule = TestRules.Rule("identity/a.yaml", "[{regex: 'in {dates.year}', confidence: low}]");
        TestRules.Load(Dates, rule).Hash.Should().NotBe(TestRules.Load(Dates with { Content = Dates.Content + "\n" }, rule).Hash);
    }

    private static RuleSetLoad Load(params RuleFile[] files) => RuleSet.Load([TestRules.Policy, .. files], checkExamples: false);
}

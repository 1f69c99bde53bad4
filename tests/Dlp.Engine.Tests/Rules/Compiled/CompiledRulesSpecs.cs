using System.Globalization;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;
using Dlp.Engine.Rules.Compiled;

namespace Dlp.Engine.Tests.Rules.Compiled;

/// <summary>Rules that were compiled are those of their files; what cannot be relied on is not used.</summary>
public sealed class CompiledRulesSpecs : IDisposable
{
    private static readonly RuleFile Words = new("words/names.txt", "orion\nprojet lyra\n");
    private static readonly RuleFile Names = TestRules.Rule("business/names.yaml", "[{termsFile: words/names.txt, confidence: medium}]");
    private static readonly RuleFile Secret = TestRules.Rule(
        "credentials/secret.yaml",
        """[{regex: '[A-Za-z0-9_é\uD83D-]{20}\b(?<![0-9])', confidence: low}, {assignedTo: [clé api], regex: '[a-z0-9]{24}', confidence: high}]""",
        """
        view: original
        aliases: {other: SECRET}
        audiences: [public, internal]
        validFrom: 2026-01-01T00:00:00+01:00
        validators: [random]
        onValid: high
        hotwords: [{words: {en: [key], fr: [clé, "mot de passe"], other: [Schlüssel]}, before: 30, after: 10, raisesTo: medium}, {words: {en: [example]}, before: 5, after: 5, lowersTo: none}]
        exclusions: [{values: ["abc def"], because: it is a specimen}, {regex: '^x+$', lowersTo: low, because: it hides one}]
        """);

    private static readonly RuleFile Results = TestRules.Rule(
        "business/results.yaml",
        "[{allOf: [{terms: [revenue], regex: 'turnover'}, {recognizer: currency, value: true}, {period: [open, recent]}, {infoType: names}], noneOf: [{terms: [public]}], within: 90, confidence: medium}]");

    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-compiled").FullName;

    private string CompiledPath => Path.Combine(_folder, "rules.compiled");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_rules_are_the_same_either_way()
    {
        var written = ShippedRules.RuleSet;
        var (files, wordLists, _) = RuleFolder.Read(Path.Combine(AppContext.BaseDirectory, "rules"), known: null);
        CompiledRules.Write(written, files, CompiledPath);
        var known = CompiledRules.Open(CompiledPath)!;
        var compiled = new RuleSetLoader(files, wordLists, known).Load().RuleSet!;

        var fragments = files.Where(file => RuleFolder.IsFragments(file.Path)).ToList();
        files.Where(file => written.Rules.Any(rule => rule.File.Path == file.Path)).Should().OnlyContain(file => known.RuleOf(file, wordLists, fragments) != null);
        compiled.Hash.Should().Be(written.Hash);
        compiled.Rules.Select(Told).Should().Equal(written.Rules.Select(Told));
        compiled.InfoTypes.Should().BeEquivalentTo(written.InfoTypes, options => options.WithStrictOrdering());
        compiled.Plans().Should().Equal(written.Plans());
        compiled.Policy.Definition.Should().BeEquivalentTo(written.Policy.Definition, options => options.WithStrictOrdering());

        var texts = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples", "drafts"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .Concat(written.Rules.SelectMany(rule => rule.Definition.Examples.Match).Select(example => example.Text));
        foreach (var text in texts)
            Found(compiled, text).Should().Equal(Found(written, text));
    }

    [Fact]
    public void Everything_that_a_rule_may_say_is_kept()
    {
        var written = TestRules.Load(Words, Names, Secret, Results, TestRules.Badge(status: "shadow"));
        var compiled = Recompiled(written, [TestRules.Policy, Names, Secret, Results, TestRules.Badge(status: "shadow")]);
        foreach (var (rule, original) in compiled.Rules.Zip(written.Rules))
        {
            Told(rule).Should().Be(Told(original));
            rule.Parts.Exclusions.Should().BeEquivalentTo(original.Parts.Exclusions);
            rule.Audiences.Should().Equal(original.Audiences);
            (rule.Parts.ValidFrom, rule.Parts.ValidUntil, rule.Parts.OnValid).Should().Be((original.Parts.ValidFrom, original.Parts.ValidUntil, original.Parts.OnValid));
            rule.Aliases.Should().BeEquivalentTo(original.Aliases);
            rule.Hotwords.Should().BeEquivalentTo(original.Hotwords, options => options.Excluding(hotwords => hotwords.Words.Packed));
            rule.Hotwords.Select(hotwords => Convert.ToHexString(hotwords.Words.Packed.Span)).Should().Equal(original.Hotwords.Select(hotwords => Convert.ToHexString(hotwords.Words.Packed.Span)));
            rule.Detectors.Should().HaveSameCount(original.Detectors);
            rule.Definition.Should().BeEquivalentTo(original.Definition);
        }

        var text = "Revenue of orion: 4.2 M€ in Q3 2026. badge 1234, clé api = a8f3k2m9x7q1z5w4c6v0b2n8, example é-_Ab3dE6gH9jK2mN5pQ, projet lyra";
        Found(compiled, text).Should().Equal(Found(written, text)).And.NotBeEmpty();
        compiled.Plans().Should().Equal(written.Plans());
    }

    [Fact]
    public void Signals_and_labels_are_kept()
    {
        var signal = TestRules.Rule("technical/turned.yaml", "[{signal: turnedName, confidence: high}]");
        var policy = TestRules.Policy with { Content = TestRules.Policy.Content + "labels: [{id: 2096f6a2-d2f7-48be-b329-b73aaa526e5d, name: Secret, verdict: block}]\n" };
        var compiled = Recompiled(TestRules.Load(policy, signal), [policy, signal]);

        compiled.Policy.Definition.Labels.Should().Equal(new PolicyLabel { Id = "2096f6a2-d2f7-48be-b329-b73aaa526e5d", Name = "Secret", Verdict = Verdict.Block });
        DraftPart[] file = [new("a.jpg", DraftPartKind.Attachment, "") { Signals = [PartSignal.TurnedName] }, new("b.jpg", DraftPartKind.Attachment, "") { Signals = [PartSignal.OtherKind] }];
        compiled.Scan(file).Findings.Should().ContainSingle().Which.Part.Should().Be("a.jpg");
    }

    [Fact]
    public void A_rule_whose_file_has_changed_is_loaded_from_its_file()
    {
        var written = TestRules.Load(Words, Names, TestRules.Badge());
        var changed = TestRules.Badge();
        changed = changed with { Content = changed.Content.Replace("badge ", "pass ", StringComparison.Ordinal) };
        var known = Compiled(written, [TestRules.Policy, Names, TestRules.Badge()]);
        known.RuleOf(changed, written.WordLists, []).Should().BeNull();
        known.RuleOf(Names, written.WordLists, []).Should().NotBeNull();

        var loaded = new RuleSetLoader([TestRules.Policy, Names, changed], written.WordLists, known).Load().RuleSet!;
        loaded.Found("badge 1234, pass 1234, orion").Should().Equal("1234", "orion");
        loaded.Hash.Should().NotBe(written.Hash);
    }

    [Fact]
    public void Only_rules_that_refer_to_fragments_of_files_are_loaded_anew_when_one_changes()
    {
        var years = new RuleFile("fragments/years.yaml", "fragments: {sought: '2026'}");
        var direct = TestRules.Rule("identity/direct.yaml", "[{regex: 'in {years.sought}', confidence: medium}]");
        var indirect = TestRules.Rule("identity/indirect.yaml", "[{regex: 'of {year}', confidence: medium}]", "fragments: {year: '{years.sought}'}");
        var own = TestRules.Rule("identity/own.yaml", "[{regex: 'by {year}', confidence: medium}]", "fragments: {year: '2026'}");
        RuleFile[] files = [TestRules.Policy, years, direct, indirect, own];
        var written = TestRules.Load(files);
        var known = Compiled(written, files);
        Recompiled(written, files).Found("in 2026, of 2026, by 2026").Should().Equal("in 2026", "of 2026", "by 2026");

        foreach (var rule in new[] { direct, indirect, own })
            known.RuleOf(rule, written.WordLists, [years]).Should().NotBeNull();
        RuleFile[][] others = [[], [years with { Content = "fragments: {sought: '2027'}" }], [years, years with { Path = "fragments/more.yaml" }]];
        foreach (var other in others)
        {
            known.RuleOf(direct, written.WordLists, other).Should().BeNull();
            known.RuleOf(indirect, written.WordLists, other).Should().BeNull();
            known.RuleOf(own, written.WordLists, other).Should().NotBeNull();
        }

        new RuleSetLoader([TestRules.Policy, others[1][0], direct, indirect, own], written.WordLists, known).Load().RuleSet!
            .Found("in 2027, of 2027, by 2027, in 2026, of 2026, by 2026").Should().Equal("in 2027", "of 2027", "by 2026");
        new RuleSetLoader([TestRules.Policy, direct, indirect, own], written.WordLists, known).Load()
            .Faults.Select(fault => fault.File).Should().Equal(direct.Path, indirect.Path);
    }

    [Fact]
    public void Rules_find_the_words_that_a_list_holds_now()
    {
        var written = TestRules.Load(Words, Names);
        var known = Compiled(written, [TestRules.Policy, Names]);
        var changed = TestRules.Load(Words with { Content = "cassiopeia\n" }, Names);
        var loaded = new RuleSetLoader([TestRules.Policy, Names], changed.WordLists, known).Load().RuleSet!;
        loaded.Found("orion, cassiopeia").Should().Equal("cassiopeia");
        loaded.Hash.Should().Be(changed.Hash);
    }

    [Fact]
    public void A_fault_among_compiled_rules_is_told_with_its_place()
    {
        var written = TestRules.Load(Words, Names, Results);
        var known = Compiled(written, [TestRules.Policy, Names, Results]);
        var withoutWords = new RuleSetLoader([TestRules.Policy, Names], TestRules.Load(TestRules.Badge()).WordLists, known).Load().Faults;
        withoutWords.Should().Equal(RuleSet.Load([TestRules.Policy, Names]).Faults).And.ContainSingle().Which.Line.Should().BeGreaterThan(1);
        var withoutInfoType = new RuleSetLoader([TestRules.Policy, Results], written.WordLists, known).Load().Faults;
        withoutInfoType.Should().Equal(RuleSet.Load([TestRules.Policy, Results]).Faults).And.ContainSingle().Which.Line.Should().BeGreaterThan(1);
    }

    [Fact]
    public void What_is_damaged_or_of_another_build_is_not_used()
    {
        CompiledRules.Open(CompiledPath).Should().BeNull("there is none");
        var written = TestRules.Load(TestRules.Badge());
        Compiled(written, [TestRules.Policy, TestRules.Badge()]);
        var whole = File.ReadAllBytes(CompiledPath);
        for (var length = 0; length < whole.Length; length += 1 + length / 8)
            Opened(whole[..length]).Should().BeNull("it ends after {0} bytes", length);
        for (var at = 0; at < whole.Length; at += 1 + at / 8)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 4;
            Opened(damaged).Should().BeNull("byte {0} is another", at);
        }

        Opened(whole).Should().NotBeNull();
    }

    [Fact]
    public void A_compiled_folder_is_used_from_beside_it_and_a_faulty_one_is_not_compiled()
    {
        var rules = Path.Combine(_folder, "rules");
        foreach (var file in new[] { TestRules.Policy, Words, Names with { Content = Names.Content.Replace("⟦x⟧", "⟦orion⟧", StringComparison.Ordinal) } })
        {
            var path = Path.Combine(rules, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content);
        }

        RuleSet.Compile(rules + Path.DirectorySeparatorChar, out var compiled).Faults.Should().BeEmpty();
        compiled.Should().Be(CompiledPath);
        CompiledRules.For(rules)!.Hash.Should().Be(RuleSet.LoadAnew(rules).RuleSet!.Hash);
        RuleSet.Load(rules).RuleSet!.Found("orion").Should().Equal("orion");

        var before = File.ReadAllBytes(CompiledPath);
        File.WriteAllText(Path.Combine(rules, "business", "names.yaml"), "id: [");
        RuleSet.Compile(rules, out _).RuleSet.Should().BeNull();
        File.ReadAllBytes(CompiledPath).Should().Equal(before);
        RuleSet.Load(rules).Faults.Should().NotBeEmpty();
    }

    private CompiledRules Compiled(RuleSet ruleSet, RuleFile[] files)
    {
        CompiledRules.Write(ruleSet, files, CompiledPath);
        return CompiledRules.Open(CompiledPath)!;
    }

    private RuleSet Recompiled(RuleSet ruleSet, RuleFile[] files)
    {
        var known = Compiled(ruleSet, files);
        known.HashOf(files, ruleSet.WordLists).Should().Be(ruleSet.Hash);
        return new RuleSetLoader(files, ruleSet.WordLists, known).Load().RuleSet!;
    }

    private CompiledRules? Opened(byte[] bytes)
    {
        File.WriteAllBytes(CompiledPath, bytes);
        return CompiledRules.Open(CompiledPath);
    }

    private static string Told(Rule rule) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rule} {rule.Status} {rule.Category} {rule.InfoType} {rule.Severity} {rule.Title} {rule.Message} {rule.Replacement} {string.Join(' ', rule.Validators.Select(validator => validator.Name))}");

    private static IEnumerable<string> Found(RuleSet ruleSet, string text)
    {
        var result = ruleSet.Scan(text, TestRules.Options() with { Trace = true });
        return result.Findings.Concat(result.ShadowFindings)
            .Select(finding => $"{finding.Rule.Id} {finding.Span} {finding.Confidence} {finding.Verdict} {finding.Preview}: {string.Join(" | ", finding.Trace!)}")
            .Concat(result.Dropped.Select(dropped => $"{dropped.RuleId} {dropped.Span}: {string.Join(" | ", dropped.Trace)}"));
    }
}

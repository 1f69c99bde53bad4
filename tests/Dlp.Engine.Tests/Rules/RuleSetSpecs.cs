using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules;

public class RuleSetSpecs
{
    private static readonly RuleFile Words = new("words/names.txt", "orion\n");
    private static readonly RuleFile Names = TestRules.Rule("business/names.yaml", "[{termsFile: words/names.txt, confidence: medium}]");

    [Fact]
    public void The_hash_is_that_of_the_files_in_any_order()
    {
        var hash = TestRules.Load(TestRules.Policy, Words, Names).Hash;
        hash.Should().MatchRegex("^sha256:[0-9a-f]{64}$");
        TestRules.Load(Names, Words, TestRules.Policy).Hash.Should().Be(hash);
    }

    [Fact]
    public void The_hash_changes_with_any_file()
    {
        var hashes = new[]
        {
            TestRules.Load(TestRules.Policy, Words, Names),
            TestRules.Load(TestRules.Policy, Words with { Content = "orion\nlyra\n" }, Names),
            TestRules.Load(TestRules.Policy, Words, Names with { Content = Names.Content + "# a remark\n" }),
            TestRules.Load(TestRules.PolicyOf("[{verdict: warn}]"), Words, Names),
            TestRules.Load(TestRules.Policy, Words, Names, TestRules.Badge()),
            TestRules.Load(TestRules.Policy, Words, Names, new RuleFile("words/more.txt", "")),
        }.Select(rules => rules.Hash);
        hashes.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_file_takes_the_place_of_the_one_of_its_path()
    {
        var rules = TestRules.Load(Words, Names);
        var other = rules.With(Words with { Content = "lyra\n" }, checkExamples: false).RuleSet!;
        rules.Found("orion, lyra").Should().Equal("orion");
        other.Found("orion, lyra").Should().Equal("lyra");
        other.With(TestRules.Badge(), checkExamples: false).RuleSet!.Rules.Select(rule => rule.Id).Should().Equal("business.names", "identity.badge");
        rules.With(Names with { Content = "id: x" }).Faults.Should().NotBeEmpty();
        rules.Found("orion, lyra").Should().Equal("orion");
    }

    [Fact]
    public void Info_types_are_those_of_running_rules_each_once()
    {
        var rules = TestRules.Load(
            TestRules.Badge(),
            TestRules.Rule("identity/card.yaml", "[{terms: [card], confidence: low}]", infoType: "badge"),
            TestRules.Rule("business/idea.yaml", "[{terms: [idea], confidence: low}]", status: "shadow"),
            TestRules.Rule("business/old.yaml", "[{terms: [old], confidence: low}]", status: "retired"));
        rules.InfoTypes.Select(type => (type.Id, type.Category, string.Join(' ', type.RuleIds))).Should().Equal(
            ("badge", Category.Identity, "identity.badge identity.card"), ("idea", Category.Business, "business.idea"));
    }

    [Fact]
    public void A_folder_is_read_with_its_word_lists_and_without_other_files()
    {
        var folder = Directory.CreateTempSubdirectory("dlp-rules");
        try
        {
            foreach (var file in new[] { TestRules.Policy, Words, Names, new RuleFile("README.md", "# Rules"), new RuleFile("schema/rule.schema.json", "{}") })
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Content);
            }

            RuleSet.Load(folder.FullName, checkExamples: false).RuleSet!.Hash.Should().Be(TestRules.Load(TestRules.Policy, Words, Names).Hash);

            File.WriteAllText(Path.Combine(folder.FullName, "business", "late.yml"), "");
            File.WriteAllBytes(Path.Combine(folder.FullName, "business", "latin.yaml"), [0x69, 0xE9, 0x0A]);
            RuleSet.Load(folder.FullName).Faults.Select(fault => fault.ToString()).Should().Contain([
                "business/late.yml(1,1): files ending in .yml are not read; rename it to .yaml",
                "business/latin.yaml(1,1): the file is not UTF-8; save it as UTF-8"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_exception()
    {
        var loading = () => RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "no-such-folder"));
        loading.Should().Throw<DirectoryNotFoundException>().WithMessage("*no-such-folder*");
    }
}

using System.Globalization;
using System.Text;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Rules.WordLists;

public class WordListSpecs
{
    [Theory]
    [InlineData("# code names\r\n\r\n  Héliotrope \r\nBleu Cobalt\n#hidden\n")]
    [InlineData("\uFEFFHéliotrope\nBleu Cobalt")]
    public void The_words_of_a_text_are_its_lines_without_comments_and_blank_ones(string content) =>
        Found("names.txt", content).Should().Equal("heliotrope", "bleu cobalt");

    [Theory]
    [InlineData("Héliotrope\nBleu Cobalt\n")]
    [InlineData("\uFEFFHéliotrope;42\r\nBleu Cobalt;7\r\n")]
    [InlineData("Héliotrope,note\n\n\"Bleu Cobalt\",\"a \"\"note\"\"\"\n")]
    [InlineData("Term\nHéliotrope\nBleu Cobalt\n")]
    [InlineData("id;Terme;hidden\n1;Héliotrope;names\n2;Bleu Cobalt;code\n")]
    [InlineData("id\tterm\n1\tHéliotrope\n2\tBleu Cobalt\n")]
    [InlineData("note,term\n\"one, and\ntwo\",Héliotrope\n,\"Bleu Cobalt\"\nnone,\n")]
    public void The_words_of_a_csv_file_are_those_of_its_column_of_terms_else_of_the_first(string content) =>
        Found("names.csv", content).Should().Equal("heliotrope", "bleu cobalt");

    [Theory]
    [InlineData("names.txt", "orion\n\n…\n", 3, "'…' has no letter and no digit, so it is never found; remove it, or use a regex for signs")]
    [InlineData("names.csv", "term;note\n\"a\nb\";x\n-;y\n", 4, "'-' has no letter and no digit")]
    [InlineData("names.csv", "Müller;1\nDupont, fils;2;3\n", 2, "columns of this row: 3, of the first: 2; quote a cell that holds the separator")]
    [InlineData("names.csv", "orion;1\nlyra;2\n\"vega;3\naltair;4\n", 3, "a quotation mark is not closed; close it")]
    [InlineData("names.csv", "\"orion\nlyra\n", 1, "a quotation mark is not closed; close it")]
    public void A_fault_of_a_list_names_the_file_and_the_line(string name, string content, int line, string said)
    {
        var fault = Load(name, content).Faults.Should().ContainSingle().Which;
        fault.ToString().Should().StartWith($"words/{name}({line},1): ").And.Contain(said);
    }

    [Fact]
    public void A_list_without_words_is_a_fault_of_the_rule_that_names_it() =>
        Load("names.txt", "# nothing yet\n").Faults.Should().ContainSingle()
            .Which.ToString().Should().StartWith("business/names.yaml(").And.Contain("there are no words in 'words/names.txt'; add at least one");

    [Theory]
    [InlineData("names.txt")]
    [InlineData("names.csv")]
    public void A_line_that_is_not_utf_8_is_a_fault(string name) => InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "words", name), Encoding.Latin1.GetBytes("orion\nétoile\nlyra\nété\n"));
        RuleSet.Load(folder, checkExamples: false).Faults.Select(fault => fault.ToString()).Should().Equal(
            $"words/{name}(2,1): this line is not UTF-8; save the file as UTF-8", $"words/{name}(4,1): this line is not UTF-8; save the file as UTF-8");
    });

    [Fact]
    public void A_file_of_the_wrong_kind_is_not_told_line_by_line_without_end()
    {
        var faults = Load("names.txt", new StringBuilder().Insert(0, "…\n", 5_000).ToString()).Faults;
        faults.Should().HaveCount(101);
        faults[^1].Message.Should().Be("4900 more faults follow; check that this is the right file");
    }

    [Fact]
    public void Lists_that_did_not_change_are_not_built_again() => InFolder(folder =>
    {
        var (large, small) = (Path.Combine(folder, "words", "large.txt"), Path.Combine(folder, "words", "names.txt"));
        File.WriteAllLines(large, Many("terme"));
        File.WriteAllText(small, "orion");
        var first = RuleSet.Load(folder, checkExamples: false).RuleSet!;

        File.SetLastWriteTimeUtc(large, DateTime.UnixEpoch);
        File.WriteAllText(small, "lyra");
        var second = RuleSet.Load(folder, checkExamples: false, previous: first).RuleSet!;
        second.WordLists["words/large.txt"].Should().BeSameAs(first.WordLists["words/large.txt"]);
        second.WordLists["words/names.txt"].Should().NotBeSameAs(first.WordLists["words/names.txt"]);
        second.Found("orion, lyra").Should().Equal("lyra");
        second.With(TestRules.Badge(), checkExamples: false).RuleSet!.WordLists["words/large.txt"].Should().BeSameAs(first.WordLists["words/large.txt"]);

        File.WriteAllLines(large, Many("mot"));
        var third = RuleSet.Load(folder, checkExamples: false, previous: second).RuleSet!;
        third.WordLists["words/large.txt"].Should().NotBeSameAs(second.WordLists["words/large.txt"]);
        third.Hash.Should().NotBe(second.Hash);
    });

    [Fact]
    public void A_large_list_is_found_by_the_rules_that_name_it()
    {
        var large = new RuleFile("words/large.csv", "term;id\n" + string.Concat(Many("Projet ").Select(term => $"{term};1\n")));
        TestRules.Load(large, TestRules.Rule("business/names.yaml", "[{termsFile: words/large.csv, confidence: medium}]"))
            .Found("le projet 7 et le projet 10001").Should().Equal("projet 7");
        TestRules.Load(large, TestRules.Rule("business/names.yaml", "[{allOf: [{termsFile: words/large.csv, value: true}, {terms: [secret]}], within: 50, confidence: medium}]"))
            .Found("le projet 7, secret").Should().Equal("projet 7");
    }

    private static IEnumerable<string> Many(string word) => Enumerable.Range(0, TermSet.MostSharing + 1).Select(number => word + number.ToString(CultureInfo.InvariantCulture));

    private static RuleSetLoad Load(string name, string content) =>
        RuleSet.Load([TestRules.Policy, new RuleFile($"words/{name}", content), TestRules.Rule("business/names.yaml", $"[{{termsFile: words/{name}, confidence: medium}}]")], checkExamples: false);

    private static IEnumerable<string> Found(string name, string content)
    {
        var load = Load(name, content);
        load.Faults.Should().BeEmpty();
        return load.RuleSet!.Found("heliotrope et bleu cobalt; names, hidden, code, term, terme, note, one, two, 42, 7");
    }

    private static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("dlp-words").FullName;
        try
        {
            foreach (var file in new[] { TestRules.Policy, TestRules.Rule("business/names.yaml", "[{termsFile: words/names.txt, confidence: medium}]"), new RuleFile("words/names.txt", "orion\n") })
            {
                var path = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Content);
            }

            test(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

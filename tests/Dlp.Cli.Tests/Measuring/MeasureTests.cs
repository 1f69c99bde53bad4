using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FluentAssertions.Execution;

namespace Dlp.Cli.Tests.Measuring;

public sealed class MeasureTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Spans_are_counted_in_code_points()
    {
        var label = await LabelAsync(TestCorpus.Row("r1", "ticket", "😀😀 𝒜 ⟦TK123456⟧ ok 😀"));
        Figures(label).Should().Be((1, 1.0, 1.0, 1.0));
    }

    [Fact]
    public async Task Recall_counts_spans_by_overlap_and_exact_spans_apart()
    {
        // Found exactly, found with one end wrong, not found.
        var label = await LabelAsync(TestCorpus.Row("r1", "ticket", "⟦TK123456⟧ ⟦no TK123456⟧ ⟦TK12345⟧"));
        Figures(label).Should().Be((3, 2 / 3.0, 1.0, 0.5));
    }

    [Fact]
    public async Task Findings_beside_the_spans_lower_the_precision()
    {
        var label = await LabelAsync(TestCorpus.Row("r1", "ticket", "⟦TK123456⟧, TK111111, TK222222, TK333333"));
        Figures(label).Should().Be((1, 1.0, 0.25, 1.0));
    }

    [Fact]
    public async Task A_positive_without_known_span_is_found_by_any_finding_of_the_type()
    {
        var label = await LabelAsync(
            TestCorpus.Row("r1", "ticket", "TK123456", spanKnown: false),
            TestCorpus.Row("r2", "ticket", "BD1234", spanKnown: false));
        Figures(label).Should().Be((2, 0.5, null, null));
    }

    [Fact]
    public async Task A_negative_holds_for_its_label_only()
    {
        var label = await LabelAsync(
            TestCorpus.Row("r1", "ticket", "TK12345", positive: false),
            TestCorpus.Row("r2", "ticket", "BD1234", positive: false),
            TestCorpus.Row("r3", "ticket", "TK123456", positive: false),
            TestCorpus.Row("r4", "ticket", "nothing", positive: false));
        label.GetProperty("tally").GetProperty("refusals").GetDouble().Should().Be(0.75);
        label.GetProperty("tally").GetProperty("recall").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Each_span_of_a_multi_row_counts_for_its_own_label()
    {
        _workspace.Write("labels.yaml", "TICKET_NR: ticket\nBADGE_*: [badge, no-such-type]\n");
        var corpus = await MeasureAsync(["--labels", "labels.yaml"], TestCorpus.Row("r1", "multi", "⟦Ann⟧ ⟦TK123456⟧ ⟦BD1234⟧ ⟦BD99⟧ TK999999", spanLabels: ["PERSON", "TICKET_NR", "BADGE_NR", "BADGE_NR"]));
        using var scope = new AssertionScope();
        Figures(LabelOf(corpus, "TICKET_NR")).Should().Be((1, 1.0, 0.5, 1.0));
        Figures(LabelOf(corpus, "BADGE_NR")).Should().Be((2, 0.5, 1.0, 1.0));
        var unsupported = corpus.GetProperty("unsupported")[0];
        unsupported.GetProperty("key").GetProperty("label").GetString().Should().Be("PERSON");
        unsupported.GetProperty("rows").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Labels_without_a_map_stand_for_themselves_and_secrets_for_every_secret()
    {
        _workspace.Write("rules/identity/in/pan.yaml", TestRules.Rule("identity.in.pan", "in.pan", "low", "Pan", "Poêle", @"\bpan[0-9]{3}\b", "low", "[a]", "[b]", "⟦PAN123⟧"));
        _workspace.Write("rules/contact/phone.yaml", TestRules.Rule("contact.phone", "phone", "low", "Phone", "Téléphone", @"\bcall[0-9]{3}\b", "low", "[a]", "[b]", "⟦CALL123⟧"));
        var corpus = await MeasureAsync(
            [],
            TestCorpus.Row("r1", "in_.pan", "⟦PAN123⟧", kind: "id-number"),
            TestCorpus.Row("r2", "phone.FR", "⟦CALL123⟧"),
            TestCorpus.Row("r3", "some-vendor-key", $"kanari-⟦0123456789ab⟧", kind: "secret"),
            TestCorpus.Row("r4", "unheard-of", "⟦x⟧"));
        corpus.GetProperty("labels").EnumerateArray().Select(label => Figures(label).Recall).Should().Equal(1, 1, 1);
        corpus.GetProperty("unsupported").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Clean_rows_give_the_share_flagged_and_the_share_with_a_finding()
    {
        var corpus = await MeasureAsync(
            [],
            TestCorpus.Row("c1", "web", "nothing", positive: false, kind: "clean"),
            TestCorpus.Row("c2", "web", "ticket TK123456", positive: false, kind: "clean"),
            TestCorpus.Row("c3", "web", "call EXT1234", positive: false, kind: "clean"),
            TestCorpus.Row("c4", "web", "nothing", positive: false, kind: "clean"));
        var clean = corpus.GetProperty("clean")[0];
        (clean.GetProperty("texts").GetInt32(), clean.GetProperty("flagged").GetInt32(), clean.GetProperty("withFinding").GetInt32()).Should().Be((4, 1, 2));
        corpus.GetProperty("cleanInfoTypes").EnumerateArray().Select(type => type.GetProperty("infoType").GetString()).Should().Equal("extension", "ticket");
    }

    [Fact]
    public async Task Averages_count_each_label_once_however_many_rows_it_has()
    {
        var corpus = await MeasureAsync(
            [],
            TestCorpus.Row("r1", "ticket", "⟦TK123456⟧"), TestCorpus.Row("r2", "ticket", "⟦TK123456⟧"), TestCorpus.Row("r3", "ticket", "⟦TK123456⟧"),
            TestCorpus.Row("r4", "badge", "⟦BD⟧"));
        corpus.GetProperty("kinds")[0].GetProperty("recall").GetDouble().Should().Be(0.5);
        corpus.GetProperty("sources")[0].GetProperty("recall").GetDouble().Should().Be(0.5);
    }

    [Fact]
    public async Task The_minimum_confidence_and_shadow_rules_change_what_counts()
    {
        string[] rows = [TestCorpus.Row("r1", "extension", "⟦EXT1234⟧"), TestCorpus.Row("r2", "pager", "⟦PG1234⟧")];
        double? Recall(JsonElement corpus, string label) => corpus.GetProperty("labels").EnumerateArray().Where(l => NameOf(l) == label).Select(l => Figures(l).Recall).SingleOrDefault();
        using var scope = new AssertionScope();
        Recall(await MeasureAsync([], rows), "extension").Should().Be(1);
        Recall(await MeasureAsync(["--minimum-confidence", "medium"], rows), "extension").Should().Be(0);
        Recall(await MeasureAsync([], rows), "pager").Should().BeNull("its only rule is in shadow");
        Recall(await MeasureAsync(["--shadow"], rows), "pager").Should().Be(1);
    }

    [Fact]
    public async Task A_folder_gzipped_files_sources_and_a_limit_choose_the_rows()
    {
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "corpora"));
        await using (var file = new GZipStream(File.Create(Path.Combine(_workspace.Folder, "corpora", "a.jsonl.gz")), CompressionLevel.Fastest))
            await file.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', TestCorpus.Row("a1", "ticket", "⟦TK123456⟧"), TestCorpus.Row("a2", "badge", "⟦BD1234⟧"), TestCorpus.Row("a3", "badge", "⟦BD1234⟧"))), TestContext.Current.CancellationToken);
        _workspace.Write("corpora/b.jsonl", TestCorpus.Row("b1", "ticket", "⟦TK123456⟧", source: "other"));
        _workspace.Write("corpora/README.md", "no corpus");
        (await RunAsync("corpora", "--limit", "2")).GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("rows").GetInt32()).Should().Equal(2, 1);
        (await RunAsync("corpora", "--sources", "other")).GetProperty("sources").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Misses_are_listed_by_row_id_in_the_order_of_the_corpus()
    {
        _workspace.Write("corpus.jsonl", string.Join('\n',
            TestCorpus.Row("r1", "ticket", "⟦TK12⟧"),
            TestCorpus.Row("r2", "ticket", "⟦TK123456⟧"),
            TestCorpus.Row("r3", "ticket", "TK123456", positive: false),
            TestCorpus.Row("r4", "web", "TK123456", positive: false, kind: "clean")));
        await _workspace.DlpAsync("measure", "corpus.jsonl", "--misses", "misses.tsv", "--report", "report.md");
        _workspace.Read("misses.tsv").Should().Be("r1\tticket\tmissed\nr3\tticket\taccepted\nr4\tweb\tflagged\n");
    }

    [Fact]
    public async Task The_report_has_a_table_of_sources_and_of_labels()
    {
        _workspace.Write("corpus.jsonl", TestCorpus.Row("r1", "ticket", "⟦TK123456⟧") + "\n" + TestCorpus.Row("r2", "unheard-of", "⟦x⟧"));
        var run = await _workspace.DlpAsync("measure", "corpus.jsonl");
        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain("| made | pii | 1 | 1 | 100.0 | – | 100.0 | 100.0 | 1 | 1 |")
            .And.Contain("| made | pii | ticket | 1 | 1 | 100.0 | 0 | – | 100.0 | 100.0 |")
            .And.Contain("| made | pii | unheard-of | 1 |");
        run.Error.Should().BeEmpty();
    }

    private async Task<JsonElement> LabelAsync(params string[] rows) => (await MeasureAsync([], rows)).GetProperty("labels").EnumerateArray().Single();

    private Task<JsonElement> MeasureAsync(string[] options, params string[] rows)
    {
        _workspace.Write("corpus.jsonl", string.Join('\n', rows));
        return RunAsync(["corpus.jsonl", .. options]);
    }

    private async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var run = await _workspace.DlpAsync(["measure", .. arguments, "--json", "figures.json", "--report", "report.md"]);
        run.Should().Be(new DlpRun(0, "", ""));
        return Json.Parse(_workspace.Read("figures.json")).GetProperty("corpus");
    }

    private static string NameOf(JsonElement label) => label.GetProperty("key").GetProperty("label").GetString()!;

    private static JsonElement LabelOf(JsonElement corpus, string name) => corpus.GetProperty("labels").EnumerateArray().Single(label => NameOf(label) == name);

    private static (int Positives, double? Recall, double? Precision, double? Exact) Figures(JsonElement label)
    {
        var tally = label.GetProperty("tally");
        double? Share(string name) => tally.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        return (tally.GetProperty("positives").GetInt32(), Share("recall"), Share("precision"), Share("exactSpans"));
    }
}

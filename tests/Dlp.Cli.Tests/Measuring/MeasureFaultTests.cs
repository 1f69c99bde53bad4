namespace Dlp.Cli.Tests.Measuring;

public sealed class MeasureFaultTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Every_malformed_line_is_told_and_the_rest_is_measured()
    {
        _workspace.Write("corpus.jsonl", string.Join('\n',
            TestCorpus.Row("r1", "ticket", "⟦TK123456⟧"),
            "{\"text\": \"secret-canary-1",
            "{\"id\": \"r3\", \"text\": \"secret-canary-2\"}",
            "",
            TestCorpus.Row("r5", "ticket", "secret-canary-3 ⟦TK123456⟧", positive: false),
            TestCorpus.Row("r6", "ticket", "secret-canary-4"),
            TestCorpus.Row("r7", "ticket", "secret-canary-5 ⟦TK123456⟧").Replace("\"start\":16", "\"start\":15", StringComparison.Ordinal),
            TestCorpus.Row("r8", "ticket", "secret-canary-6 ⟦TK123456⟧").Replace("\"end\":24", "\"end\":99", StringComparison.Ordinal),
            TestCorpus.Row("r9", "ticket", "⟦secret-canary-7⟧", kind: "sort"),
            TestCorpus.Row("r10", "multi", "⟦secret-canary-8⟧"),
            "{\"id\":\"r11\",\"source\":\"s\",\"label\":\"l\",\"kind\":\"pii\",\"text\":\"secret-canary-9\\ud83d\",\"expected\":[],\"positive\":false}",
            TestCorpus.Row("r12", "ticket", "⟦TK123456⟧")));
        var run = await _workspace.DlpAsync("measure", "corpus.jsonl");
        run.ExitCode.Should().Be(1);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..(line.IndexOf(':') + 1)]).Should()
            .Equal(new[] { 2, 3, 5, 6, 7, 8, 9, 10, 11 }.Select(line => $"corpus.jsonl({line}):"));
        run.Everything.Should().NotContain("canary");
        run.Out.Should().Contain("| made | pii | ticket | 2 | 2 | 100.0 |").And.Contain("9 lines");
    }

    [Fact]
    public async Task Missing_files_are_all_named()
    {
        Directory.CreateDirectory(Path.Combine(_workspace.Folder, "empty"));
        var run = await _workspace.DlpAsync("measure", "none.jsonl", "empty", "--labels", "nowhere.yaml");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("none.jsonl").And.Contain("empty").And.Contain("nowhere.yaml");
    }

    [Fact]
    public async Task A_damaged_archive_is_told()
    {
        _workspace.Write("corpus.jsonl.gz", "this is not gzip");
        var run = await _workspace.DlpAsync("measure", "corpus.jsonl.gz");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("corpus.jsonl.gz(1):").And.Contain("gzip");
    }

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("A: {b: c}\n")]
    [InlineData("A: [\n")]
    public async Task A_label_map_that_makes_no_sense_is_told(string map)
    {
        _workspace.Write("corpus.jsonl", TestCorpus.Row("r1", "ticket", "⟦TK123456⟧"));
        _workspace.Write("labels.yaml", map);
        var run = await _workspace.DlpAsync("measure", "corpus.jsonl", "--labels", "labels.yaml");
        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("labels.yaml(");
    }
}

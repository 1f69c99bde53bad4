using FluentAssertions.Execution;

namespace Dlp.Cli.Tests;

/// <summary>Whatever is asked, what was found is never printed.</summary>
public sealed class LeakTests : IDisposable
{
    private const string Value = "7f3a9c51d2e8";

    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task No_command_prints_a_value_that_it_found()
    {
        _workspace.Write("draft.txt", $"My key is {TestRules.Canary}, ticket TK123456.");
        _workspace.Write("annex.csv", $"key;{TestRules.Canary}");
        _workspace.Write("corpus.jsonl", Measuring.TestCorpus.Row("r1", "x-key", $"kanari-⟦{Value}⟧", kind: "secret") + "\n"
            + Measuring.TestCorpus.Row("r2", "web", TestRules.Canary, positive: false, kind: "clean") + "\n"
            + $"{{\"id\": {Value}, \"text\": \"{TestRules.Canary}\"}}\n{TestRules.Canary}\n");
        string[][] commands =
        [
            .. from format in new[] { "table", "json", "jsonl", "sarif" }
               from trace in new string[][] { [], ["--trace"] }
               from files in new string[][] { ["draft.txt"], ["draft.txt", "annex.csv"], ["annex.csv"] }
               select (string[])["scan", .. files, "--format", format, .. trace, "--minimum-confidence", "low"],
            ["scan", "--redact", "draft.txt"],
            ["scan", "--redact", "draft.txt", "annex.csv", "--format", "json"],
            ["scan", "draft.txt", "no-such-file.txt"],
            ["scan", "draft.txt", "--rules", "nowhere"],
            ["scan", "draft.txt", "--info-types", "nothing"],
            ["scan", "draft.txt", "--output", "nowhere/out.json"],
            ["scan", "--text", TestRules.Canary],
            ["scan", $"My key is {TestRules.Canary}."],
            ["scan", TestRules.Canary],
            ["scan", $"- my key is {TestRules.Canary}"],
            ["scan", $"--txt={TestRules.Canary}"],
            ["extract", TestRules.Canary],
            ["scan", "--text", TestRules.Canary, "--bogus"],
            ["scan", "--text", TestRules.Canary, "--format", "yaml"],
            ["measure", "corpus.jsonl"],
            ["measure", "corpus.jsonl", "--ask", "all", "--json", "figures.json", "--misses", "misses.tsv", "--report", "report.md"],
        ];
        using var scope = new AssertionScope();
        foreach (var command in commands)
            (await _workspace.DlpAsync(command)).Everything.Should().NotContain(Value, "of {0}", string.Join(' ', command));
        foreach (var file in new[] { "figures.json", "misses.tsv", "report.md" })
            _workspace.Read(file).Should().NotContain(Value);
    }

    [Fact]
    public async Task A_fault_in_the_program_does_not_quote_the_draft()
    {
        var output = new StringWriter();
        var shell = new Shell
        {
            Out = output,
            Error = output,
            OpenInput = () => throw new InvalidOperationException(TestRules.Canary),
            InputIsPiped = true,
            Directory = _workspace.Folder,
            ProgramDirectory = _workspace.Folder,
        };
        (await DlpCommand.RunAsync(["scan"], shell, TestContext.Current.CancellationToken)).Should().Be(1);
        output.ToString().Should().Contain("InvalidOperationException").And.NotContain(Value);
    }
}

namespace Dlp.Cli.Tests.Scanning;

public sealed class RedactTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Redacting_prints_the_safer_body_and_nothing_else()
    {
        _workspace.Write("draft.txt", $"Key kanari-7f3a9c51d2e8, ticket TK123456.\n");
        var run = await _workspace.DlpAsync("scan", "--redact", "--language", "fr", "draft.txt");
        run.Should().Be(new DlpRun(12, "Key kanari-[clé], ticket [billet].\n", ""));
    }

    [Fact]
    public async Task A_body_without_findings_is_printed_as_it_is() =>
        (await _workspace.DlpAsync("scan", "--redact", "--text", "See you.")).Should().Be(new DlpRun(0, "See you.", ""));

    [Fact]
    public async Task Findings_left_in_attachments_are_told()
    {
        _workspace.Write("annex.txt", "TK123456");
        var run = await _workspace.DlpAsync("scan", "--redact", "--text", "Hello", "annex.txt");
        run.Out.Should().Be("Hello");
        run.Error.Should().Contain("not redacted: 1");
    }

    [Fact]
    public async Task In_json_the_redacted_body_is_part_of_the_answer() =>
        Json.Parse((await _workspace.DlpAsync("scan", "--redact", "--format", "json", "--text", "TK123456")).Out)
            .GetProperty("redacted")[0].GetProperty("text").GetString().Should().Be("[ticket]");
}

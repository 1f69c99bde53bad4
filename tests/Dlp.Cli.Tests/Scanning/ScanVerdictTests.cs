using System.IO.Pipes;

namespace Dlp.Cli.Tests.Scanning;

public sealed class ScanVerdictTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("See you at the fair.", 0)]
    [InlineData("My ticket is TK123456.", 10)]
    [InlineData("My badge is BD1234.", 11)]
    [InlineData($"My key is {TestRules.Canary}.", 12)]
    [InlineData($"Ticket TK123456, key {TestRules.Canary}.", 12)]
    public async Task The_exit_code_tells_the_verdict(string text, int exitCode) =>
        (await _workspace.DlpAsync("scan", "--text", text)).ExitCode.Should().Be(exitCode);

    [Fact]
    public async Task A_text_piped_in_is_the_body()
    {
        var run = await _workspace.DlpAsync("Ticket TK123456", ["scan", "--format", "json"]);
        run.ExitCode.Should().Be(10);
        run.Out.Should().Contain("\"part\": \"text\"").And.Contain("\"kind\": \"text\"");
    }

    [Fact]
    public async Task A_pipe_that_has_a_name_is_read_once_and_wholly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a shell gives such a name for <(…)");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var end = pipe.ClientSafePipeHandle;
        pipe.Write("Ticket TK123456"u8);
        pipe.Dispose();

        (await _workspace.DlpAsync("scan", $"/proc/self/fd/{end.DangerousGetHandle()}")).ExitCode.Should().Be(10);
    }

    [Fact]
    public async Task A_hyphen_reads_the_body_beside_attachments()
    {
        _workspace.Write("annex.txt", "Badge BD1234");
        var run = await _workspace.DlpAsync("Ticket TK123456", ["scan", "-", "annex.txt", "--format", "json"]);
        run.ExitCode.Should().Be(11);
        run.Out.Should().Contain("\"part\": \"text\"").And.Contain("\"part\": \"annex.txt\"").And.Contain("\"kind\": \"attachment\"");
    }

    [Fact]
    public async Task A_first_text_file_is_the_body_and_the_others_are_attachments()
    {
        _workspace.Write("draft.md", "Ticket TK123456");
        _workspace.Write("more/draft.md", "Ticket TK654321");
        var run = await _workspace.DlpAsync("scan", "draft.md", "more/draft.md", "--format", "json");
        var parts = Json.Parse(run.Out).GetProperty("parts").EnumerateArray().Select(part => (part.GetProperty("name").GetString(), part.GetProperty("kind").GetString()));
        parts.Should().Equal(("draft.md", "text"), ("draft.md (2)", "attachment"));
    }

    [Fact]
    public async Task The_audience_decides_too() =>
        (await _workspace.DlpAsync("scan", "--text", "Ticket TK123456", "--audience", "internal")).ExitCode.Should().Be(0);

    [Fact]
    public async Task Only_the_asked_info_types_count() =>
        (await _workspace.DlpAsync("scan", "--text", "Ticket TK123456, badge BD1234", "--info-types", "ticket")).ExitCode.Should().Be(10);

    [Fact]
    public async Task An_unknown_info_type_is_named()
    {
        var run = await _workspace.DlpAsync("scan", "--text", "x", "--info-types", "ticket,tiket");
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("tiket").And.Contain("dlp rules list");
    }

    [Fact]
    public async Task Every_missing_file_is_named()
    {
        var run = await _workspace.DlpAsync("scan", "one.txt", "two.pdf", "rules");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("one.txt: there is no such file").And.Contain("two.pdf: there is no such file").And.Contain("rules: is a folder");
        run.Out.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_fault_of_the_rules_is_listed()
    {
        _workspace.Write("rules/identity/a.yaml", "id: identity.b\nbogus: 1\n");
        _workspace.Write("rules/identity/c.yaml", "[");
        var run = await _workspace.DlpAsync("scan", "--text", "x");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("rules/identity/a.yaml(").And.Contain("bogus").And.Contain("rules/identity/c.yaml(");
    }

    [Theory]
    [InlineData("scan", "--bogus")]
    [InlineData("scan", "--text")]
    [InlineData("scan", "--language", "de", "--text", "x")]
    [InlineData("scan", "--audience", "everyone", "--text", "x")]
    [InlineData("scan", "--audience", "1", "--text", "x")]
    [InlineData("scan", "--publish-at", "tomorrow", "--text", "x")]
    [InlineData("scan", "--site", "https://linkedin.com", "--text", "x")]
    [InlineData("scan", "--site", "", "--text", "x")]
    [InlineData("scan", "--text", "x", "-")]
    [InlineData("scan", "-", "-")]
    [InlineData("scan", "--redact", "report.pdf")]
    [InlineData("scan", "--redact", "--text", "x", "--format", "sarif")]
    [InlineData("scan")]
    [InlineData("rules")]
    [InlineData("extract")]
    [InlineData("measure")]
    [InlineData("measure", ".", "--limit", "0")]
    [InlineData("publish")]
    [InlineData]
    public async Task Wrong_usage_exits_with_2(params string[] arguments)
    {
        var run = await _workspace.DlpAsync(arguments);
        run.ExitCode.Should().Be(2);
        run.Error.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Help_is_no_wrong_usage() => (await _workspace.DlpAsync("scan", "--help")).Should().Match<DlpRun>(run => run.ExitCode == 0 && run.Out.Contains("--redact"));

    [Fact]
    public async Task The_time_of_publishing_may_be_given() =>
        (await _workspace.DlpAsync("scan", "--text", "TK123456", "--publish-at", "2026-12-01T09:00+01:00")).ExitCode.Should().Be(10);

    [Fact]
    public async Task The_rules_that_came_with_the_program_are_used_where_there_are_none()
    {
        Directory.Move(Path.Combine(_workspace.Folder, "rules"), Directory.CreateDirectory(Path.Combine(_workspace.Folder, "program")).FullName + "/rules");
        (await _workspace.DlpAsync("scan", "--text", "TK123456")).ExitCode.Should().Be(10);
    }

    [Theory]
    [InlineData("linkedin.com")]
    [InlineData("WWW.LinkedIn.com.")]
    public async Task The_site_decides_however_it_is_written(string site)
    {
        _workspace.Write("rules/policies/default.yaml", TestRules.Policy.Replace("infoTypes: [ticket]", "infoTypes: [ticket], sites: [linkedin.com]"));
        (await _workspace.DlpAsync("scan", "--text", "TK123456", "--site", site)).ExitCode.Should().Be(10);
    }

    [Theory]
    [InlineData("''", "scan", "--text", "x", "--rules", "")]
    [InlineData("''", "rules", "check", "")]
    [InlineData("FILE 1", "scan", "")]
    public async Task An_empty_name_is_not_the_current_folder(string named, params string[] arguments)
    {
        var run = await _workspace.DlpAsync(arguments);
        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith(named);
    }

    [Fact]
    public async Task The_files_that_editors_keep_beside_a_rule_are_no_rules()
    {
        File.CreateSymbolicLink(_workspace.Write("rules/identity/.hidden/x", "") + ".yaml", "nowhere");
        File.CreateSymbolicLink(Path.Combine(_workspace.Folder, "rules/identity/.#ticket.yaml"), "author@host.1234");
        (await _workspace.DlpAsync("rules", "check", "rules")).Out.Should().Contain("5 rules, 0 faults, 0 warnings");
    }

    [Fact]
    public async Task A_folder_without_rules_is_a_fault()
    {
        var run = await _workspace.DlpAsync("scan", "--text", "x", "--rules", "nowhere");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("nowhere");
    }
}

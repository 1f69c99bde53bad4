using System.Text.Json;
using FluentAssertions.Execution;

namespace Dlp.Cli.Tests.Scanning;

public sealed class ScanFormatTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Json_has_the_shape_of_the_HTTP_answer()
    {
        var run = await _workspace.DlpAsync("scan", "--format", "json", "--language", "fr", "--text", $"Ticket\nTK123456 et {TestRules.Canary}");
        var answer = Json.Parse(run.Out);
        using var scope = new AssertionScope();
        answer.EnumerateObject().Select(property => property.Name).Should().Equal("id", "verdict", "complete", "findings", "parts", "redacted", "ruleSet", "elapsedMilliseconds");
        answer.GetProperty("verdict").GetString().Should().Be("block");
        answer.GetProperty("complete").GetBoolean().Should().BeTrue();
        answer.GetProperty("ruleSet").GetString().Should().MatchRegex("^sha256:[0-9a-f]{64}$");
        var findings = answer.GetProperty("findings");
        findings.GetArrayLength().Should().Be(2);
        var first = findings[0];
        first.EnumerateObject().Select(property => property.Name).Should().Equal(
            "id", "ruleId", "ruleVersion", "infoType", "category", "severity", "confidence", "part", "start", "end", "location", "inName", "encoding", "preview", "verdict", "title", "message", "replacement", "trace");
        first.GetProperty("ruleId").GetString().Should().Be("identity.ticket");
        first.GetProperty("start").GetInt32().Should().Be(7);
        first.GetProperty("end").GetInt32().Should().Be(15);
        first.GetProperty("title").GetString().Should().Be("Numéro de ticket");
        first.GetProperty("trace").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_trace_tells_what_was_found_dropped_and_in_shadow()
    {
        var run = await _workspace.DlpAsync("scan", "--format", "json", "--trace", "--text", "TK123456 EXT1234 PG1234");
        var answer = Json.Parse(run.Out);
        answer.GetProperty("findings")[0].GetProperty("trace")[0].GetProperty("step").GetString().Should().Be("detected");
        answer.GetProperty("dropped").EnumerateArray().Should().ContainSingle(dropped => dropped.GetProperty("ruleId").GetString() == "contact.extension");
        answer.GetProperty("shadowFindings").EnumerateArray().Should().ContainSingle(finding => finding.GetProperty("infoType").GetString() == "pager");
    }

    [Fact]
    public async Task Jsonl_has_a_line_for_each_finding_and_a_summary()
    {
        var run = await _workspace.DlpAsync("scan", "--format", "jsonl", "--text", "TK123456 TK654321");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json.Parse).ToList();
        lines.Should().HaveCount(3);
        lines.Take(2).Should().OnlyContain(line => line.GetProperty("ruleId").GetString() == "identity.ticket");
        var summary = lines[2].GetProperty("summary");
        summary.GetProperty("verdict").GetString().Should().Be("warn");
        summary.GetProperty("findings").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task The_table_says_the_verdict_first_and_where_each_finding_stands()
    {
        var run = await _workspace.DlpAsync("scan", "--text", "Hello\nyour ticket TK123456");
        run.Out.Should().StartWith("WARN");
        run.Out.Should().Contain("Ticket number").And.Contain("line 2:13").And.Contain("18–26").And.Contain("severity medium").And.Contain("confidence medium")
            .And.Contain("This is a Ticket number. Leave it out.").And.NotContain("\u001b[");
    }

    [Fact]
    public async Task The_table_is_in_the_language_of_the_environment()
    {
        var run = await _workspace.DlpAsync(null, ["scan", "--text", "TK123456"], name => name == "LANG" ? "fr_FR.UTF-8" : null);
        run.Out.Should().StartWith("ATTENTION").And.Contain("Numéro de ticket").And.Contain("gravité moyenne, confiance moyenne");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task A_terminal_gets_colours_unless_NO_COLOR_is_set(string? noColor, bool coloured)
    {
        var run = await _workspace.DlpAsync(null, ["scan", "--text", "TK123456"], name => name == "NO_COLOR" ? noColor : null, isTerminal: true);
        run.Out.Contains('\u001b').Should().Be(coloured);
        (await _workspace.DlpAsync(null, ["scan", "--text", "TK123456", "--no-color"], isTerminal: true)).Out.Should().NotContain("\u001b");
    }

    [Fact]
    public async Task The_table_keeps_to_the_width_of_the_terminal()
    {
        var run = await _workspace.DlpAsync(null, ["scan", "--text", "TK123456", "--no-color"], isTerminal: true, width: 60);
        run.Out.Split('\n').Should().OnlyContain(line => line.TrimEnd('\r').Length <= 60);
    }

    [Fact]
    public async Task What_was_not_scanned_is_said_plainly()
    {
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "contacts.db"), [.. "SQLite format 3\0"u8, .. new byte[64]]);
        var run = await _workspace.DlpAsync("scan", "--text", "Hello", "contacts.db");
        run.ExitCode.Should().Be(10);
        run.Out.Should().Contain("Not wholly scanned").And.Contain("contacts.db: of an unsupported kind");
        Json.Parse((await _workspace.DlpAsync("scan", "--text", "Hello", "contacts.db", "--format", "json")).Out).GetProperty("complete").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task A_recording_does_not_stand_in_the_way_but_is_said_to_be_unread()
    {
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "call.mp3"), [.. "ID3\u0003"u8, .. new byte[64]]);
        var run = await _workspace.DlpAsync("scan", "--text", "Hello", "call.mp3");
        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain("Not wholly scanned").And.Contain("call.mp3: of an unsupported kind");
        Json.Parse((await _workspace.DlpAsync("scan", "--text", "Hello", "call.mp3", "--format", "json")).Out).GetProperty("complete").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task What_stands_in_the_name_of_a_file_is_told_at_its_place_in_every_format()
    {
        _workspace.Write("TK123456.csv", "a longer text,\nin two lines");
        var table = (await _workspace.DlpAsync("scan", "--text", "Hello", "TK123456.csv")).Out;
        table.Should().Contain("file name").And.Contain("0–8").And.NotContain("line ");
        var finding = Json.Parse((await _workspace.DlpAsync("scan", "--text", "Hello", "TK123456.csv", "--format", "json")).Out).GetProperty("findings")[0];
        finding.GetProperty("location").GetString().Should().Be("file name");
        finding.GetProperty("inName").GetBoolean().Should().BeTrue();
        finding.GetProperty("end").GetInt32().Should().Be(8);
        var location = Json.Parse((await _workspace.DlpAsync("scan", "--text", "Hello", "TK123456.csv", "--format", "sarif")).Out)
            .GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0];
        location.GetProperty("physicalLocation").TryGetProperty("region", out _).Should().BeFalse();
        location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().Should().Be("TK123456.csv, file name");
        (await _workspace.DlpAsync("scan", "--text", "Hello", "TK123456.csv", "--language", "fr")).Out.Should().Contain("nom du fichier").And.NotContain("file name");
    }

    [Fact]
    public async Task What_was_not_read_is_told_in_the_language_asked_for()
    {
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "contacts.db"), [.. "SQLite format 3\0"u8, .. new byte[64]]);
        (await _workspace.DlpAsync("scan", "--text", "Hello", "contacts.db", "--language", "fr", "--format", "sarif")).Out.Should().Contain("base de données SQLite : ce type de fichier n'est pas lu");
        (await _workspace.DlpAsync("scan", "--text", "Hello", "contacts.db", "--format", "json")).Out.Should().Contain("SQLite database: this kind of file is not read");
        (await _workspace.DlpAsync("extract", "contacts.db", "--language", "fr")).Error.Should().Contain("base de données SQLite : ce type de fichier n'est pas lu");
    }

    [Fact]
    public async Task The_name_of_the_body_s_file_is_no_part_of_the_draft()
    {
        _workspace.Write("TK123456.txt", "Hello");
        (await _workspace.DlpAsync("scan", "TK123456.txt")).ExitCode.Should().Be(0);
        (await _workspace.DlpAsync("scan", "--text", "Hello", "TK123456.txt")).ExitCode.Should().Be(10);
    }

    [Fact]
    public async Task A_file_name_cannot_steer_the_terminal()
    {
        _workspace.Write("odd\u001b[31m[red]name.txt", "TK123456");
        var run = await _workspace.DlpAsync("scan", "odd\u001b[31m[red]name.txt");
        run.Everything.Should().NotContain("\u001b").And.Contain("[red]");
    }

    [Fact]
    public async Task The_result_may_go_to_a_file()
    {
        var run = await _workspace.DlpAsync("scan", "--text", "TK123456", "--format", "json", "--output", "result.json");
        run.Out.Should().BeEmpty();
        Json.Parse(_workspace.Read("result.json")).GetProperty("verdict").GetString().Should().Be("warn");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_fault() =>
        (await _workspace.DlpAsync("scan", "--text", "x", "--output", "nowhere/result.json")).Should().Match<DlpRun>(run => run.ExitCode == 1 && run.Error.Length > 0);
}

using System.Text.Json;
using FluentAssertions.Execution;

namespace Dlp.Cli.Tests.Scanning;

public sealed class SarifTests : IDisposable
{
    private const string Text = "Bonjour 😀\r\nticket TK123456\n";

    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_SARIF_log_has_what_the_standard_requires()
    {
        var run = RunOf(await SarifAsync());
        using var scope = new AssertionScope();
        var driver = run.GetProperty("tool").GetProperty("driver");
        driver.GetProperty("name").GetString().Should().Be("dlp");
        run.GetProperty("columnKind").GetString().Should().Be("utf16CodeUnits");
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        rules.Should().OnlyContain(rule => TextOf(rule, "shortDescription").Length > 0 && TextOf(rule, "fullDescription").Length > 0 && TextOf(rule, "help").Length > 0);
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be(result.GetProperty("ruleId").GetString());
            result.GetProperty("level").GetString().Should().BeOneOf("note", "warning", "error");
            result.TryGetProperty("partialFingerprints", out _).Should().BeFalse("a hash without a key can be guessed");
            result.GetRawText().Should().NotContain("snippet");
        }
    }

    [Fact]
    public async Task A_region_points_at_the_finding()
    {
        var results = (RunOf(await SarifAsync())).GetProperty("results");
        results.GetArrayLength().Should().Be(1);
        var location = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        location.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("my%20drafts/draft.txt");
        var region = location.GetProperty("region");
        var (offset, length) = (region.GetProperty("charOffset").GetInt32(), region.GetProperty("charLength").GetInt32());
        Text.Substring(offset, length).Should().Be("TK123456");
        (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()).Should().Be((2, 8));
        (region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32()).Should().Be((2, 16));
    }

    [Fact]
    public async Task A_part_that_was_not_scanned_is_a_notification()
    {
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "photo.png"), [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[64]]);
        var run = RunOf((await _workspace.DlpAsync("scan", "--text", "Hello", "photo.png", "--format", "sarif")).Out);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").GetArrayLength().Should().Be(1);
    }

    private async Task<string> SarifAsync()
    {
        _workspace.Write("my drafts/draft.txt", Text);
        return (await _workspace.DlpAsync("scan", "my drafts/draft.txt", "--format", "sarif")).Out;
    }

    private static JsonElement RunOf(string sarif)
    {
        var log = Json.Parse(sarif);
        log.GetProperty("version").GetString().Should().Be("2.1.0");
        log.GetProperty("$schema").GetString().Should().Contain("sarif-2.1.0");
        return log.GetProperty("runs")[0];
    }

    private static string TextOf(JsonElement rule, string property) => rule.GetProperty(property).GetProperty("text").GetString()!;
}

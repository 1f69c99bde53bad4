using System.Security.Cryptography;
using System.Text;
using Dlp.Api.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Dlp.Api.Tests;

public sealed class IncidentSpecs : IDisposable
{
    private const string Secret = "dlpkey_abcdefghij0123456789";
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task What_is_recorded_are_kinds_masked_previews_and_keyed_fingerprints()
    {
        var answer = await _api.Post("/v1/checks", $$"""{"parts": [{"name": "my secret note", "text": "{{Secret}} and badge 12345"}], "destination": {"site": "LinkedIn.com", "audience": "direct"}, "language": "fr"}""");

        var id = answer.Json["id"]!.GetValue<string>();
        var key = await File.ReadAllBytesAsync(Path.Combine(_api.DataDirectory, "fingerprint.key"), TestContext.Current.CancellationToken);
        var keyId = Convert.ToHexStringLower(SHA256.HashData(key))[..8];
        var preview = answer.Json["findings"]![0]!["preview"]!.GetValue<string>();
        _api.Query("select * from incident").Should().Equal($"{id}|2026-06-15T12:00:00.0000000Z|block|1|linkedin.com|direct|fr|{answer.Json["ruleSet"]}");
        var rows = _api.Query("select finding_id, shadow, rule_id, rule_version, info_type, confidence, verdict, part_kind, preview, key_id, fingerprint from incident_finding order by shadow");
        rows.Should().HaveCount(2);
        rows[0].Should().StartWith($"f1|0|credentials.test-key|3|secret.test-key|high|block|text|{preview}|{keyId}|");
        rows[1].Should().StartWith("s1|1|identity.badge|3|badge|high|justify|text|").And.EndWith(Fingerprint(key, "badge", "12345"));
        rows[0].Split('|')[^1].Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task What_is_found_while_a_draft_is_written_is_told_and_not_recorded()
    {
        var answer = (await _api.Post("/v1/checks", $$"""{"text": "{{Secret}}", "purpose": "preview"}""")).Json;

        answer["verdict"]!.GetValue<string>().Should().Be("block");
        answer["findings"]!.AsArray().Should().ContainSingle();
        _api.Query("select check_id from incident").Should().BeEmpty();
        (await _api.Post($"/v1/checks/{answer["id"]}/outcome", """{"outcome": "edited"}""")).Status.Should().Be(404);
        (await _api.Post("/v1/checks", $$"""{"text": "{{Secret}}", "purpose": "publish"}""")).Json["verdict"]!.GetValue<string>().Should().Be("block");
        _api.Query("select verdict from incident").Should().Equal("block");
    }

    [Fact]
    public async Task What_a_shadow_rule_finds_is_recorded_and_changes_nothing()
    {
        var answer = await _api.Check("badge 12345");

        answer["verdict"]!.GetValue<string>().Should().Be("allow");
        answer["findings"]!.AsArray().Should().BeEmpty();
        _api.Query("select verdict from incident").Should().Equal("allow");
        _api.Query("select shadow, rule_id from incident_finding").Should().Equal("1|identity.badge");
    }

    [Fact]
    public async Task Allowed_checks_are_counted_by_hour_site_audience_and_rule_set()
    {
        await _api.Check("one");
        await _api.Check("two");
        await _api.FlushCounts();
        var rules = (await _api.Check("three"))["ruleSet"];
        await _api.FlushCounts();
        _api.Clock.Now += TimeSpan.FromHours(1);
        await _api.Post("/v1/checks", """{"text": "", "destination": {"site": "x.com", "audience": "ai"}}""");
        await _api.Check("project orion");
        await _api.FlushCounts();

        _api.Query("select * from allowed_checks order by hour").Should().Equal($"2026-06-15T12:00Z||public|{rules}|3", $"2026-06-15T13:00Z|x.com|ai|{rules}|1");
    }

    [Fact]
    public async Task Counts_are_written_when_the_program_stops()
    {
        var data = Directory.CreateTempSubdirectory("dlp-api-data-").FullName;
        try
        {
            using (var api = new ApiHost(dataDirectory: data))
                await api.Check("hello");
            using var again = new ApiHost(dataDirectory: data);
            again.Query("select sum(checks) from allowed_checks").Should().Equal("1");
            again.Query("select name from migration").Should().Equal("0001_incidents.sql");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Fingerprints_of_one_value_are_equal_across_spellings_and_restarts()
    {
        var data = Directory.CreateTempSubdirectory("dlp-api-data-").FullName;
        try
        {
            using (var api = new ApiHost(dataDirectory: data))
                await api.Check("member m-123456");
            using var again = new ApiHost(dataDirectory: data);
            await again.Check("MEMBER M-123456, member m-654321");
            again.Query("select count(distinct fingerprint), count(*) from incident_finding").Should().Equal("2|3");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Only_the_owner_may_look_into_the_data_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        await _api.Check("project orion");

        File.GetUnixFileMode(_api.DataDirectory).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(_api.DataDirectory))
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        new FileInfo(Path.Combine(_api.DataDirectory, "fingerprint.key")).Length.Should().Be(32);
    }

    [Fact]
    public async Task A_check_whose_incident_cannot_be_recorded_says_so()
    {
        await using var other = new SqliteConnection($"Data Source={_api.DatabaseFile};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var exclusive = other.BeginTransaction(deferred: false))
        {
            (await _api.Post("/v1/checks", """{"text": "project orion"}""")).ShouldBeProblem(503);
            (await _api.Check("nothing"))["verdict"]!.GetValue<string>().Should().Be("allow");
        }

        (await _api.Check("project orion"))["verdict"]!.GetValue<string>().Should().Be("warn");
        _api.Query("select count(*) from incident").Should().Equal("1");
    }

    [Fact]
    public async Task Ready_means_warm_rules_and_a_database_that_answers()
    {
        await ApiHost.Until(async () => (await _api.Get("/health/ready")).Status == 200);
        (await _api.Get("/health/live")).Json["status"]!.GetValue<string>().Should().Be("live");

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_api.DataDirectory, "dlp.db*"))
            File.Delete(file);

        (await _api.Get("/health/ready")).ShouldBeProblem(503);
    }

    private static string Fingerprint(byte[] key, string infoType, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{infoType}\n{value}")));
}

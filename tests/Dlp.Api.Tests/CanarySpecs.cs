using System.Text;
using System.Text.Json.Nodes;
using Dlp.Api.Checks;
using Dlp.Api.Tests.Hosting;
using FluentAssertions.Execution;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dlp.Api.Tests;

/// <summary>A marked secret goes in by every way there is, and must come out nowhere: not in logs, activities, files or the body of an error.</summary>
public sealed class CanarySpecs : IDisposable
{
    /// <summary>What the test rule finds whole, and a piece of it that no preview may show either.</summary>
    private const string Canary = "dlpkey_Zq7Xw3Vb9Kd2Mf5Hj8Lp";
    private const string Piece = "Xw3Vb9Kd2Mf5";

    private readonly ApiHost _api = new(new() { ["Dlp:MaximumBodyBytes"] = "200000" });

    public void Dispose() => _api.Dispose();

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "checked", "/v1/checks", """{"text": "@", "parts": [{"name": "title", "text": "@"}], "include": {"trace": true}}""" },
        { "as a part's name", "/v1/checks", """{"parts": [{"name": "@", "text": "@"}]}""" },
        { "as a file's name", "/v1/checks", """{"attachments": [{"name": "@.txt", "data": "ZGxwa2V5X1pxN1h3M1ZiOUtkMk1mNUhqOExw"}]}""" },
        { "in a broken file", "/v1/checks", """{"attachments": [{"name": "@.pdf", "data": "JVBERi0xLjcgZGxwa2V5X1pxN1h3M1ZiOUtkMk1mNUhqOExw"}]}""" },
        { "before bad JSON", "/v1/checks", """{"text": "@" @""" },
        { "as bare JSON", "/v1/checks", "@" },
        { "as a string", "/v1/checks", "\"@\"" },
        { "as a key", "/v1/checks", """{"@": 1}""" },
        { "as a key of an object", "/v1/checks", """{"text": "", "destination": {"@": {"@": "@"}}}""" },
        { "as an audience", "/v1/checks", """{"text": "", "destination": {"audience": "@"}}""" },
        { "as a site", "/v1/checks", """{"text": "", "destination": {"site": "my @ site"}}""" },
        { "as a list", "/v1/checks", """{"text": ["@"]}""" },
        { "as a language", "/v1/checks", """{"text": "", "language": "@"}""" },
        { "as a time", "/v1/checks", """{"text": "", "publishAt": "@"}""" },
        { "as base64", "/v1/checks", """{"attachments": [{"name": "a", "data": "@"}]}""" },
        { "as a hash", "/v1/checks", """{"attachments": [{"name": "@", "data": "YQ==", "sha256": "@"}]}""" },
        { "as a field", "/v1/checks", """{"attachments": [{"name": "@", "field": "@"}]}""" },
        { "as an info type", "/v1/checks", """{"text": "", "include": {"infoTypes": ["@"]}}""" },
        { "under two equal names", "/v1/checks", """{"parts": [{"name": "@", "text": "@"}, {"name": "@", "text": "@"}]}""" },
        { "in deep JSON", "/v1/checks", """{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["@"]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""" },
        { "in a tried rule's texts", "/v1/rules/test", """{"rule": "id: identity.x", "texts": ["@"]}""" },
        { "as an outcome", "/v1/checks/x/outcome", """{"outcome": "@"}""" },
        { "as a reason", "/v1/checks/x/outcome", """{"outcome": "edited", "justification": {"code": "@", "text": "@"}, "falseAlarms": ["@"]}""" },
        { "to Presidio", "/presidio/analyze", """{"text": "@", "language": "en", "correlation_id": "@", "context": ["@"], "allow_list": ["@"], "return_decision_process": true}""" },
        { "as Presidio's entity", "/presidio/analyze", """{"text": "@", "language": "en", "entities": ["@"]}""" },
        { "as Presidio's pattern", "/presidio/analyze", """{"text": "@", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "X", "patterns": [{"regex": "(@", "score": 1}]}]}""" },
        { "as an adapter's site", "/v1/adapters/health", """{"site": "@ @", "version": "@", "counts": {"@": 1}}""" },
        { "in a query", "/v1/checks?text=@", """{"text": ""}""" },
        { "in an unknown path", "/v1/nothing?text=@", """{"text": ""}""" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_secret_sent_leaves_no_trace(string how, string path, string body)
    {
        var answer = await _api.Post(path.Replace("@", Canary, StringComparison.Ordinal), body.Replace("@", Canary, StringComparison.Ordinal));

        await ShouldLeaveNoTrace(how, answer);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("multipart/form-data; boundary=x", 400)]
    [InlineData("multipart/form-data; boundary=" + Canary, 400)]
    public async Task A_secret_of_another_kind_leaves_no_trace(string contentType, int status)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Canary));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await _api.Post("/v1/checks", body);

        answer.Status.Should().Be(status);
        await ShouldLeaveNoTrace(contentType, answer);
    }

    [Fact]
    public async Task A_secret_that_is_too_large_leaves_no_trace() =>
        await ShouldLeaveNoTrace("413", await _api.Post("/v1/checks", new JsonObject { ["text"] = string.Concat(Enumerable.Repeat(Canary, 10_000)) }.ToJsonString()));

    [Fact]
    public async Task A_secret_from_a_foreign_page_leaves_no_trace() =>
        await ShouldLeaveNoTrace("403", await _api.Post("/v1/checks", new JsonObject { ["text"] = Canary }.ToJsonString(), ("Origin", $"https://{Canary}.example")));

    [Fact]
    public async Task A_secret_in_a_form_leaves_no_trace()
    {
        using var form = ApiHost.Form($$"""{"text": "{{Canary}}", "attachments": [{"name": "{{Canary}}.txt", "field": "{{Canary}}"}]}""", (Canary, Canary, Encoding.UTF8.GetBytes(Canary)));
        using var faulty = ApiHost.Form($$"""{"attachments": [{"name": "{{Canary}}.txt", "field": "{{Canary}}", "size": 1}]}""", (Canary, Canary, Encoding.UTF8.GetBytes(Canary)));

        await ShouldLeaveNoTrace("form", await _api.Post("/v1/checks", form));
        await ShouldLeaveNoTrace("faulty form", await _api.Post("/v1/checks", faulty));
    }

    [Fact]
    public async Task A_secret_in_a_justification_leaves_no_trace()
    {
        var id = (await _api.Check(Canary))["id"];

        var answer = await _api.Post($"/v1/checks/{id}/outcome", $$$"""{"outcome": "overridden", "justification": {"code": "other", "text": "because {{{Canary}}} is public"}}""");

        answer.Status.Should().Be(204, answer.Body);
        await ShouldLeaveNoTrace("justification", answer);
    }

    [Fact]
    public async Task A_crash_tells_where_and_not_with_what()
    {
        using var api = new ApiHost(services: services => services.AddSingleton<DraftComposer>(_ => throw new InvalidOperationException(Canary, new FormatException(Canary))));

        var answer = await api.Post("/v1/checks", new JsonObject { ["text"] = Canary }.ToJsonString());

        answer.ShouldBeProblem(500);
        answer.Body.Should().NotContain(Piece).And.NotContain("InvalidOperation");
        string.Join('\n', api.Recorder.Lines).Should().NotContain(Piece).And.Contain("A request failed: System.InvalidOperationException < System.FormatException");
    }

    private async Task ShouldLeaveNoTrace(string how, Answer answer)
    {
        await _api.FlushCounts();
        SqliteConnection.ClearAllPools();
        using var scope = new AssertionScope(how);
        _api.Recorder.Lines.Should().NotBeEmpty();
        foreach (var line in _api.Recorder.Lines)
            line.Should().NotContain(Piece);
        foreach (var file in Directory.GetFiles(_api.DataDirectory))
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Should().NotContain(Piece, file);
        if (answer.Status >= 400)
            answer.Body.Should().NotContain(Piece);
        answer.Headers.ToString().Should().NotContain(Piece);
    }
}

using System.Text.Json.Nodes;
using Dlp.Api.Tests.Hosting;

namespace Dlp.Api.Tests;

public sealed class CheckSpecs : IDisposable
{
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_draft_without_findings_is_allowed()
    {
        var answer = await _api.Check("Hello, world.");

        answer["verdict"]!.GetValue<string>().Should().Be("allow");
        answer["complete"]!.GetValue<bool>().Should().BeTrue();
        answer["findings"]!.AsArray().Should().BeEmpty();
        answer["redacted"]!.AsArray().Should().BeEmpty();
        answer["ruleSet"]!.GetValue<string>().Should().MatchRegex("^sha256:[0-9a-f]{64}$");
    }

    [Fact]
    public async Task A_finding_has_exactly_the_documented_members()
    {
        var answer = await _api.Post("/v1/checks", """{"text": "é key dlpkey_abcdefghij0123456789!", "language": "fr"}""");

        var expected = JsonNode.Parse($$"""
            {
              "id": "{{answer.Json["id"]}}", "verdict": "block", "complete": true,
              "findings": [{"id": "f1", "ruleId": "credentials.test-key", "ruleVersion": 3, "infoType": "secret.test-key", "category": "credentials", "severity": "high",
                            "confidence": "high", "part": "text", "start": 6, "end": 33, "location": null, "inName": false, "encoding": null, "preview": "{{answer.Json["findings"]![0]!["preview"]}}",
                            "verdict": "block", "title": "Un secret.test-key", "message": "Retirez-le.", "replacement": "[retiré]", "trace": null}],
              "parts": [{"name": "text", "kind": "text", "status": "scanned", "characters": 34, "detail": null}],
              "redacted": [{"part": "text", "text": "é key [retiré]!"}],
              "ruleSet": "{{answer.Json["ruleSet"]}}", "elapsedMilliseconds": {{answer.Json["elapsedMilliseconds"]!.ToJsonString()}}
            }
            """);
        JsonNode.DeepEquals(answer.Json, expected).Should().BeTrue(answer.Body);
    }

    [Fact]
    public async Task A_trace_tells_what_was_dropped_too()
    {
        var answer = await _api.Post("/v1/checks", """{"text": "member M-123456, specimen M-000000", "include": {"trace": true, "redacted": false}}""");

        var finding = answer.Json["findings"]!.AsArray().Should().ContainSingle().Subject!;
        finding["trace"]!.AsArray().Select(step => step!["step"]!.GetValue<string>()).Should().Contain(["detected", "hotword"]);
        var dropped = answer.Json["dropped"]!.AsArray().Should().ContainSingle().Subject!;
        dropped["ruleId"]!.GetValue<string>().Should().Be("identity.member");
        dropped["start"]!.GetValue<int>().Should().Be(26);
        dropped["trace"]!.AsArray()[^1]!["step"]!.GetValue<string>().Should().Be("excluded");
        answer.Json["redacted"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_told_of_dropped_candidates_unless_asked() =>
        (await _api.Check("specimen M-000000")).AsObject().Should().NotContainKey("dropped");

    [Theory]
    [InlineData("""{"text": "project orion"}""", null, "Leave it out.")]
    [InlineData("""{"text": "project orion"}""", "fr-CH, en;q=0.8", "Retirez-le.")]
    [InlineData("""{"text": "project orion"}""", "de, fr;q=0.5, en;q=0.7", "Leave it out.")]
    [InlineData("""{"text": "project orion"}""", "fr;q=0, *", "Leave it out.")]
    [InlineData("""{"text": "project orion"}""", ";;;", "Leave it out.")]
    [InlineData("""{"text": "project orion", "language": "fr"}""", "en", "Retirez-le.")]
    public async Task The_language_is_the_asked_one_else_the_browsers_else_English(string check, string? accepted, string message)
    {
        var answer = accepted is null ? await _api.Post("/v1/checks", check) : await _api.Post("/v1/checks", check, ("Accept-Language", accepted));

        answer.Json["findings"]![0]!["message"]!.GetValue<string>().Should().Be(message);
        answer.Json["verdict"]!.GetValue<string>().Should().Be("warn");
    }

    [Fact]
    public async Task Parts_are_named_and_have_the_kind_that_their_name_says()
    {
        var answer = await _api.Post("/v1/checks", """
            {"text": "", "parts": [{"name": "title", "text": "a"}, {"name": "post-1", "text": "b"}, {"name": "link-2", "text": "c"}, {"name": "image-1", "text": "d"}, {"name": "footer", "text": "e"}]}
            """);

        answer.Json["parts"]!.AsArray().Select(part => $"{part!["name"]} {part["kind"]}").Should()
            .Equal("text text", "title title", "post-1 post", "link-2 link", "image-1 imageDescription", "footer text");
    }

    [Theory]
    [InlineData("low", 1)]
    [InlineData("medium", 0)]
    public async Task A_finding_that_is_allowed_is_listed_from_the_asked_confidence_on(string confidence, int listed)
    {
        var answer = await _api.Post("/v1/checks", $$$"""{"text": "see you in room 204", "include": {"minimumConfidence": "{{{confidence}}}"}}""");

        answer.Json["verdict"]!.GetValue<string>().Should().Be("allow");
        answer.Json["findings"]!.AsArray().Should().HaveCount(listed);
    }

    [Fact]
    public async Task Only_the_asked_info_types_are_reported_and_decided_upon()
    {
        var answer = await _api.Post("/v1/checks", """{"text": "project orion dlpkey_abcdefghij0123456789", "include": {"infoTypes": ["business.code-name"]}}""");

        answer.Json["verdict"]!.GetValue<string>().Should().Be("warn");
        answer.Json["findings"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task The_time_of_publishing_is_the_asked_one_else_now()
    {
        var before = (await _api.Check("x"))["ruleSet"]!.GetValue<string>();
        TestRules.Write(_api.RulesDirectory, "business/embargo.yaml", TestRules.Rule("business.embargo", "business.embargo", "- {terms: [tulip], confidence: high}", "the ⟦tulip⟧", more: "validUntil: 2026-07-01T00:00:00Z"));
        await ApiHost.Until(async () => (await _api.Check("x"))["ruleSet"]!.GetValue<string>() != before);

        (await _api.Check("tulip"))["verdict"]!.GetValue<string>().Should().Be("warn");
        (await _api.Post("/v1/checks", """{"text": "tulip", "publishAt": "2026-07-01T00:00:00+00:00"}""")).Json["verdict"]!.GetValue<string>().Should().Be("allow");
        _api.Clock.Now = new DateTimeOffset(2026, 7, 2, 0, 0, 0, TimeSpan.Zero);
        (await _api.Check("tulip"))["verdict"]!.GetValue<string>().Should().Be("allow");
    }

    [Fact]
    public async Task A_lone_surrogate_is_a_character_like_any_other()
    {
        var answer = await _api.Post("/v1/checks", """{"text": "\ud800 \u00e9\n\"project orion\" \udc00 \ud83d\ude00"}""");

        answer.Status.Should().Be(200, answer.Body);
        answer.Json["findings"]![0]!["start"]!.GetValue<int>().Should().Be(5);
        answer.Json["parts"]![0]!["characters"]!.GetValue<int>().Should().Be(24);
    }

    [Fact]
    public async Task A_text_of_ten_million_characters_is_checked()
    {
        var text = string.Concat(Enumerable.Repeat("All is quiet. ", 10_000_000 / 14)) + "project orion";

        var answer = await _api.Check(text);

        answer["findings"]![0]!["start"]!.GetValue<int>().Should().Be(text.Length - 13);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_JSON_does_no_harm()
    {
        using var body = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. """{"text": ""}"""u8]);
        body.Headers.ContentType = new("application/json");

        (await _api.Post("/v1/checks", body)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Many_checks_at_once_all_get_their_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number => (number, answer: await _api.Check($"{new string('x', number)} project orion"))));

        answers.Should().OnlyContain(pair => pair.answer["findings"]![0]!["start"]!.GetValue<int>() == pair.number + 1);
        _api.Query("select count(*) from incident").Should().Equal("100");
    }
}

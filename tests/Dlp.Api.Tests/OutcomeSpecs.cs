using Dlp.Api.Tests.Hosting;

namespace Dlp.Api.Tests;

public sealed class OutcomeSpecs : IDisposable
{
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("project orion", "overridden")]
    [InlineData("hello", "published")]
    [InlineData("badge 12345", "published")]
    public async Task An_outcome_is_told_once(string text, string outcome)
    {
        var id = await Check(text);

        (await _api.Post($"/v1/checks/{id}/outcome", $$"""{"outcome": "{{outcome}}"}""")).Status.Should().Be(204);
        (await _api.Post($"/v1/checks/{id}/outcome", """{"outcome": "cancelled"}""")).ShouldBeProblem(409);
        _api.Query("select check_id, recorded_at, outcome from outcome").Should().Equal($"{id}|2026-06-15T12:00:00.0000000Z|{outcome}");
    }

    [Fact]
    public async Task Of_outcomes_told_at_the_same_time_one_counts()
    {
        var id = await Check("project orion");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _api.Post($"/v1/checks/{id}/outcome", """{"outcome": "edited"}""")));

        answers.Select(answer => answer.Status).Order().Should().Equal([204, .. Enumerable.Repeat(409, 9)]);
    }

    [Theory]
    [InlineData("0199a0e2-6c7f-7d6e-9d0c-3f6a2f6f3b11")]
    [InlineData("nonsense")]
    public async Task The_outcome_of_an_unknown_check_is_a_404(string id) =>
        (await _api.Post($"/v1/checks/{id}/outcome", """{"outcome": "edited"}""")).ShouldBeProblem(404);

    [Fact]
    public async Task A_justification_is_redacted_before_it_is_stored()
    {
        var id = await Check("project orion");

        var answer = await _api.Post($"/v1/checks/{id}/outcome", """{"outcome": "overridden", "justification": {"code": "other", "text": "dlpkey_abcdefghij0123456789 in room 204 is public"}, "falseAlarms": ["f1", "f1"]}""");

        answer.Status.Should().Be(204, answer.Body);
        _api.Query("select justification_code, justification_text from outcome").Should().Equal("other|[left out] in [left out] is public");
        _api.Query("select finding_id from false_alarm").Should().Equal("f1");
    }

    [Theory]
    [InlineData("""{"outcome": "forgotten"}""", "$.outcome")]
    [InlineData("{}", "$.outcome")]
    [InlineData("""{"outcome": "edited", "justification": {"code": "because"}}""", "$.justification.code")]
    [InlineData("""{"outcome": "edited", "justification": {"text": "x"}}""", "$.justification.code")]
    [InlineData("""{"outcome": "edited", "falseAlarms": ["f1", "f2"]}""", "$.falseAlarms[1]")]
    [InlineData("""{"outcome": "edited", "falseAlarms": "f1"}""", "$.falseAlarms")]
    public async Task A_faulty_outcome_changes_nothing(string body, string field)
    {
        var id = await Check("project orion");

        var answer = await _api.Post($"/v1/checks/{id}/outcome", body);

        answer.ShouldBeProblem(400);
        answer.FaultyFields.Should().Equal(field);
        _api.Query("select * from outcome").Should().BeEmpty();
    }

    [Fact]
    public async Task False_alarms_of_an_allowed_check_are_findings_of_it_too()
    {
        var answer = await _api.Post("/v1/checks", """{"text": "room 204", "include": {"minimumConfidence": "low"}}""");
        var id = answer.Json["id"]!.GetValue<string>();

        (await _api.Post($"/v1/checks/{id}/outcome", """{"outcome": "published", "falseAlarms": ["f9"]}""")).ShouldBeProblem(400);
        (await _api.Post($"/v1/checks/{id}/outcome", """{"outcome": "published", "falseAlarms": ["f1"]}""")).Status.Should().Be(204);
    }

    [Fact]
    public async Task A_long_justification_is_refused()
    {
        var id = await Check("project orion");

        var answer = await _api.Post($"/v1/checks/{id}/outcome", $$$"""{"outcome": "edited", "justification": {"code": "other", "text": "{{{new string('x', 2001)}}}"}}""");

        answer.FaultyFields.Should().Equal("$.justification.text");
    }

    [Fact]
    public async Task The_reasons_are_listed_in_both_languages()
    {
        var reasons = (await _api.Get("/v1/justifications")).Json["justifications"]!.AsArray();

        reasons.Select(reason => reason!["code"]!.GetValue<string>()).Should().OnlyHaveUniqueItems().And.Contain("other");
        reasons.Should().OnlyContain(reason => reason!["title"]!["en"]!.GetValue<string>().Length > 0 && reason["title"]!["fr"]!.GetValue<string>().Length > 0);
    }

    private async Task<string> Check(string text) => (await _api.Check(text))["id"]!.GetValue<string>();
}

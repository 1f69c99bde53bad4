using System.Text;
using System.Text.Json.Nodes;
using Dlp.Api.Checks;
using Dlp.Api.Requests;
using Dlp.Api.Tests.Hosting;
using FluentAssertions.Execution;

namespace Dlp.Api.Tests;

public sealed class BadRequestSpecs : IDisposable
{
    private readonly ApiHost _api = new(new() { ["Dlp:MaximumBodyBytes"] = "100000" });

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("""{"text": 7}""", "$.text", "must be a string.")]
    [InlineData("""{"text": ["a"]}""", "$.text", "must be a string.")]
    [InlineData("""{"text": "", "destination": {"audience": "everyone"}}""", "$.destination.audience", "must be one of public, connections, group, direct, internal, ai.")]
    [InlineData("""{"text": "", "destination": {"audience": 0}}""", "$.destination.audience", "must be one of public, connections, group, direct, internal, ai.")]
    [InlineData("""{"text": "", "destination": {"audience": "Public"}}""", "$.destination.audience", "must be one of public, connections, group, direct, internal, ai.")]
    [InlineData("""{"text": "", "destination": {"audience": " public"}}""", "$.destination.audience", "must be one of public, connections, group, direct, internal, ai.")]
    [InlineData("""{"text": "", "destination": {"audience": "0"}}""", "$.destination.audience", "must be one of public, connections, group, direct, internal, ai.")]
    [InlineData("""{"text": "", "destination": {"audience": "public,group"}}""", "$.destination.audience", "must be one of public, connections, group, direct, internal, ai.")]
    [InlineData("""{"text": "", "publishAt": "2026-12-01"}""", "$.publishAt", "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.")]
    [InlineData("""{"text": "", "publishAt": "2026-12-01T09:00+01"}""", "$.publishAt", "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.")]
    [InlineData("""{"text": "", "publishAt": "2026-12-01T09:00:00.123456789Z"}""", "$.publishAt", "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.")]
    [InlineData("""{"text": "", "include": {"infoTypes": [null]}}""", "$.include.infoTypes[0]", "must be a string.")]
    [InlineData("""{"text": "", "destination": "linkedin.com"}""", "$.destination", "must be an object with site, audience.")]
    [InlineData("""{"text": "", "destination": {"site": "https://linkedin.com/feed"}}""", "$.destination.site", "must be a host name, such as linkedin.com, without scheme, port or path.")]
    [InlineData("""{"text": "", "language": "de"}""", "$.language", "must be one of en, fr.")]
    [InlineData("""{"text": "", "publishAt": "tomorrow"}""", "$.publishAt", "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.")]
    [InlineData("""{"text": "", "publishAt": "2026-12-01T09:00:00"}""", "$.publishAt", "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.")]
    [InlineData("""{"text": "", "publishAt": "2026-13-01T09:00:00Z"}""", "$.publishAt", "must be an instant with offset, such as 2026-12-01T09:00:00+01:00.")]
    [InlineData("""{"text": "", "include": {"trace": "yes"}}""", "$.include.trace", "must be true or false.")]
    [InlineData("""{"text": "", "include": {"minimumConfidence": "certain"}}""", "$.include.minimumConfidence", "must be one of low, medium, high.")]
    [InlineData("""{"text": "", "include": {"infoTypes": "iban"}}""", "$.include.infoTypes", "must be a list.")]
    [InlineData("""{"text": "", "include": {"infoTypes": ["room", "nope.nothing"]}}""", "$.include.infoTypes[1]", "'nope.nothing' is no info type that the loaded rules find. GET /v1/info-types lists them.")]
    [InlineData("""{"text": "", "include": {"infoTypes": []}}""", "$.include.infoTypes", "is empty, so that nothing would be found; name info types, or leave it out to look for all.")]
    [InlineData("""{"parts": {}}""", "$.parts", "must be a list.")]
    [InlineData("""{"parts": [{"name": "a"}]}""", "$.parts[0].text", "is missing; it is required.")]
    [InlineData("""{"parts": [{"name": null, "text": ""}]}""", "$.parts[0].name", "must not be null.")]
    [InlineData("""{"parts": [null]}""", "$.parts[0]", "must be an object with name, text.")]
    [InlineData("""{"parts": [{"name": " ", "text": ""}]}""", "$.parts[0].name", "is empty; give it a name.")]
    [InlineData("""{"parts": [{"name": "a", "text": ""}, {"name": "a", "text": ""}]}""", "$.parts[1].name", "is the name of another part (`text` is named text); give each part a name of its own.")]
    [InlineData("""{"text": "", "parts": [{"name": "text", "text": ""}]}""", "$.parts[0].name", "is the name of another part (`text` is named text); give each part a name of its own.")]
    [InlineData("""{"attachments": [{"name": "a.txt", "data": "!!!"}]}""", "$.attachments[0].data", "must be a string of base64 (RFC 4648, with + and / and padding).")]
    [InlineData("""{"attachments": [{"name": "a.txt"}]}""", "$.attachments[0]", "must have either `data` (base64), or `field` (the name of a field of the multipart form), or, when it is too large to be sent, `size` alone.")]
    [InlineData("""{"attachments": [{"name": "a.txt", "data": "YQ==", "size": 2}]}""", "$.attachments[0].size", "does not match: the file has 1 bytes.")]
    [InlineData("""{"attachments": [{"name": "a.txt", "data": "YQ==", "size": 1.5}]}""", "$.attachments[0].size", "must be a whole number.")]
    [InlineData("""{}""", "$", "holds no draft; give at least one of `text`, `parts` and `attachments`. A text may be empty.")]
    [InlineData("""{"text": null, "parts": [], "attachments": []}""", "$", "holds no draft; give at least one of `text`, `parts` and `attachments`. A text may be empty.")]
    [InlineData("""{"text": "", "destinatoin": {}}""", "$", "has an unknown key 'destinatoin'; known are text, parts, attachments, destination, language, publishAt, purpose, include.")]
    [InlineData("""{"text": "", "destination": {"Site": ""}}""", "$.destination", "has an unknown key 'Site'; known are site, audience.")]
    [InlineData("""{"text": "", "text": ""}""", "$.text", "is given twice; give it once.")]
    [InlineData("""[]""", "$", "must be an object with text, parts, attachments, destination, language, publishAt, purpose, include.")]
    [InlineData("""null""", "$", "must be an object with text, parts, attachments, destination, language, publishAt, purpose, include.")]
    [InlineData("", "$", "the body is empty; send a JSON object.")]
    [InlineData("{\"text\": \"\",\n 'x'}", "$", "the body is not JSON: see line 2, byte 2.")]
    [InlineData("""{"text": "" """, "$", "the body is not JSON: see line 1, byte 13.")]
    [InlineData("""{"text": ""} {}""", "$", "the body is not JSON: see line 1, byte 14.")]
    public async Task A_faulty_check_is_told_which_field_is_wrong_and_what_to_do(string body, string field, string message)
    {
        var answer = await _api.Post("/v1/checks", body);

        answer.ShouldBeProblem(400);
        var fault = answer.Json["faults"]!.AsArray().Should().ContainSingle().Subject!;
        fault["field"]!.GetValue<string>().Should().Be(field);
        fault["message"]!.GetValue<string>().Should().Be(message);
        answer.Json["detail"]!.GetValue<string>().Should().Be($"{field}: {message}");
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var answer = await _api.Post("/v1/checks", """{"text": 1, "language": "xx", "include": {"trace": 3, "oops": 4}, "parts": [{"name": 5, "text": 6}]}""");

        answer.FaultyFields.Should().Equal("$.text", "$.language", "$.include.trace", "$.include", "$.parts[0].name", "$.parts[0].text");
    }

    [Fact]
    public async Task JSON_of_32_levels_is_read_and_of_33_is_not()
    {
        var deep = await _api.Post("/v1/checks", """{"x":""" + new string('[', 31) + new string(']', 31) + "}");
        var deeper = await _api.Post("/v1/checks", """{"x":""" + new string('[', 32) + new string(']', 32) + "}");

        deep.Json["detail"]!.GetValue<string>().Should().Contain("unknown key 'x'");
        deeper.ShouldBeProblem(400);
        deeper.Json["detail"]!.GetValue<string>().Should().Contain("deeper than 32 levels");
    }

    [Fact]
    public void JSON_of_a_million_levels_is_refused_like_any_other_that_is_too_deep()
    {
        const int levels = 1_000_000;
        var body = JsonBody.Parse<CheckRequest>(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels)));

        body.Problem!.StatusCode.Should().Be(400);
        body.Problem.ProblemDetails.Detail.Should().Contain("deeper than 32 levels");
    }

    [Theory]
    [InlineData("""{"text": "", "parts": [@]}""", "5", "$.parts[99]")]
    [InlineData("""{"text": "", "parts": [@]}""", """{"name": "", "text": ""}""", "$.parts[99].name")]
    [InlineData("""{"text": "", @}""", "\"unknown\": 1", "$")]
    [InlineData("""{"text": "", "include": {"infoTypes": [@]}}""", "\"no-such-type\"", "$.include.infoTypes[99]")]
    public async Task Faults_without_end_are_told_up_to_the_hundredth(string body, string faulty, string last)
    {
        var answer = await _api.Post("/v1/checks", body.Replace("@", string.Join(',', Enumerable.Repeat(faulty, 2_000)), StringComparison.Ordinal));

        answer.ShouldBeProblem(400);
        answer.FaultyFields.Should().HaveCount(100).And.EndWith(last);
        answer.Json["detail"]!.GetValue<string>().Should().EndWith("There are more faults; these are the first 100.");
    }

    [Fact]
    public async Task JSON_that_is_not_UTF_8_is_refused()
    {
        using var body = new ByteArrayContent([.. "{\"text\": \""u8, 0xE9, .. "\"}"u8]);
        body.Headers.ContentType = new("application/json");

        var answer = await _api.Post("/v1/checks", body);

        answer.ShouldBeProblem(400);
        answer.Body.Should().Contain("not UTF-8");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("")]
    public async Task A_body_of_another_kind_is_a_415(string contentType)
    {
        using var body = new ByteArrayContent("""{"text": ""}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        (await _api.Post("/v1/checks", body)).ShouldBeProblem(415);
    }

    [Theory]
    [InlineData("/v1/rules/test")]
    [InlineData("/v1/checks/x/outcome")]
    [InlineData("/v1/adapters/health")]
    [InlineData("/presidio/analyze")]
    public async Task Forms_are_for_checks_only(string path)
    {
        using var form = ApiHost.Form("{}");

        (await _api.Post(path, form)).ShouldBeProblem(415);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_a_413_whether_or_not_its_length_is_said()
    {
        using var said = ApiHost.Json(new JsonObject { ["text"] = new string('x', 100_000) }.ToJsonString());
        using var unsaid = new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(new JsonObject { ["text"] = new string('x', 100_000) }.ToJsonString())));
        unsaid.Headers.ContentType = new("application/json");

        using (new AssertionScope())
        {
            (await _api.Post("/v1/checks", said)).ShouldBeProblem(413);
            (await _api.Post("/v1/checks", unsaid)).ShouldBeProblem(413);
        }
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_problems_too_whatever_is_accepted()
    {
        using (new AssertionScope())
        {
            (await _api.Get("/nothing", ("Accept", "text/html"))).ShouldBeProblem(404);
            (await _api.Get("/v1/rules/no.such", ("Accept", "text/html"))).ShouldBeProblem(404);
            (await _api.Get("/v1/checks", ("Accept", "text/html"))).ShouldBeProblem(405);
            (await _api.Send(HttpMethod.Delete, "/v1/rules", null)).ShouldBeProblem(405);
            (await _api.Send(HttpMethod.Options, "/v1/checks", null)).ShouldBeProblem(405);
        }
    }

    [Theory]
    [InlineData("not multipart at all", "boundary=x", "body")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"check\"\r\n\r\n{\"text\": \"\"}", "boundary=x", "body")]
    [InlineData("--x\r\n\r\n{}\r\n--x--\r\n", "boundary=x", "body")]
    [InlineData("--x--\r\n", "boundary=x", "check")]
    [InlineData("", "", "body")]
    public async Task A_form_that_is_no_form_is_refused(string body, string boundary, string field)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", boundary.Length > 0 ? $"multipart/form-data; {boundary}" : "multipart/form-data");

        var answer = await _api.Post("/v1/checks", content);

        answer.ShouldBeProblem(400);
        answer.FaultyFields.Should().Equal(field);
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

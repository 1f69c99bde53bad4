using System.Text.Json.Nodes;
using Dlp.Api.Presidio;
using Dlp.Api.Tests.Hosting;

namespace Dlp.Api.Tests;

public sealed class PresidioSpecs : IDisposable
{
    private const string Zip = """{"name": "Zip", "supported_language": "en", "supported_entity": "ZIP", "patterns": [{"name": "zip (weak)", "regex": "(\\b\\d{5}\\b)", "score": 0.01}], "context": ["zip", "code"]}""";
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Results_have_Presidios_members_and_count_code_points()
    {
        var answer = await Analyze("""{"text": "😀 é member M-123456 in room 204", "language": "en"}""");

        var expected = JsonNode.Parse("""
            [{"entity_type": "MEMBER_NUMBER", "start": 11, "end": 19, "score": 0.9, "analysis_explanation": null, "recognition_metadata": {"recognizer_name": "identity.member", "recognizer_identifier": "identity.member@3"}},
             {"entity_type": "ROOM", "start": 23, "end": 31, "score": 0.3, "analysis_explanation": null, "recognition_metadata": {"recognizer_name": "contact.room", "recognizer_identifier": "contact.room@3"}}]
            """);
        JsonNode.DeepEquals(answer.Json, expected).Should().BeTrue(answer.Body);
    }

    [Fact]
    public void A_result_for_each_of_a_million_characters_is_told_before_anybody_tires_of_waiting()
    {
        var within = Enumerable.Range(0, 1_000_000).Select(at => Hit(at, at + 1, 0.5));
        var around = new[] { Hit(10, 20, 0.6), Hit(30, 40, 0.4) };

        var kept = EntityHits.WithoutDuplicates([.. within, .. around]);

        kept.Should().HaveCount(1_000_000 - 10 + 2);
        kept.Select(hit => hit.Span).Should().Contain(new TextSpan(10, 20)).And.Contain(new TextSpan(30, 31)).And.NotContain(new TextSpan(10, 11));

        static EntityHit Hit(int start, int end, double score) => new("ZIP", new TextSpan(start, end), score, new AnalysisExplanation { Recognizer = "zip", OriginalScore = score, Score = score }, new RecognitionMetadata("zip", "zip"));
    }

    [Theory]
    [InlineData("M-123456", 0.6)]
    [InlineData("member M-123456", 0.9)]
    [InlineData("room 204", 0.3)]
    public async Task Confidence_is_a_score(string text, double score) =>
        (await Analyze($$"""{"text": "{{text}}", "language": "en"}""")).Json[0]!["score"]!.GetValue<double>().Should().Be(score);

    [Theory]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "score_threshold": 0.5}""", "MEMBER_NUMBER")]
    [InlineData("""{"text": "M-123456 room 204", "language": "fr", "entities": ["ROOM"]}""", "ROOM")]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "entities": ["PERSON", "ROOM"]}""", "ROOM")]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "entities": ["PERSON"]}""", "")]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "entities": []}""", "MEMBER_NUMBER ROOM")]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "allow_list": ["M-123456"]}""", "ROOM")]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "allow_list": ["m-123456"]}""", "MEMBER_NUMBER ROOM")]
    [InlineData("""{"text": "M-123456 room 204", "language": "en", "allow_list": ["^room \\d+$"], "allow_list_match": "regex"}""", "MEMBER_NUMBER")]
    [InlineData("""{"text": "", "language": "en", "correlation_id": "x"}""", "")]
    public async Task A_request_limits_what_is_returned(string request, string entities)
    {
        var answer = await Analyze(request);

        answer.Status.Should().Be(200, answer.Body);
        string.Join(' ', answer.Json.AsArray().Select(result => result!["entity_type"])).Should().Be(entities);
    }

    [Fact]
    public async Task Many_texts_are_answered_one_by_one()
    {
        var answer = await Analyze("""{"text": ["room 204", "nothing", "room 205"], "language": "en"}""");

        answer.Json.AsArray().Select(results => results!.AsArray().Count).Should().Equal(1, 0, 1);
    }

    [Theory]
    [InlineData("it is 10023", 0.01)]
    [InlineData("zip code: 10023", 0.4)]
    public async Task An_ad_hoc_pattern_is_found_and_raised_by_its_context(string text, double score)
    {
        var answer = await Analyze($$"""{"text": "{{text}}", "language": "en", "ad_hoc_recognizers": [{{Zip}}], "entities": ["ZIP"], "return_decision_process": true}""");

        var result = answer.Json.AsArray().Should().ContainSingle().Subject!;
        result["score"]!.GetValue<double>().Should().Be(score);
        result["analysis_explanation"]!["original_score"]!.GetValue<double>().Should().Be(0.01);
        result["analysis_explanation"]!["pattern_name"]!.GetValue<string>().Should().Be("zip (weak)");
        result["recognition_metadata"]!["recognizer_name"]!.GetValue<string>().Should().Be("Zip");
    }

    [Fact]
    public async Task The_context_of_a_request_counts_as_words_near_by()
    {
        (await Analyze($$"""{"text": "10023", "language": "en", "ad_hoc_recognizers": [{{Zip}}], "context": ["zip"]}""")).Json[0]!["score"]!.GetValue<double>().Should().Be(0.4);
        (await Analyze("""{"text": "M-123456", "language": "en", "context": ["member"]}""")).Json[0]!["score"]!.GetValue<double>().Should().Be(0.9);
    }

    [Fact]
    public async Task An_ad_hoc_deny_list_finds_whole_words()
    {
        var answer = await Analyze("""{"text": "Mr. Smith met mr Smithers, MRS too", "language": "en", "ad_hoc_recognizers": [{"name": "title", "supported_entity": "TITLE", "deny_list": ["Mr", "Mr."]}]}""");

        answer.Json.AsArray().Select(result => $"{result!["start"]}-{result["end"]} {result["score"]}").Should().Equal("0-3 1", "14-16 1");
    }

    [Fact]
    public async Task A_pattern_that_would_take_for_ever_elsewhere_takes_none_here()
    {
        var answer = await Analyze($$"""{"text": "{{new string('a', 50_000)}}!", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "A", "patterns": [{"name": "evil", "regex": "^(a+)+$", "score": 0.5}]}]}""");

        answer.Status.Should().Be(200, answer.Body);
    }

    [Theory]
    [InlineData("{}", "$.text", "$.language")]
    [InlineData("""{"text": 1, "language": "en"}""", "$.text")]
    [InlineData("""{"text": ["a", 1], "language": "en"}""", "$.text")]
    [InlineData("""{"text": "a", "language": ""}""", "$.language")]
    [InlineData("""{"text": "a", "language": "en", "score_threshold": 2}""", "$.score_threshold")]
    [InlineData("""{"text": "a", "language": "en", "entities": ["ROOM", "UNHEARD_OF"]}""", "$.entities[1]")]
    [InlineData("""{"text": "a", "language": "en", "allow_list": ["("], "allow_list_match": "regex"}""", "$.allow_list[0]")]
    [InlineData("""{"text": "a", "language": "en", "allow_list_match": "fuzzy"}""", "$.allow_list_match")]
    [InlineData("""{"text": "a", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "X"}]}""", "$.ad_hoc_recognizers[0]")]
    [InlineData("""{"text": "a", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "X", "patterns": [{"regex": "(", "score": 1}]}]}""", "$.ad_hoc_recognizers[0].patterns[0].regex")]
    [InlineData("""{"text": "a", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "X", "patterns": [{"regex": "(?=a)b", "score": 1}]}]}""", "$.ad_hoc_recognizers[0].patterns[0].regex")]
    [InlineData("""{"text": "a", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "X", "patterns": [{"regex": "(a)\\1", "score": 9}]}]}""", "$.ad_hoc_recognizers[0].patterns[0].score", "$.ad_hoc_recognizers[0].patterns[0].regex")]
    public async Task A_faulty_request_is_told_what_is_wrong_in_Presidios_member_too(string request, params string[] fields)
    {
        var answer = await Analyze(request);

        answer.ShouldBeProblem(400);
        answer.FaultyFields.Should().Equal(fields);
        answer.Json["error"]!.GetValue<string>().Should().Be(answer.Json["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_supported_is_listed()
    {
        (await _api.Get("/presidio/supportedentities?language=en")).Json.AsArray().Select(entity => entity!.GetValue<string>()).Should().Equal("BADGE", "BUSINESS_CODE_NAME", "MEMBER_NUMBER", "ROOM", "SECRET_TEST_KEY");
        (await _api.Get("/presidio/recognizers?language=en")).Json.AsArray().Select(rule => rule!.GetValue<string>()).Should().Contain("identity.member");
        (await _api.Get("/presidio/health")).Body.Should().Be("Presidio Analyzer service is up");
    }

    private Task<Answer> Analyze(string request) => _api.Post("/presidio/analyze", request);
}

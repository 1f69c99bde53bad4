using System.Text.Json;
using Dlp.Api;
using Dlp.Api.Checks;
using Dlp.Benchmarks.Http;
using Dlp.Benchmarks.Texts;

namespace Dlp.Benchmarks.Summaries;

/// <summary>What HTTP and JSON cost around a scan: the API against an endpoint that only parses the same requests and answers the same JSON.</summary>
internal static class HttpFigures
{
    private const int Rounds = 4;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    public static async Task Measure(Report report)
    {
        report.Title("POST /v1/checks in this process, eight connections from this process");
        var posts = new Posts(Summary.Seed).Ordinary(1_000);
        using var api = new CheckApi();
        await api.Warm();
        var answers = AnswersOf(api.Port, posts);
        await using var parseOnly = await ParseOnlyApi.Start(answers);
        VerifySame(parseOnly.Port, answers);
        await Race(report, api.Port, parseOnly.Port, [.. posts.Where(post => post.Expected.Count == 0)], "cleanHttpToParseOnly", "posts without a finding");
        await Race(report, api.Port, parseOnly.Port, posts, "ratio.httpToParseOnly", "three posts in a hundred with a finding, which is stored before the answer leaves");
    }

    private static async Task Race(Report report, int api, int parseOnly, IReadOnlyList<LabelledText> posts, string key, string what)
    {
        var requests = posts.Select(post => RequestOf(post.Text)).ToArray();
        var (best, floor) = ((PerSecond: 0.0, P99: 0.0), (PerSecond: 0.0, P99: 0.0));
        for (var round = 0; round < Rounds; round++)
        {
            if (await HttpLoad.Run(parseOnly, requests, Turn) is var fast && fast.PerSecond > floor.PerSecond)
                floor = fast;
            if (await HttpLoad.Run(api, requests, Turn) is var real && real.PerSecond > best.PerSecond)
                best = real;
        }

        report.Note(what);
        report.Line(floor.PerSecond, $"requests/s, p99 {floor.P99:#,##0} µs: parses and answers only");
        report.Line(best.PerSecond, $"requests/s, p99 {best.P99:#,##0} µs: POST /v1/checks");
        report.Figure(key, best.PerSecond / floor.PerSecond, "of its requests/s");
    }

    private static Dictionary<string, CheckResponse> AnswersOf(int port, IReadOnlyList<LabelledText> posts)
    {
        using var connection = new LoadConnection(port);
        var answers = new Dictionary<string, CheckResponse>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var answer = JsonSerializer.Deserialize(connection.Ask(RequestOf(post.Text)), ApiJson.Default.CheckResponse)!;
            if (!answer.Findings.Select(finding => new Label(finding.InfoType, finding.Start, finding.End)).SequenceEqual(post.Expected))
                throw new WrongAnswerException("The API does not answer with the expected findings.");
            answers[post.Text] = answer;
        }

        return answers;
    }

    private static void VerifySame(int port, Dictionary<string, CheckResponse> answers)
    {
        using var connection = new LoadConnection(port);
        foreach (var (text, answer) in answers)
        {
            var same = JsonSerializer.Deserialize(connection.Ask(RequestOf(text)), ApiJson.Default.CheckResponse);
            if (JsonSerializer.Serialize(same, ApiJson.Default.CheckResponse) != JsonSerializer.Serialize(answer, ApiJson.Default.CheckResponse))
                throw new WrongAnswerException("The endpoint that only parses does not answer what the API answers.");
        }
    }

    private static byte[] RequestOf(string text) => LoadConnection.Request("/v1/checks",
        $$"""{"text":{{JsonSerializer.Serialize(text)}},"destination":{"site":"linkedin.com","audience":"public"},"publishAt":"2026-10-05T09:00:00Z"}""");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dlp.Api.Tests.Hosting;
using Dlp.Tests;

namespace Dlp.Api.Tests;

public sealed class OpenApiSpecs : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task The_document_is_the_one_that_was_reviewed() =>
        Golden.Verify("tests/Dlp.Api.Tests/openapi.v1.json", (await _api.Get("/openapi/v1.json")).Json.ToJsonString(Indented) + "\n");

    [Fact]
    public async Task The_examples_of_requests_are_accepted()
    {
        var paths = (await _api.Get("/openapi/v1.json")).Json["paths"]!.AsObject();
        var examples = paths.Where(path => path.Value!["post"] is not null).ToDictionary(path => path.Key, path => path.Value!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]);
        var id = (await _api.Check("project orion"))["id"];

        examples.Should().HaveCount(5);
        foreach (var (path, example) in examples)
        {
            var answer = await _api.Post(path.Replace("{id}", $"{id}", StringComparison.Ordinal), Known(path, example!).ToJsonString());
            answer.Status.Should().BeOneOf([200, 204], $"{path}: {answer.Body}");
        }
    }

    /// <summary>Examples name info types of the shipped rules; these are the test's.</summary>
    private static JsonNode Known(string path, JsonNode example)
    {
        if (path == "/presidio/analyze")
            example["entities"] = new JsonArray("ROOM");
        return example;
    }
}

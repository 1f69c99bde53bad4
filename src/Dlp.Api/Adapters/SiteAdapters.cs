using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Adapters;

/// <summary>The site adapters of <c>src/extension/adapters</c>, which are part of this program: with it they are mended without a release of the extension.</summary>
internal sealed class SiteAdapters
{
    private const string Folder = "SiteAdapters/";

    public SiteAdapters(ApiOptions options)
    {
        Response = new AdaptersResponse("1", options.MaximumBodyBytes, [.. Read()]);
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Response, ApiJson.Default.AdaptersResponse));
        Tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash)[..16]}\"");
    }

    public AdaptersResponse Response { get; }

    /// <summary>Changes with the response.</summary>
    public EntityTagHeaderValue Tag { get; }

    private static IEnumerable<JsonElement> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            var adapter = JsonNode.Parse(file)!.AsObject();
            adapter.Remove("$schema");
            using var document = JsonDocument.Parse(adapter.ToJsonString());
            yield return document.RootElement.Clone();
        }
    }
}

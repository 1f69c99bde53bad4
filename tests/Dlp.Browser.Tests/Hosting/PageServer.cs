using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Dlp.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Dlp.Browser.Tests.Hosting;

/// <summary>
/// Every host of the test's world: it serves the pages of <c>pages/dist</c> under whatever name the browser asks for, and writes down what is published there
/// and which hosts were spoken to. It has a certificate of its own, as the sites that the extension knows are reached by HTTPS only.
/// </summary>
public sealed class PageServer : IAsyncDisposable
{
    /// <summary>The one host that is reached by HTTP, as a company's own pages may be.</summary>
    public const string PlainHost = "plain.example";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Test, Publication Publication)> _publications = [];
    private readonly ConcurrentQueue<ReceivedRequest> _requests = [];

    private PageServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(Certificate()));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _app = builder.Build();
        _app.Use(Record);
        _app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(Golden.RepositoryRoot(), "tests/Dlp.Browser.Tests/pages/dist")) });
        _app.MapPost("/publish", Publish);
        _app.MapPost("/i/api/graphql/{query}/CreateTweet", Publish);
    }

    public int Port => PortOf("https");

    /// <summary>Where <see cref="PlainHost"/> is served without TLS.</summary>
    public int PlainPort => PortOf("http");

    /// <summary>Every request so far, the browser's own among them.</summary>
    public IReadOnlyCollection<ReceivedRequest> Requests => _requests;

    public static async Task<PageServer> Start()
    {
        var server = new PageServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>What was published from the pages of one test, in order.</summary>
    public IReadOnlyList<Publication> PublishedBy(string test) => [.. _publications.Where(entry => entry.Test == test).Select(entry => entry.Publication)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private int PortOf(string scheme) => _app.Urls.Select(url => new Uri(url)).Single(url => url.Scheme == scheme).Port;

    private async Task Record(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        var headers = string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        _requests.Enqueue(new($"{request.Method} {request.Host.Host}{request.Path}", $"{Uri.UnescapeDataString(request.QueryString.Value ?? "")}\n{headers}\n{body}"));
        await next(http);
    }

    private async Task<IResult> Publish(HttpRequest request)
    {
        _publications.Enqueue((request.Query["test"].ToString(), await Read(request)));
        return request.HasFormContentType ? Results.Content("<!doctype html><title>Published</title><h1>Published</h1>", "text/html") : Results.NoContent();
    }

    private static async Task<Publication> Read(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            // A form sends line breaks as CR LF.
            return new(form["text"].ToString().ReplaceLineEndings("\n"), form["submitter"].ToString(), [.. form.Files.Select(file => new PublishedFile(file.FileName, file.Length))]);
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        if (request.ContentType != "application/json")
            return new(body, "", []);
        var json = JsonDocument.Parse(body).RootElement;
        var by = json.TryGetProperty("by", out var control) ? control.GetString()! : "";
        var files = json.TryGetProperty("files", out var list) ? list.EnumerateArray().Select(file => new PublishedFile(file.GetProperty("name").GetString()!, file.GetProperty("size").GetInt64())) : [];
        return new(json.GetProperty("text").GetString()!, by, [.. files]);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Dlp test pages", key, HashAlgorithmName.SHA256);
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}

/// <summary>What a page's server received: the text of the editor's own model or of the form, and, where the page says so, what started it.</summary>
public sealed record Publication(string Text, string By, IReadOnlyList<PublishedFile> Files);

/// <summary>A request: method, host and path; and all the rest of it, in which a draft could hide.</summary>
public sealed record ReceivedRequest(string Line, string Content);

public sealed record PublishedFile(string Name, long Size);

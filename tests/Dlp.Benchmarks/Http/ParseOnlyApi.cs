using Dlp.Api;
using Dlp.Api.Checks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dlp.Benchmarks.Http;

/// <summary>An endpoint that only parses the JSON of a check and answers what the API answered to the same text: the floor under any check.</summary>
internal sealed class ParseOnlyApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ParseOnlyApi(WebApplication app) => _app = app;

    /// <summary>Where it listens, on the loopback address.</summary>
    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>Starts it.</summary>
    /// <param name="answers">The API's answer by text.</param>
    public static async Task<ParseOnlyApi> Start(IReadOnlyDictionary<string, CheckResponse> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddWireFormat();
        var app = builder.Build();
        app.MapPost("/v1/checks", (CheckRequest check) => TypedResults.Ok(answers[check.Text!]));
        await app.StartAsync();
        return new ParseOnlyApi(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dlp.Browser.Tests.Hosting;

/// <summary>What answers, or does not, where the API should be.</summary>
public sealed class FaultyApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly CancellationTokenSource _end = new();

    private FaultyApi(Func<FaultyApi, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async http =>
        {
            if (http.Request.Path == "/v1/checks")
                _arrivals.Release();
            await answer(this, http);
        });
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>An address at which nothing listens.</summary>
    public static async Task<Uri> Down()
    {
        await using var api = await Start((_, _) => Task.CompletedTask);
        return api.Address;
    }

    /// <summary>Takes requests and never answers.</summary>
    public static Task<FaultyApi> Silent() => Start((api, http) => Task.Delay(Timeout.Infinite, api.EndOf(http)));

    public static Task<FaultyApi> Failing() => Start((_, http) =>
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return http.Response.WriteAsync("<h1>Something went wrong</h1>");
    });

    /// <summary>Answers what is JSON, says that all is well, and is no answer.</summary>
    public static Task<FaultyApi> Garbling() => Start((_, http) =>
        http.Response.WriteAsJsonAsync(new { verdict = "fine", findings = "none" }));

    /// <summary>Cuts its answer in the middle.</summary>
    public static Task<FaultyApi> Breaking() => Start(async (_, http) =>
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("""{"id": "1", "verdict": "allow", "compl""");
        await http.Response.Body.FlushAsync();
        http.Abort();
    });

    /// <summary>Waits until a check has arrived.</summary>
    public Task CheckArrived() => _arrivals.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _app.DisposeAsync();
        _end.Dispose();
        _arrivals.Dispose();
    }

    private static async Task<FaultyApi> Start(Func<FaultyApi, HttpContext, Task> answer)
    {
        var api = new FaultyApi(answer);
        await api._app.StartAsync();
        return api;
    }

    private CancellationToken EndOf(HttpContext http) => CancellationTokenSource.CreateLinkedTokenSource(_end.Token, http.RequestAborted).Token;
}

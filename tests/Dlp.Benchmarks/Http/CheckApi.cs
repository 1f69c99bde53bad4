using Dlp.Api.Checks;
using Dlp.Benchmarks.Texts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dlp.Benchmarks.Http;

/// <summary>The API itself, as it runs by default, on a port and in a folder of its own.</summary>
internal sealed class CheckApi : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("dlp-benchmark-").FullName;
    private readonly WebApplicationFactory<Checker> _factory;

    public CheckApi()
    {
        _factory = new WebApplicationFactory<Checker>().WithWebHostBuilder(builder => builder
            .UseEnvironment(Environments.Production)
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("Dlp:DataDirectory", _data)
            .UseSetting("Dlp:RulesDirectory", ShippedRules.Folder)
            .ConfigureLogging(logging => logging.ClearProviders()));
        _factory.UseKestrel();
        _factory.StartServer();
        Port = _factory.ClientOptions.BaseAddress.Port;
    }

    /// <summary>Where it listens, on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Waits until no request would find anything unloaded.</summary>
    public async Task Warm()
    {
        using var client = _factory.CreateClient();
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
            await Task.Delay(50);
    }

    public void Dispose()
    {
        _factory.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}

using System.Net;

namespace Dlp.Api;

/// <summary>How the program runs when nobody configures anything: on this machine only, quietly.</summary>
internal static class HostingExtensions
{
    private static readonly string[] AddressKeys = ["urls", "http_ports", "https_ports"];

    private const string DefaultUrl = "http://127.0.0.1:5480";

    /// <summary>What is wrong with the addresses to listen on.</summary>
    public static IEnumerable<string> AddressFaults(IConfiguration configuration) => (configuration["urls"] ?? "")
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(url => !IsAddress(url))
        .Select(url => $"Urls: '{url}' is no address to listen on; write one such as {DefaultUrl}.");

    public static WebApplicationBuilder AddLocalDefaults(this WebApplicationBuilder builder)
    {
        var configured = AddressKeys.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!configured)
            builder.WebHost.UseUrls(DefaultUrl);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Failing to start is an error with a stack trace to the host, and a sentence to Program; what stops it later is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        return builder;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Port <= IPEndPoint.MaxPort;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
